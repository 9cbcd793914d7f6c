import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { isoDay } from '../../tables/values/day.ts'
import { gatherReports } from '../../tables/reports.ts'
import { alikeKeys } from '../alike.ts'
import type { ExclusionReason, Ledger } from '../ledger.ts'
import { moneyText } from '../money.ts'
import type { Served } from './fields.ts'
import type { LedgerOptions } from './options.ts'
import type { LinesRead } from './lines.ts'
import { type Successions, successionsOf } from './successions.ts'
import { excludedAmount, type Settled } from './settle.ts'

/** What is to say about a ledger that was read: every line that does not count or looks wrong, by row and amount. */
export function ledgerFindings(
  read: LinesRead,
  settled: Settled,
  ledger: Ledger,
  served: Served,
  options: LedgerOptions,
): readonly Finding[] {
  const successions = successionsOf(ledger)
  return [
    ...assumptions(read, settled, served, options),
    ...exclusions(settled, ledger, options),
    ...doubles(settled, ledger, successions),
    ...signs(ledger),
    ...accounts(read, ledger),
    ...ends(ledger, successions, options),
  ]
}

function assumptions(read: LinesRead, settled: Settled, served: Served, options: LedgerOptions): readonly Finding[] {
  const findings: Finding[] = []
  const has = (field: string) => (served.inputOf.get(field) ?? null) !== null
  if (read.lines.length === 0) return findings
  if (!has('currency') && read.currencies.names.every((name) => name === '')) {
    findings.push(finding('ledger-currency-assumed', { currency: options.currency }))
  }
  if (!has('charge') && options.charge === undefined) findings.push(finding('ledger-charge-assumed', {}))
  if (!has('sku')) findings.push(finding('ledger-no-sku', {}))
  if (!has('end')) findings.push(finding('ledger-no-end', {}))
  if (settled.order === 'untold' && (read.startTexts.size > 0 || read.endTexts.size > 0)) {
    const text = [...read.startTexts.values(), ...read.endTexts.values()].find((one) => /\d[-/.]\d/.test(one)) ?? ''
    findings.push(finding('ledger-dates-untold', { text }))
  }
  if (read.rounded > 0) findings.push(finding('ledger-amount-rounded', { count: read.rounded }))
  return findings
}

/** Charges that do not recur are many and expected: one remark a kind. All other exclusions are told one by one. */
function exclusions(settled: Settled, ledger: Ledger, { recurring }: LedgerOptions): readonly Finding[] {
  const reports = gatherReports()
  const declared = recurring.join(', ')
  const charges = new Map<string, { count: number; cents: number; currency: string; mixed: boolean }>()
  for (const [k, line] of ledger.excluded.entries()) {
    const amount = excludedAmount(line)
    if (line.reason === 'not-recurring') {
      const kind = settled.excludedCharges[k]!
      const sum = charges.get(kind) ?? { count: 0, cents: 0, currency: line.currency ?? '', mixed: false }
      sum.count++
      sum.cents += line.amount ?? 0
      if (sum.currency !== (line.currency ?? '')) sum.mixed = true
      charges.set(kind, sum)
      continue
    }
    reports.add('ledger-line-excluded', `lines do not count: ${WORDS[line.reason]}`, () =>
      finding('ledger-line-excluded', { row: line.row, line: line.line, because: line.because, amount }),
    )
  }
  const kindsFound = [...charges].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...kindsFound.map(([charge, { count, cents, currency, mixed }]) =>
      finding('ledger-charge-excluded', { charge, count, amount: mixed ? null : moneyText(cents, currency), declared }),
    ),
    ...reports.finish(),
  ]
}

/** How the count of further lines calls the reason. */
const WORDS: Readonly<Record<ExclusionReason, string>> = {
  'not-recurring': 'the charge does not recur',
  'no-account': 'no account',
  'no-start': 'no start',
  'ends-before-start': 'they end before they run',
  'amount-unreadable': 'amounts cannot be read',
  'date-unreadable': 'dates cannot be read',
  'currency-unknown': 'no known currency',
  'no-rate': 'no rate',
  'duplicate-line': 'read twice',
  'total-row': 'totals',
}

