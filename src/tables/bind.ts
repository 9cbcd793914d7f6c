import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { Column, Columns } from '../model/columns.ts'
import type { Input } from '../model/input.ts'
import { type AccountKeys, accountKeys } from './account-keys.ts'
import { plainText } from './cell-text.ts'
import type { Cell } from './cell.ts'
import { type ColumnReader, columnReader } from './column-reader.ts'
import { type Matching, matchColumns } from './match.ts'
import { gatherReports, type Reports } from './reports.ts'
import type { RawBatch, RawTable, ReadOptions, Table, TableBatch } from './table.ts'

/** Binds a table of cells to the inputs of a model. */
export function bindTable(raw: RawTable, inputs: readonly Input[], options: ReadOptions = {}): Table {
  const header = raw.header.map((cell) => plainText(cell).trim())
  const matching = matchColumns(header, inputs, options.key ?? null, options.connected)
  return { header, matching, findings: matching.findings, batches: bindBatches(raw, header, matching, inputs, options) }
}

/**
 * The same for rows at hand, all at once: a range of a workbook. `firstRowNumber` is the row under the header;
 * `rowNumbers` say where each stands where they do not follow on one another.
 */
export function bindCells(
  cells: readonly (readonly Cell[])[],
  inputs: readonly Input[],
  options: ReadOptions & { readonly firstRowNumber?: number; readonly rowNumbers?: ArrayLike<number> } = {},
): { readonly columns: Columns; readonly matching: Matching; readonly findings: readonly Finding[] } {
  const header = (cells[0] ?? []).map((cell) => plainText(cell).trim())
  const matching = matchColumns(header, inputs, options.key ?? null, options.connected)
  const binding = bind(header, matching, inputs)
  const rows = cells.slice(1)
  const start = options.firstRowNumber ?? 2
  const columns = binding.read(rows, options.rowNumbers ?? rows.map((_, i) => start + i))
  return { columns, matching, findings: [...matching.findings, ...binding.reports.finish()] }
}

/** The columns of some inputs alone, of rows whose header has been matched; nothing is reported. */
export function readColumns(
  rows: readonly (readonly Cell[])[],
  header: readonly Cell[],
  matching: Matching,
  inputs: readonly Input[],
): Columns {
  const texts = header.map((cell) => plainText(cell).trim())
  return bind(texts, { ...matching, account: null }, inputs).read(rows, new Uint32Array(rows.length))
}

async function* bindBatches(
  raw: RawTable,
  header: readonly string[],
  matching: Matching,
  inputs: readonly Input[],
  options: ReadOptions,
): AsyncGenerator<TableBatch> {
  const binding = bind(header, matching, inputs)
  let firstRow = 0
  let held: TableBatch | null = null
  for await (const batch of raw.batches) {
    const { rows, rowNumbers } = withoutBlankRows(batch)
    if (rows.length === 0 && batch.findings.length === 0) continue
    if (held !== null) yield held
    const columns = binding.read(rows, rowNumbers)
    held = { columns, firstRow, rowNumbers, findings: [...batch.findings, ...binding.reports.drain()] }
    firstRow += rows.length
  }
  held ??= { columns: binding.read([], []), firstRow, rowNumbers: [], findings: [] }
  const empty = firstRow === 0 && held.findings.length === 0
  const last = empty ? [finding('table-empty', { file: options.name ?? 'the table' })] : binding.reports.finish()
  yield { ...held, findings: [...held.findings, ...last] }
}

interface Binding {
  readonly reports: Reports
  readonly read: (rows: readonly (readonly Cell[])[], rowNumbers: ArrayLike<number>) => Columns
}

/** So many rows at a time, column after column: few enough to stay in the cache until the last column has read them. */
const STRETCH = 128

function bind(header: readonly string[], matching: Matching, inputs: readonly Input[]): Binding {
  const reports = gatherReports()
  const readers: { name: string; column: number; start: ColumnReader }[] = []
  for (const input of inputs) {
    const column = matching.columns.get(input.name)
    if (column !== undefined)
      readers.push({ name: input.name, column, start: columnReader(input, header[column]!, reports) })
  }
  const keys: AccountKeys = accountKeys(reports)
  return {
    reports,
    read(rows, rowNumbers) {
      const started = readers.map(({ column, start }) => start(rows, column))
      for (let from = 0; from < rows.length; from += STRETCH) {
        const to = Math.min(rows.length, from + STRETCH)
        for (const { read } of started) read(from, to)
      }
      for (const { finish } of started) finish(rowNumbers)
      const { account } = matching
      const accounts = account === null ? null : rows.map((row) => plainText(row[account] ?? null).trim())
      if (accounts !== null) keys(accounts, rowNumbers)
      const columns = readers.map(({ name }, k): [string, Column] => [name, started[k]!.column])
      return { length: rows.length, accounts, inputs: new Map(columns) }
    },
  }
}

/** Rows without a single cell are the empty lines and formatted leftovers of spreadsheets, not accounts. */
function withoutBlankRows({ rows, rowNumbers }: RawBatch): Pick<RawBatch, 'rows' | 'rowNumbers'> {
  const isBlank = (row: readonly Cell[]) => row.every((cell) => cell === null || cell === '')
  if (!rows.some(isBlank)) return { rows, rowNumbers }
  const kept = rows.map((row, i) => (isBlank(row) ? -1 : i)).filter((i) => i >= 0)
  return { rows: kept.map((i) => rows[i]!), rowNumbers: kept.map((i) => rowNumbers[i]!) }
}
