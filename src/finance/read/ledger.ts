import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Columns } from '../../model/columns.ts'
import { bindCells } from '../../tables/bind.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import { type Connected, foldHeader, type Matching } from '../../tables/match.ts'
import type { Table } from '../../tables/table.ts'
import { type Codes, type Ledger } from '../ledger.ts'
import { columnsAnd, type Served, serveFields } from './fields.ts'
import { LEDGER_FIELDS, ledgerInputs } from './ledger-fields.ts'
import { type LinesRead, linesReader } from './lines.ts'
import type { LedgerOptions } from './options.ts'
import { controlTotal } from './control.ts'
import { ledgerFindings } from './remarks.ts'
import { currencyCode, lineName, settle, type Settled } from './settle.ts'

export interface LedgerReading {
  readonly ledger: Ledger
  readonly findings: readonly Finding[]
  /** The header of the column that serves each field. */
  readonly headers: ReadonlyMap<string, string>
}

/**
 * Reads a ledger from a table opened with `ledgerInputs` and `key: false`. One pass; what cannot count is listed with its
 * reason, never dropped.
 */
export async function readLedger(table: Table, options: LedgerOptions): Promise<LedgerReading> {
  const reading = ledgerReading(table.header, table.matching, options)
  const findings: Finding[] = table.findings.filter((one) => !MATCHING.has(one.slug))
  for await (const batch of table.batches) {
    reading.add(batch.columns, batch.rowNumbers)
    findings.push(...batch.findings)
  }
  return reading.finish(findings)
}

export interface RangeOptions {
  readonly connected?: Connected
  /** The row of the sheet under the header. */
  readonly firstRowNumber?: number
  /** A blank cell may have arrived as 0: no account, SKU or date is 0, but an amount may be. */
  readonly blanksAsZero?: boolean
}

/** The same for the cells of a range, the first row its header. Rows without anything in them are no lines. */
export function readLedgerCells(
  cells: readonly (readonly Cell[])[],
  options: LedgerOptions & RangeOptions,
): LedgerReading {
  const start = options.firstRowNumber ?? 2
  const isBlank = (cell: Cell) => cell === null || cell === '' || (options.blanksAsZero === true && cell === 0)
  const filled = cells.flatMap((row, i) => (i === 0 || !row.every(isBlank) ? [i] : []))
  const rowNumbers = filled.slice(1).map((i) => start + i - 1)
  const header = (cells[0] ?? []).map((cell) => plainText(cell).trim())
  const keptZeros = options.blanksAsZero === true ? amountColumns(header) : null
  const rows = filled.map((i) => (keptZeros === null || i === 0 ? cells[i]! : withoutZeros(cells[i]!, keptZeros)))
  const connected = options.connected === undefined ? {} : { connected: options.connected }
  const bound = bindCells(rows, ledgerInputs, { key: false, rowNumbers, ...connected })
  const reading = ledgerReading(header, bound.matching, options)
  reading.add(bound.columns, rowNumbers)
  return reading.finish(bound.findings.filter((one) => !MATCHING.has(one.slug)))
}

/** Said in this part's own words instead. */
const MATCHING: ReadonlySet<string> = new Set([
  'input-column-missing',
  'input-column-ambiguous',
  'column-claimed-twice',
  'account-column-missing',
])

function ledgerReading(header: readonly string[], matching: Matching, options: LedgerOptions) {
  const served = serveFields(header, matching, LEDGER_FIELDS)
  const amounts = options.amounts ?? 'annual'
  const reader = linesReader(served, amounts)
  return {
    add: (columns: Columns, rowNumbers: ArrayLike<number>) => reader.add(columns, rowNumbers),
    finish(before: readonly Finding[]): LedgerReading {
      const columnFindings = [...served.findings, ...amountColumn(served, amounts)]
      const read = reader.finish()
      const settled = settle(read, options)
      const ledger = ledgerOf(read, settled, options)
      const said = columnFindings.some(({ level }) => level === 'error')
        ? []
        : ledgerFindings(read, settled, ledger, served, options)
      return { ledger, findings: columnsAnd(columnFindings, [...before, ...said]), headers: served.headerOf }
    },
  }
}

