import { type Area, LAST_COLUMN, LAST_ROW, parseArea, splitAddress } from './area.ts'
import { type Sheet, addSheet, findSheet, removeSheet, renameSheet, select, usedArea } from './book.ts'
import { ApiError, type HostObject, appearance, collection } from './objects.ts'
import { partsObject } from './parts-object.ts'
import { type Asker, rangeObject } from './range-object.ts'
import { tablesObject } from './table-object.ts'

const FIRST_CELL: Area = { top: 0, left: 0, bottom: 0, right: 0 }
const WHOLE: Area = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN }

/** The root of every batch: the workbook, and the application it is open in. */
export function workbookObject(asker: Asker): HostObject {
  const { book } = asker
  const selected = () => book.sheets.find((sheet) => sheet.id === book.selection.sheet)!
  const workbook: HostObject = {
    type: 'Workbook',
    properties: {
      Worksheets: () => sheetsObject(asker),
      Tables: () => tablesObject(asker, null),
      CustomXmlParts: () => partsObject(asker),
      Names: () =>
        collection(
          'NamedItemCollection',
          () => [...book.names].map(([name, formula]) => nameObject(name, formula)),
          (key) => (book.names.has(key) ? nameObject(key, book.names.get(key)!) : null),
        ),
      Application: () => ({
        type: 'Application',
        properties: { CalculationMode: () => 'Automatic' },
        methods: {
          Calculate: () => {
            for (const sheet of book.sheets) asker.calculate(sheet, WHOLE)
          },
          SuspendApiCalculationUntilNextSync: () => undefined,
          SuspendScreenUpdatingUntilNextSync: () => undefined,
        },
      }),
      Name: () => 'Accounts.xlsx',
      Workbook: () => workbook,
    },
    methods: {
      GetSelectedRange: () => rangeObject(asker, selected(), book.selection.area),
      GetActiveCell: () => {
        const { top, left } = book.selection.area
        return rangeObject(asker, selected(), { top, left, bottom: top, right: left })
      },
    },
  }
  return workbook
}

export function sheetObject(asker: Asker, sheet: Sheet): HostObject {
  const { book } = asker
  return {
    type: 'Worksheet',
    id: sheet.id,
    properties: {
      Name: () => sheet.name,
      Position: () => book.sheets.indexOf(sheet),
      Visibility: () => 'Visible',
      Tables: () => tablesObject(asker, sheet),
      FreezePanes: () => appearance('WorksheetFreezePanes'),
      Protection: () => ({ type: 'WorksheetProtection', properties: { Protected: () => sheet.protected } }),
    },
    setters: { Name: (name) => renameSheet(book, sheet, String(name), asker), TabColor: () => undefined },
    methods: {
      GetRange: (address?: string | null) => {
        const area = address === undefined || address === null ? WHOLE : parseArea(splitAddress(address).area)
        if (area === null) throw new ApiError('InvalidArgument', 'The argument is invalid or missing.')
        return rangeObject(asker, sheet, area)
      },
      GetRangeByIndexes: (top: number, left: number, rows: number, columns: number) =>
        rangeObject(asker, sheet, { top, left, bottom: top + rows - 1, right: left + columns - 1 }),
      GetCell: (row: number, column: number) =>
        rangeObject(asker, sheet, { top: row, left: column, bottom: row, right: column }),
      GetUsedRange: () => rangeObject(asker, sheet, usedArea(sheet) ?? FIRST_CELL),
      GetUsedRangeOrNullObject: () => {
        const used = usedArea(sheet)
        return used === null ? null : rangeObject(asker, sheet, used)
      },
      Activate: () => select(book, sheet, FIRST_CELL, asker),
      Calculate: () => asker.calculate(sheet, WHOLE),
      Delete: () => removeSheet(book, sheet, asker),
    },
  }
}

function sheetsObject(asker: Asker): HostObject {
  const { book } = asker
  const find = (key: string) => {
    const sheet = findSheet(book, key)
    return sheet === null ? null : sheetObject(asker, sheet)
  }
  return collection('WorksheetCollection', () => book.sheets.map((sheet) => sheetObject(asker, sheet)), find, {
    Add: (name?: string) => {
      const wanted = name ?? `Sheet${book.sheets.length + 1}`
      if (findSheet(book, wanted) !== null || !/^[^\\/?*[\]:]{1,31}$/.test(wanted)) {
        throw new ApiError('InvalidArgument', 'A sheet of that name cannot be added.')
      }
      return sheetObject(asker, addSheet(book, wanted, asker))
    },
    GetActiveWorksheet: () => find(book.active),
  })
}

function nameObject(name: string, formula: string): HostObject {
  return { type: 'NamedItem', id: name, properties: { Name: () => name, Formula: () => formula } }
}
