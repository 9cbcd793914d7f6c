import { formatAddress, onSheet, splitAddress } from './area.ts'
import { type Book, type Sheet, blockOf, findSheet, valuesOf } from './book.ts'
import { type CellError, type Value, isError } from './cell.ts'
import type { FormulaArgument, FormulaCall } from './formula.ts'

/** How a host sends blank cells to functions: Excel on the desktop as 0, Excel on the web as null. */
export type Blanks = 'desktop' | 'web'

/** `functions.json`, as far as it decides what a function gets. */
export interface FunctionsJson {
  readonly allowErrorForDataTypeAny?: boolean
  readonly functions: readonly FunctionEntry[]
}

export interface FunctionEntry {
  readonly id: string
  readonly name: string
  readonly parameters: readonly ParameterEntry[]
  readonly result?: { readonly dimensionality?: string }
  readonly options?: { readonly requiresParameterAddresses?: boolean; readonly requiresAddress?: boolean }
}

export interface ParameterEntry {
  readonly name: string
  readonly type?: string
  readonly dimensionality?: string
  readonly optional?: boolean
}

/** One cell of a result. */
export interface ResultCell {
  readonly value: Value
  /** What opens on a click of a number that carries more. */
  readonly card: unknown
}

export type Result = readonly (readonly ResultCell[])[]

/** What Excel sends for a call: the values, and addresses if the function asks for them. An error answers in Excel itself. */
export function prepare(
  book: Book,
  home: Sheet,
  call: FormulaCall,
  entry: FunctionEntry,
  json: FunctionsJson,
  blanks: Blanks,
): { readonly values: unknown[]; readonly addresses: unknown } | CellError {
  const values: unknown[] = []
  const addresses: (string | null)[] = []
  for (const [index, parameter] of entry.parameters.entries()) {
    const given = call.arguments[index] ?? { kind: 'omitted' }
    if (given.kind === 'omitted' && parameter.optional !== true) return error('#VALUE!')
    const rows = cellsOf(book, home, given)
    if (rows === null) return error('#REF!')
    const wrong = rows.flat().find(isError)
    const takesErrors = json.allowErrorForDataTypeAny === true && (parameter.type ?? 'any') === 'any'
    if (wrong !== undefined && !takesErrors) return wrong
    const sent = rows.map((row) => row.map((value) => wire(value, blanks)))
    values.push(given.kind === 'omitted' ? null : parameter.dimensionality === 'matrix' ? sent : sent[0]?.[0])
    addresses.push(given.kind === 'address' ? fullAddress(book, home, given.address) : null)
  }
  if (call.arguments.length > entry.parameters.length) return error('#VALUE!')
  return { values, addresses: entry.options?.requiresParameterAddresses === true ? addresses : null }
}

/** What came back, as cells: `[id, succeeded, value, code]`. */
export function readResult(result: readonly unknown[]): Result {
  const [, succeeded, value, code] = result as [number, boolean, unknown, number | undefined]
  if (!succeeded) {
    const name = CODES[code ?? 0] ?? '#VALUE!'
    const told = name === '#VALUE!' || name === '#N/A' ? String(value ?? '') : ''
    return [[{ value: { error: name, message: told === '' ? null : told }, card: null }]]
  }
  return Array.isArray(value) ? value.map((row) => (row as unknown[]).map(resultCell)) : [[resultCell(value)]]
}

/** The numbers by which the functions' runtime names errors. */
const CODES: Readonly<Record<number, string>> = {
  1: '#N/A',
  5: '#DIV/0!',
  6: '#NUM!',
  7: '#VALUE!',
  8: '#NULL!',
  9: '#NAME?',
  10: '#NAME?',
}

function resultCell(value: unknown): ResultCell {
  // An empty result shows as 0 in Excel.
  if (value === null || value === undefined) return { value: 0, card: null }
  if (typeof value !== 'object') return { value: value as Value, card: null }
  const rich = value as { type?: string; basicValue?: unknown; code?: string; message?: string }
  if (rich.type === 'CustomFunctionError') {
    return { value: { error: rich.code ?? '#VALUE!', message: rich.message ?? null }, card: null }
  }
  if (rich.type === 'Double' || rich.type === 'String' || rich.type === 'Boolean') {
    return { value: rich.basicValue as Value, card: value }
  }
  return { value: { error: '#VALUE!', message: null }, card: null }
}

function cellsOf(book: Book, home: Sheet, given: FormulaArgument): Value[][] | null {
  if (given.kind === 'omitted') return [[null]]
  if (given.kind === 'literal') return [[given.value]]
  const address = fullAddress(book, home, given.address)
  if (address === null) return null
  const { sheet, area } = blockOf(book, address)
  return valuesOf(sheet, area)
}

function fullAddress(book: Book, home: Sheet, address: string): string | null {
  if (address.includes('#REF!')) return null
  const named = onSheet(home.name, address)
  if (findSheet(book, splitAddress(named).sheet!) === null) return null
  const { sheet, area } = blockOf(book, named)
  return formatAddress(sheet.name, area)
}

function wire(value: Value, blanks: Blanks): unknown {
  if (value === null) return blanks === 'desktop' ? 0 : null
  return isError(value) ? { type: 'CustomFunctionError', code: value.error } : value
}

function error(name: string): CellError {
  return { error: name, message: null }
}