/** Which column holds the amounts is declared: a value a month is never taken for one a year. */
function amountColumn(served: Served, amounts: 'annual' | 'monthly'): readonly Finding[] {
  if (served.inputOf.get(amounts) !== null) return []
  const [other, wanted] = amounts === 'annual' ? ['monthly', 'annual_value'] : ['annual', 'monthly_amount']
  const header = served.headerOf.get(other!) ?? null
  if (header !== null)
    return [finding('ledger-amount-period', { header, period: other === 'monthly' ? 'month' : 'year' })]
  if (served.findings.some(({ parameters }) => 'input' in parameters && parameters.input === wanted)) return []
  const near = served.findings.find(({ parameters }) => 'field' in parameters && parameters.field === wanted)
  const nearest = near !== undefined && 'nearest' in near.parameters ? near.parameters.nearest : null
  return [finding('ledger-column-missing', { field: wanted!, nearest })]
}

function ledgerOf(read: LinesRead, settled: Settled, options: LedgerOptions): Ledger {
  const { lines } = read
  const { used } = settled
  const control = controlTotal(read, settled, options.currency)
  const ids = lines.ids === null ? Array.from(used, (line) => lineName(read, line)) : usedIds(read, used)
  const ints = (column: Int32Array) => onlyUsed(column, used)
  const doubles = (column: Float64Array) => onlyUsed(column, used)
  const currencies = read.currencies.names.map((name) =>
    name === '' ? options.currency : (currencyCode(name) ?? name),
  )
  const codes = (column: Int32Array, names: readonly string[]): Codes => ({ codes: ints(column), names })
  return {
    length: used.length,
    ids,
    rows: ints(lines.rows),
    account: codes(lines.account, read.accounts.names),
    parents: read.accounts.names.map((name, code) => read.parents[code] ?? options.parents?.get(name) ?? null),
    sku: codes(lines.sku, read.skus.names),
    currency: oneEach(ints(lines.currency), currencies),
    charge: codes(lines.charge, read.charges.names),
    order: codes(lines.order, read.orders.names),
    start: ints(lines.start),
    end: ints(lines.end),
    annual: doubles(lines.annual),
    quantity: lines.quantity === null ? null : doubles(lines.quantity),
    excluded: settled.excluded,
    control,
  }
}

/** The lines that count, moved to the front of their own column: nothing is held twice. */
function onlyUsed<T extends Int32Array | Float64Array>(column: T, used: Int32Array): T {
  if (used.length === column.length) return column
  for (let at = 0; at < used.length; at++) column[at] = column[used[at]!]!
  return column.subarray(0, used.length) as T
}

function usedIds(read: LinesRead, used: Int32Array): readonly string[] {
  const ids = read.lines.ids!
  for (let at = 0; at < used.length; at++) ids[at] = lineName(read, used[at]!)
  ids.length = used.length
  return ids
}

/** Codes of `usd`, `USD` and a blank that stands for USD become one. */
function oneEach(codes: Int32Array, names: readonly string[]): Codes {
  const unique = [...new Set(names)]
  const to = names.map((name) => unique.indexOf(name))
  return { codes: codes.map((code) => to[code]!), names: unique }
}

/** Columns in which 0 is a value, by place. */
function amountColumns(header: readonly string[]): ReadonlySet<number> {
  const amounts = LEDGER_FIELDS.filter(({ name }) => name === 'annual' || name === 'monthly' || name === 'quantity')
  const names = new Set(amounts.flatMap(({ headers }) => headers.flat().map(foldHeader)))
  return new Set(header.flatMap((text, column) => (names.has(foldHeader(text)) ? [column] : [])))
}

function withoutZeros(row: readonly Cell[], kept: ReadonlySet<number>): readonly Cell[] {
  return row.map((cell, column) => (cell === 0 && !kept.has(column) ? null : cell))
}