function doubles(settled: Settled, ledger: Ledger, { overlaps }: Successions): readonly Finding[] {
  const reports = gatherReports()
  for (const repeated of settled.repeated) {
    reports.add('ledger-line-repeated', 'lines repeat an id with other content; all count', () =>
      finding('ledger-line-repeated', repeated),
    )
  }
  for (const { line, before } of overlaps) {
    reports.add('ledger-lines-overlap', 'lines overlap another of their account and SKU; all count', () =>
      finding('ledger-lines-overlap', {
        row: ledger.rows[line]!,
        other: ledger.rows[before]!,
        account: ledger.account.names[ledger.account.codes[line]!]!,
        amount: amountAt(ledger, line),
      }),
    )
  }
  return reports.finish()
}

function signs(ledger: Ledger): readonly Finding[] {
  const findings: Finding[] = []
  const negative = { count: 0, first: -1, sums: new Map<string, number>() }
  const zero = { count: 0, first: -1 }
  for (let line = 0; line < ledger.length; line++) {
    const cents = ledger.annual[line]!
    if (cents > 0) continue
    const into = cents < 0 ? negative : zero
    if (into.count++ === 0) into.first = line
    if (cents === 0) continue
    const currency = ledger.currency.names[ledger.currency.codes[line]!]!
    negative.sums.set(currency, (negative.sums.get(currency) ?? 0) + cents)
  }
  if (negative.count > 0) {
    const sums = [...negative.sums].toSorted(([a], [b]) => (a < b ? -1 : 1))
    const amount = sums.map(([currency, cents]) => moneyText(cents, currency)).join(', ')
    findings.push(
      finding('ledger-lines-negative', { count: negative.count, row: ledger.rows[negative.first]!, amount }),
    )
  }
  if (zero.count > 0) {
    findings.push(finding('ledger-lines-zero', { count: zero.count, row: ledger.rows[zero.first]! }))
  }
  return findings
}

function accounts(read: LinesRead, ledger: Ledger): readonly Finding[] {
  const reports = gatherReports()
  const names = read.accounts.names
  for (const { row, account, parent } of read.parentsTwice) {
    const kept = read.parents[account]!
    reports.add('ledger-parent-twice', 'lines name another parent than before', () =>
      finding('ledger-parent-twice', { row, account: names[account]!, parent, kept }),
    )
  }
  const pairs = alikeKeys(names)
  if (pairs.length === 0) return reports.finish()
  const sums = sumsByAccount(ledger)
  for (const [a, b] of pairs) {
    reports.add('accounts-alike', 'accounts look like another and are kept apart', () =>
      finding('accounts-alike', {
        first: `${names[a]!}`,
        second: `${names[b]!}`,
        rows: `row ${sums.row[a]!} and row ${sums.row[b]!}`,
        amounts: `${moneyText(sums.cents[a]!, '')} and ${moneyText(sums.cents[b]!, '')}`,
      }),
    )
  }
  return reports.finish()
}

function sumsByAccount({ account, annual, rows, length }: Ledger) {
  const cents = new Float64Array(account.names.length)
  const row = new Int32Array(account.names.length)
  for (let line = 0; line < length; line++) {
    const code = account.codes[line]!
    cents[code]! += annual[line]!
    if (row[code] === 0) row[code] = rows[line]!
  }
  return { cents, row }
}

/** Ends written as the last day show: line after line ends the day before the next one starts. */
function ends(ledger: Ledger, { apart, together }: Successions, { ends: declared }: LedgerOptions): readonly Finding[] {
  if (declared !== undefined || apart.length < 2 || apart.length <= together) return []
  const [row, end] = [ledger.rows[apart[0]!]!, isoDay(ledger.end[apart[0]!]!)]
  return [finding('ledger-ends-last-day', { count: apart.length, row, end })]
}

function amountAt(ledger: Ledger, line: number): string {
  return moneyText(ledger.annual[line]!, ledger.currency.names[ledger.currency.codes[line]!]!)
}
