/** What a cell shows: null where it is empty. Dates are numbers with a date's format, as in Excel. */
export type Value = number | string | boolean | CellError | null

export interface CellError {
  readonly error: string
  /** What Excel shows when a person asks what is wrong. */
  readonly message: string | null
}

export interface Cell {
  readonly value: Value
  /** With its `=`; null for a constant. */
  readonly formula: string | null
  readonly format: string
  /** Of a number with properties: what opens on a click. */
  readonly card: unknown
}

export const EMPTY: Cell = { value: null, formula: null, format: 'General', card: null }

export const ERRORS: readonly string[] = ['#VALUE!', '#N/A', '#DIV/0!', '#NUM!', '#NULL!', '#NAME?', '#REF!', '#SPILL!']

export function isError(value: Value): value is CellError {
  return typeof value === 'object' && value !== null
}

/** As `Range.values` gives it: empty cells are empty texts, errors their names. */
export function apiValue(value: Value): number | string | boolean {
  return value === null ? '' : isError(value) ? value.error : value
}

/** As `Range.valueTypes` names it. */
export function valueType(value: Value): string {
  if (value === null) return 'Empty'
  if (isError(value)) return 'Error'
  return typeof value === 'number' ? 'Double' : typeof value === 'string' ? 'String' : 'Boolean'
}

/**
 * What comes of something that was typed, or written by an add-in: numbers and percentages in texts become numbers unless
 * the cell is formatted as text, an apostrophe keeps a text a text, and a formula stays to be computed. Texts that look
 * like dates stay texts here: Excel's rules for them depend on the country.
 */
export function typed(input: unknown, format: string): Cell {
  const cell = { ...EMPTY, format }
  if (typeof input === 'number' || typeof input === 'boolean') return { ...cell, value: input }
  if (typeof input !== 'string' || input === '') return cell
  if (format === '@') return { ...cell, value: input }
  if (input.startsWith("'")) return { ...cell, value: input.slice(1) }
  if (input.startsWith('=') && input.length > 1) return { ...cell, formula: input }
  if (ERRORS.includes(input)) return { ...cell, value: { error: input, message: null } }
  if (/^(true|false)$/i.test(input)) return { ...cell, value: input.toLowerCase() === 'true' }
  const number = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*(%?)\s*$/i.exec(input)
  if (number === null) return { ...cell, value: input }
  if (number[3] === '') return { ...cell, value: Number(input) }
  return { ...cell, value: Number(input.replace('%', '')) / 100, format: format === 'General' ? '0%' : format }
}
