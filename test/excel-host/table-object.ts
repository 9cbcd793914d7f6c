import type { Area } from './area.ts'
import { type Sheet, type Table, addTable, apiText, blockOf, cellAt, findSheet, tell } from './book.ts'
import { ApiError, type HostObject, appearance, collection, notFound } from './objects.ts'
import { type Asker, rangeObject } from './range-object.ts'
import { sheetObject } from './workbook-object.ts'

export function tableObject(asker: Asker, table: Table): HostObject {
  const { book } = asker
  const range = (area: Area) => rangeObject(asker, table.sheet, area)
  const columns = (): HostObject[] =>
    Array.from({ length: table.area.right - table.area.left + 1 }, (_, index) => {
      const column = table.area.left + index
      return {
        type: 'TableColumn',
        id: String(index + 1),
        properties: {
          Name: () => apiText(cellAt(table.sheet, table.area.top, column)),
          Index: () => index,
        },
        methods: { GetRange: () => range({ ...table.area, left: column, right: column }) },
      }
    })
  return {
    type: 'Table',
    id: table.id,
    properties: {
      Name: () => table.name,
      ShowHeaders: () => true,
      Worksheet: () => sheetObject(asker, table.sheet),
      Columns: () =>
        collection('TableColumnCollection', columns, (key) => columns().find((one) => one.id === key) ?? null),
      Format: () => appearance('TableFormat'),
    },
    setters: {
      Name: (name) => {
        if (book.tables.some((one) => one !== table && one.name === name)) {
          throw new ApiError('InvalidArgument', 'A table of that name exists.')
        }
        table.name = String(name)
      },
      Style: () => undefined,
      ShowFilterButton: () => undefined,
    },
    methods: {
      GetRange: () => range(table.area),
      GetHeaderRowRange: () => range({ ...table.area, bottom: table.area.top }),
      GetDataBodyRange: () => range({ ...table.area, top: table.area.top + 1 }),
      Delete: () => {
        book.tables.splice(book.tables.indexOf(table), 1)
        tell(book, { kind: 'tableDeleted', sheet: table.sheet, details: { tableId: table.id }, by: asker })
      },
    },
  }
}

/** The tables of a workbook, or of one sheet. */
export function tablesObject(asker: Asker, sheet: Sheet | null): HostObject {
  const { book } = asker
  const all = () => book.tables.filter((table) => sheet === null || table.sheet === sheet)
  return collection(
    'TableCollection',
    () => all().map((table) => tableObject(asker, table)),
    (key) => {
      const table = all().find((one) => one.id === key || one.name.toLowerCase() === key.toLowerCase())
      return table === undefined ? null : tableObject(asker, table)
    },
    {
      Add: (where: HostObject | string) => {
        const address = typeof where === 'string' ? where : (where.properties?.['Address']?.() as string)
        const block = blockOf(book, address.includes('!') || sheet === null ? address : `'${sheet.name}'!${address}`)
        if (findSheet(book, block.sheet.name) === null) throw notFound(address)
        return tableObject(asker, addTable(book, block.sheet, block.area, null, asker))
      },
    },
  )
}
