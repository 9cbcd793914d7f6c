import { letters, type FormulaSheet, type SheetCell } from './cell.ts'
import type { Column } from './grid.ts'
import { lettingIn } from './let-style.ts'
import type { ModelSheet } from './model-sheet.ts'
import { placed, type Text } from './text.ts'

/** The accounts as they are given, above their header. */
export interface Given {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (SheetCell | null)[])[]
}

export interface AccountsSheet {
  readonly sheet: FormulaSheet
  /** Each column with its formula in the first row of accounts, to be judged. */
  readonly formulas: readonly { readonly column: Column; readonly formula: string }[]
}

/** Where the row stands in a formula that is the same in every row. */
const ROW = '\u0003'
const FIRST_ROW = 2

export function accountsSheet(
  columns: readonly Column[],
  given: Given,
  numbers: ModelSheet,
  name: string,
  style: 'cells' | 'let',
): AccountsSheet {
  const { kept, formulaOf } =
    style === 'let' ? lettingIn(columns) : { kept: columns, formulaOf: (one: Column) => one.formula! }
  const computed = kept.filter((one) => one.formula !== null)
  const first = given.header.length
  const places = new Map(computed.map((one, n) => [one.key, letters(first + n)]))
  for (const [n] of given.header.entries()) places.set(givenKey(n), letters(n))
  const place = (text: Text): string =>
    placed(text, (kind, key) => {
      if (kind === 'column') {
        const column = places.get(key)
        return column === undefined ? '""' : `${column}${ROW}`
      }
      const found = numbers.place(kind, key)
      if (found === null) return '""'
      if (found.kind === 'cell') return found.address
      const segment = found.model.segmentNumber === null ? '1' : `${places.get(found.model.segmentNumber)!}${ROW}`
      return `INDEX(${found.range},1,${segment})`
    })
  const templates = computed.map((column) => ({ column, pieces: place(formulaOf(column)).split(ROW) }))
  const at = (pieces: readonly string[], row: number): string => pieces.join(String(row))
  const rows = given.rows.map((cells, n) => [
    ...Array.from(given.header, (_, k) => cells[k] ?? null),
    ...templates.map(({ column, pieces }, group): SheetCell => ({
      value: null,
      formula: at(pieces, n + FIRST_ROW),
      group,
      ...(column.format === null ? {} : { format: column.format }),
    })),
  ])
  const workings = computed.flatMap((one, n) => (one.part === 'workings' ? [first + n] : []))
  const header = [...given.header, ...computed.map((one) => one.label)].map((value): SheetCell => ({
    value,
    bold: true,
  }))
  return {
    sheet: {
      name,
      rows: [header, ...rows],
      widths: header.map(({ value }) => Math.min(28, Math.max(9, String(value).length + 2))),
      frozenRows: 1,
      frozenColumns: 1,
      workings,
    },
    // The last row has the longest formulas.
    formulas: templates.map(({ column, pieces }) => ({ column, formula: at(pieces, given.rows.length + FIRST_ROW) })),
  }
}

export function givenKey(column: number): string {
  return `given ${column}`
}
