import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { isoDate } from '../../src/engine/days.ts'
import type { Input } from '../../src/model/input.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Columns } from '../../src/model/columns.ts'
import type { SheetCell } from '../../src/formula/index.ts'
import { sentence } from '../../src/findings/report.ts'
import { bookFor, computed } from '../office/formulas.ts'
import { openComputing } from '../office/libre-office.ts'
import { outcomeOf, type Backend, type Found } from './backend.ts'
import type { TableCell } from './engines/index.ts'
import { valuesOf, type Outcome } from './outcome.ts'
import type { Subject } from './subject.ts'

/** A workbook that scores itself, computed by LibreOffice. */
export async function startLibreOffice(): Promise<Backend> {
  await promisify(execFile)('soffice', ['--version']).catch((because: unknown) => {
    throw new Error('LibreOffice is missing: install it, so that soffice is found', { cause: because })
  })
  const office = await openComputing()
  // One after the other: a profile has one owner.
  let before: Promise<unknown> = Promise.resolve()
  let made = 0
  const ask = async (subject: Subject): Promise<Found> => {
    const accounts = accountsOf(subject)
    const book = bookFor(subject.model, accounts, { asOf: subject.asOf })
    if (book.sheets === null) return { kind: 'refused', because: book.findings.map(sentence) }
    return outcomeOf(async () => {
      const rows = await computed(book, office, `book-${++made}`)
      const places = new Map(book.columns.map(({ key }, n) => [key, accounts.header.length + n]))
      return read(subject, rows, places)
    })
  }
  return {
    label: 'LibreOffice',
    takes: ({ kind }) => kind === 'in a workbook',
    ask: (subject) => {
      const answer = before.then(() => ask(subject))
      before = answer
      return answer
    },
    stop: office.close,
  }
}

/** Cells as people keep them in a workbook. */
function accountsOf({ model, rows: { table, columns } }: Subject) {
  const inputs = allInputs(model)
  const { length } = columns
  const given = inputs.map(({ name }) => table.columns.find((column) => column.name === name)!.cells)
  const cellOf = (input: Input, cell: TableCell, at: number): SheetCell | null => {
    if (cell === null) return null
    if (input.type === 'date') return { value: valueOf(columns, input, at) + EPOCH, format: 'yyyy-mm-dd' }
    if (input.type === 'percent') {
      const value = valueOf(columns, input, at)
      return { value: Number.isNaN(value) ? Number(cell) / 100 : value, format: '0.##%' }
    }
    return { value: cell }
  }
  return {
    header: inputs.map((input) => input.name),
    rows: Array.from({ length }, (_, at) => inputs.map((input, n) => cellOf(input, given[n]![at] ?? null, at))),
    columns: new Map(inputs.map(({ name }, n) => [name, n])),
    bound: columns,
  }
}

/** Day 0 of the model as a date of a spreadsheet. */
const EPOCH = 25_569

function valueOf(columns: Columns, { name }: Input, at: number): number {
  const column = columns.inputs.get(name)
  return column?.kind === 'number' ? column.values[at]! : NaN
}

/** The columns of the sheet as values; those that the workbook does not have are not compared. */
function read({ model }: Subject, rows: readonly (readonly string[])[], places: ReadonlyMap<string, number>): Outcome {
  const decimals = new Map(model.segments.map(({ name, root }) => [name, root.scale.decimals]))
  const values = valuesOf(model).map((value) => ({ ...value, at: places.get(value.key) ?? null }))
  const segmentAt = places.get('|segment')!
  const one = (cells: readonly string[]): Outcome['rows'][number] =>
    values.map(({ key, kind, at }) => {
      if (at === null) return undefined
      const text = cells[at] ?? ''
      if (text === '') return null
      if (key === '|shown') return Number(text).toFixed(decimals.get(cells[segmentAt] ?? '') ?? 0)
      if (kind === 'truth') return text === 'TRUE'
      if (kind === 'date') return isoDate(Number(text) - EPOCH)
      return kind === 'number' ? Number(text) : text
    })
  return { rows: rows.map(one) }
}
