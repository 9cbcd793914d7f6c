import type { Finding } from '../findings/finding.ts'
import { allInputs } from '../model/all-inputs.ts'
import { bareInput } from '../model/bare-input.ts'
import type { ScoreTableOptions } from '../engine/across/score-columns.ts'
import type { Columns } from '../model/columns.ts'
import { labelOf, type Input } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import { withTable } from '../tables/node.ts'
import { type DataOptions, readColumns } from './accounts.ts'
import { joinColumns } from './join-columns.ts'
import { hasErrors } from './text/findings.ts'

/** A table of accounts as a workbook holds it: every column of the file, and a blank one for each input without. */
export interface GivenCells {
  readonly header: readonly string[]
  readonly rows: readonly (readonly (GivenCell | null)[])[]
  /** The column of each input, by its name. */
  readonly columns: ReadonlyMap<string, number>
  /** The same, bound to the model. */
  readonly bound: Columns
}

export interface GivenCell {
  readonly value: string | number | boolean
  readonly format?: string
}

/** Reads a table of accounts twice: as the model reads it, and as it is written. */
export async function readGivenCells(
  model: Model,
  options: DataOptions,
  scoring: ScoreTableOptions,
): Promise<{ readonly given: GivenCells; readonly findings: readonly Finding[] }> {
  const inputs = allInputs(model)
  const { columns: bound, findings } = await readColumns(model, options, scoring)
  const { header, texts, columns } = await readTexts(inputs, options)
  const absent = inputs.filter((input) => !columns.has(input.name))
  const at = new Map([...columns, ...absent.map((input, n): [string, number] => [input.name, header.length + n])])
  const byColumn = new Map([...columns].map(([name, column]) => [column, inputs.find((one) => one.name === name)!]))
  const cells = header.map((_, column): readonly (GivenCell | null)[] => {
    const input = byColumn.get(column)
    const written = texts[column] ?? []
    return input === undefined ? written.map(asItLooks) : inputCells(input, bound, written)
  })
  // Figures that are computed before scoring, such as those among other accounts, come as what they are today.
  const nothing = Array<null>(bound.length).fill(null)
  cells.push(...absent.map((input) => inputCells(input, bound, nothing)))
  const rows = Array.from({ length: bound.length }, (_, row) => cells.map((column) => column[row] ?? null))
  const given = {
    header: [...header, ...absent.map(labelOf)],
    rows,
    columns: at,
    bound,
  }
  return { given, findings }
}

/** Every column as text, by its header; one whose header comes twice is left out. */
async function readTexts(inputs: readonly Input[], options: DataOptions) {
  const shape = await withTable(
    options.data,
    inputs,
    async (table) => ({ header: table.header, columns: table.matching.columns }),
    sheetOf(options),
  )
  const columns = shape.header.map((label, n) => bareInput(`column ${n}`, 'text', { labels: [label] }))
  const { header } = shape
  const isAlone = (label: string): boolean => label !== '' && header.indexOf(label) === header.lastIndexOf(label)
  const connected = new Map(columns.map((input, n) => [input.name, isAlone(header[n]!) ? header[n]! : null]))
  const parts: Columns[] = []
  await withTable(
    options.data,
    columns,
    async (table) => {
      if (!hasErrors(table.findings)) for await (const batch of table.batches) parts.push(batch.columns)
    },
    { ...sheetOf(options), connected, key: false },
  )
  const all = joinColumns(parts)
  const texts = columns.map(({ name }) => {
    const column = all.inputs.get(name)
    if (column?.kind !== 'text') return []
    return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]!))
  })
  return { ...shape, texts }
}

function sheetOf({ sheet }: DataOptions): { readonly sheet?: string } {
  return sheet === undefined ? {} : { sheet }
}

/** What the model read, in the form a workbook has for it; where it read nothing, what is written there. */
function inputCells(input: Input, bound: Columns, written: readonly (string | null)[]): readonly (GivenCell | null)[] {
  const column = bound.inputs.get(input.name)
  const isShare = input.type === 'percent'
  return written.map((text, row) => {
    const value = column?.kind === 'number' ? column.values[row]! : NaN
    if (column?.kind === 'text') {
      const code = column.codes[row]!
      return code < 0 ? asText(text) : { value: column.dictionary[code]! }
    }
    if (Number.isNaN(value)) return asText(text)
    if (input.type === 'yes/no') return { value: value !== 0 }
    if (input.type === 'date') return { value: value + 25_569, format: 'yyyy-mm-dd' }
    return { value, ...((isShare || text?.trim().endsWith('%')) && { format: '0.##%' }) }
  })
}

function asText(text: string | null): GivenCell | null {
  return text === null || text === '' ? null : { value: text }
}

/** A cell that no input reads, as a person would have typed it. */
function asItLooks(text: string | null): GivenCell | null {
  if (text === null || text === '') return null
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,14})?$/.test(text)) return { value: Number(text) }
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const day = Date.parse(text) / 86_400_000 + 25_569
    if (day > 60) return { value: day, format: 'yyyy-mm-dd' }
  }
  return text === 'true' || text === 'false' ? { value: text === 'true' } : { value: text }
}
