import type { AccountList } from '../desk/account-list.ts'
import { bareInput } from '../../model/bare-input.ts'
import type { Column, TextColumn } from '../../model/columns.ts'
import type { Input, InputType } from '../../model/input.ts'
import { plainText } from '../../tables/cell-text.ts'
import { type Cell, isUnreadable } from '../../tables/cell.ts'
import { columnReader } from '../../tables/column-reader.ts'
import { gatherReports } from '../../tables/reports.ts'
import { numberReader } from '../../tables/values/number-reader.ts'
import type { Field, FieldKind, FieldOption } from './field.ts'

/** Every column of the list of accounts that has a header. A column that feeds an input is read as that input is; the others by what stands in them. */
export function columnFields(list: AccountList, inputs: readonly Input[]): readonly Field[] {
  const byColumn = new Map<number, Input>()
  for (const input of inputs) {
    const column = list.matching.columns.get(input.name)
    if (column !== undefined) byColumn.set(column, input)
  }
  const headers = list.header.map((cell) => plainText(cell).trim())
  return headers.flatMap((header, at): Field[] => {
    if (header === '') return []
    const label = headers.indexOf(header) === at ? header : `${header} (column ${at + 1})`
    const bound = byColumn.get(at)
    const own = bound === undefined ? undefined : list.columns.inputs.get(bound.name)
    const field = bound === undefined || own === undefined ? plainField(list, at, label) : inputField(bound, own, label)
    return [textField(field, list.cells, at)]
  })
}

function inputField({ type, choices }: Input, column: Column, label: string): Field {
  const options = choices.map((choice) => ({ value: choice, label: choice }))
  const kind = type === 'choice' ? 'choice' : kindOf(type)
  return { id: `column:${label}`, label, group: 'Columns', kind, options, column: () => column }
}

function plainField(list: AccountList, at: number, label: string): Field {
  const type = typeOf(list.cells, at)
  const column = once(() => readColumn(list.cells, at, type))
  return { id: `column:${label}`, label, group: 'Columns', kind: kindOf(type), options: [], column }
}

/** A text of few different values is a choice among them. Where the first rows already hold too many, the others are not looked at. */
function textField(field: Field, rows: readonly (readonly Cell[])[], at: number): Field {
  if (field.kind !== 'text' || seemsToVary(rows, at)) return field
  const column = field.column()
  const options = column.kind === 'text' ? repeated(column) : []
  return options.length === 0 ? field : { ...field, kind: 'choice', options }
}

function seemsToVary(rows: readonly (readonly Cell[])[], at: number): boolean {
  const seen = new Set<string>()
  for (let row = 0; row < rows.length && seen.size <= MOST_OPTIONS + 1; row++) {
    if (row === FIRST_ROWS) return false
    seen.add(plainText(rows[row]![at] ?? null))
  }
  return seen.size > MOST_OPTIONS + 1
}

const FIRST_ROWS = 2000

/** So many values can still be chosen from. */
const MOST_OPTIONS = 60

function repeated({ codes, dictionary }: TextColumn): readonly FieldOption[] {
  const used = dictionary.filter((text) => text !== '')
  if (used.length === 0 || used.length > MOST_OPTIONS || used.length > codes.length / 2) return []
  return used.toSorted((a, b) => a.localeCompare(b, 'en')).map((text) => ({ value: text, label: text }))
}

function kindOf(type: InputType): FieldKind {
  switch (type) {
    case 'percent':
    case 'date':
    case 'yes/no':
    case 'text':
    case 'choice':
      return type
    default:
      return 'number'
  }
}

/** So many filled cells say what a column holds. */
const SAMPLE = 200

/** The type that nine in ten of the filled cells can be read as; text where there is none. */
function typeOf(rows: readonly (readonly Cell[])[], at: number): InputType {
  const sample: Cell[] = []
  for (let row = 0; row < rows.length && sample.length < SAMPLE; row++) {
    const cell = rows[row]![at] ?? null
    if (plainText(cell).trim() !== '') sample.push(cell)
  }
  if (sample.length === 0) return 'text'
  const fits = (type: InputType, cells: readonly Cell[]): boolean => {
    const read = numberReader(bareInput('', type))
    const readable = cells.filter((cell) => {
      const reading = read(cell)
      return reading !== null && !isUnreadable(reading)
    })
    return readable.length >= 0.9 * cells.length
  }
  if (!sample.some(isNumeric) && fits('date', sample)) return 'date'
  if (!sample.some(isNumeric) && fits('yes/no', sample)) return 'yes/no'
  if (sample.every(isPercent)) return 'percent'
  return fits('number', sample) ? 'number' : fits('money', sample) ? 'money' : 'text'
}

/** A bare number could also be the serial number of a date, and 1 a yes. */
function isNumeric(cell: Cell): boolean {
  return typeof cell === 'number' || (typeof cell === 'string' && /^\s*-?[\d.,]+\s*$/.test(cell))
}

function isPercent(cell: Cell): boolean {
  if (typeof cell === 'string') return /^\s*-?[\d.,]+\s*%\s*$/.test(cell)
  return typeof cell === 'object' && cell?.kind === 'percent'
}

function readColumn(rows: readonly (readonly Cell[])[], at: number, type: InputType): Column {
  const { column, read } = columnReader(bareInput('', type), '', gatherReports())(rows, at)
  read(0, rows.length)
  return column
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}
