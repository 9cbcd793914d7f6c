/** A cell of a sheet as it is to be written. */
export interface SheetCell {
  readonly value: string | number | boolean | null
  /** Without the `=`. */
  readonly formula?: string
  /** A number for cells of one column, below one another, whose formulas differ only in their row. */
  readonly group?: number
  readonly format?: string
  readonly bold?: boolean
  /** People may change it. */
  readonly entry?: boolean
}

export interface FormulaSheet {
  readonly name: string
  readonly rows: readonly (readonly (SheetCell | null)[])[]
  /** In characters, by column. */
  readonly widths: readonly number[]
  readonly frozenRows: number
  readonly frozenColumns: number
  /** Columns of workings, which nobody needs to see. */
  readonly workings: readonly number[]
}

/** Columns counted from 0 as letters: `A`, `Z`, `AA`. */
export function letters(column: number): string {
  let text = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  }
  return text
}

/** The name of a sheet before a cell of it. */
export function sheetPrefix(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `${name}!` : `'${name.replaceAll("'", "''")}'!`
}
