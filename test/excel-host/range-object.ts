import { type Area, LAST_COLUMN, LAST_ROW, formatAddress, intersect, parseArea, splitAddress } from './area.ts'
import {
  type Book,
  type Sheet,
  cellAt,
  changed,
  enter,
  format,
  grid,
  select,
  setCell,
  shift,
  surroundingArea,
  tablesIn,
  usedArea,
} from './book.ts'
import { EMPTY, apiValue, valueType } from './cell.ts'
import { ApiError, type HostObject, appearance, collection } from './objects.ts'
import { tableObject } from './table-object.ts'
import { sheetObject } from './workbook-object.ts'

/** The one who asks: changes are told to others as theirs. */
export interface Asker {
  readonly book: Book
  /** Computes custom functions of a block again. */
  readonly calculate: (sheet: Sheet, area: Area) => void
}

/** More cells than this and `Range.values` is null, as on a sheet's whole columns. */
const MOST_CELLS = 5_000_000

export function rangeObject(asker: Asker, sheet: Sheet, area: Area): HostObject {
  const { book } = asker
  const same = (other: Area | null) => (other === null ? null : rangeObject(asker, sheet, other))
  const rows = area.bottom - area.top + 1
  const columns = area.right - area.left + 1
  const each = <T>(value: (row: number, column: number) => T) => {
    if (rows * columns > MOST_CELLS) return null
    return grid(area, value)
  }
  const matching = (given: unknown): readonly (readonly unknown[])[] => {
    if (!Array.isArray(given)) return grid(area, () => given)
    const matches = given.length === rows && given.every((row) => Array.isArray(row) && row.length === columns)
    if (matches) return given as unknown[][]
    throw new ApiError(
      'InvalidArgument',
      "The number of rows or columns in the input array doesn't match the size or dimensions of the range.",
    )
  }
  const write = (given: unknown) => {
    if (sheet.protected) throw new ApiError('AccessDenied', 'You do not have the permissions to perform this action.')
    enter(book, sheet, area, matching(given), asker)
  }
  const areaOf = (other: HostObject | string): Area | null => {
    if (typeof other === 'string') return parseArea(splitAddress(other).area)
    return other.properties === undefined ? null : areas.get(other)!.area
  }
  const used = (valuesOnly?: boolean): Area | null => {
    void valuesOnly
    return usedArea(sheet, area)
  }
  const object: HostObject = {
    type: 'Range',
    properties: {
      Values: () => each((row, column) => apiValue(cellAt(sheet, row, column).value)),
      ValueTypes: () => each((row, column) => valueType(cellAt(sheet, row, column).value)),
      NumberFormat: () => each((row, column) => cellAt(sheet, row, column).format),
      Formulas: () =>
        each((row, column) => {
          const cell = cellAt(sheet, row, column)
          return cell.formula ?? apiValue(cell.value)
        }),
      Address: () => formatAddress(sheet.name, area),
      RowIndex: () => area.top,
      ColumnIndex: () => area.left,
      RowCount: () => rows,
      ColumnCount: () => columns,
      CellCount: () => rows * columns,
      Worksheet: () => sheetObject(asker, sheet),
      Format: () => appearance('RangeFormat'),
    },
    setters: {
      Values: write,
      Formulas: write,
      NumberFormat: (given) => format(book, sheet, area, matching(given), asker),
    },
    methods: {
      GetUsedRange: (valuesOnly?: boolean) => same(used(valuesOnly) ?? { ...area, bottom: area.top, right: area.left }),
      GetUsedRangeOrNullObject: (valuesOnly?: boolean) => same(used(valuesOnly)),
      GetIntersection: (other: HostObject | string) => {
        const both = intersect(area, areaOf(other)!)
        if (both === null) throw new ApiError('ItemNotFound', 'The ranges do not meet.')
        return same(both)
      },
      GetIntersectionOrNullObject: (other: HostObject | string) => {
        const given = areaOf(other)
        return given === null ? null : same(intersect(area, given))
      },
      GetBoundingRect: (other: HostObject | string) => {
        const given = areaOf(other)!
        return same({
          top: Math.min(area.top, given.top),
          left: Math.min(area.left, given.left),
          bottom: Math.max(area.bottom, given.bottom),
          right: Math.max(area.right, given.right),
        })
      },
      GetSurroundingRegion: () => same(surroundingArea(sheet, area)),
      GetTables: (fullyContained = true) =>
        collection(
          'TableScopedCollection',
          () => tablesIn(book, sheet, area, fullyContained).map((table) => tableObject(asker, table)),
          (key) => {
            const table = tablesIn(book, sheet, area, fullyContained).find((one) => one.name === key || one.id === key)
            return table === undefined ? null : tableObject(asker, table)
          },
        ),
      GetRow: (row: number) => same({ ...area, top: area.top + row, bottom: area.top + row }),
      GetColumn: (column: number) => same({ ...area, left: area.left + column, right: area.left + column }),
      GetCell: (row: number, column: number) => same(oneCell(area.top + row, area.left + column)),
      GetEntireRow: () => same({ ...area, left: 0, right: LAST_COLUMN }),
      GetEntireColumn: () => same({ ...area, top: 0, bottom: LAST_ROW }),
      GetResizedRange: (down: number, across: number) =>
        same({ ...area, bottom: area.bottom + down, right: area.right + across }),
      GetOffsetRange: (down: number, across: number) =>
        same({
          top: area.top + down,
          bottom: area.bottom + down,
          left: area.left + across,
          right: area.right + across,
        }),
      Select: () => select(book, sheet, area, asker),
      Calculate: () => asker.calculate(sheet, area),
      Clear: () => {
        for (const [row, cells] of sheet.rows) {
          for (const column of cells.keys()) {
            if (intersect(area, oneCell(row, column)) !== null) setCell(sheet, row, column, EMPTY)
          }
        }
        changed(book, sheet, area, asker)
      },
      Delete: (direction: string) => {
        if (direction === 'Up') shift(book, sheet, 'row', area.top, -rows, asker)
        else shift(book, sheet, 'column', area.left, -columns, asker)
      },
    },
  }
  areas.set(object, { area })
  return object
}

/** Where a range object lies, for methods that take another range. */
const areas = new WeakMap<HostObject, { readonly area: Area }>()

function oneCell(row: number, column: number): Area {
  return { top: row, left: column, bottom: row, right: column }
}
