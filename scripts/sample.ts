/**
 * Makes samples/accounts.csv, one row per account, from the synthetic B2B data set (CC0, made for this project):
 *
 *     node scripts/sample.ts path/to/salus-synth-b2b
 *
 * The health columns are each account's last snapshot (June 2025 for those still customers) under the labels of the
 * Sourcegraph handbook. ACV is what is under recurring contract on the last day of the data, in the currency of the
 * contract, and beside it in US dollars at that month's rate: it is 0 for accounts that have left.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'

const AS_OF = '2025-06-30'

type Row = Readonly<Record<string, string>>

const folder = process.argv[2]
if (folder === undefined) {
  process.stderr.write('usage: node scripts/sample.ts path/to/salus-synth-b2b\n')
  process.exit(2)
}

const snapshots = lastSnapshots(read('health_snapshots.csv'))
const rates = ratesToDollar(read('fx_rates.csv'))
const contracts = contractCents(read('contract_lines.csv'))

const rows = read('accounts.csv').map((account) => {
  const key = text(account, 'account_id')
  const snapshot: Row = snapshots.get(key) ?? {}
  const cents = contracts.get(key) ?? 0
  return {
    Account: key,
    'Account Name': text(account, 'account_name'),
    Parent: text(account, 'parent_account_id'),
    Segment: text(account, 'segment'),
    Airgapped: text(account, 'airgapped'),
    Onboarding: text(snapshot, 'onboarding'),
    Region: text(account, 'region'),
    'Signup Date': text(account, 'signup_date'),
    'Snapshot Date': text(snapshot, 'snapshot_date'),
    'Account - TA Sentiment': text(snapshot, 'ta_sentiment'),
    'Versions Behind': text(snapshot, 'versions_behind'),
    'Last 90 Days Defect Tickets': text(snapshot, 'defect_tickets_90d'),
    'Last 90 Days Question Tickets': text(snapshot, 'question_tickets_90d'),
    'Active Champion?': text(snapshot, 'active_champion'),
    'Access to Buyer?': text(snapshot, 'buyer_access'),
    'Last month MAU / Seats': text(snapshot, 'mau_seats_pct'),
    'Last 4 Wk DAU / MAU': text(snapshot, 'dau_mau'),
    Seats: text(snapshot, 'seats'),
    ACV: (cents / 100).toFixed(2),
    'ACV in USD': (Math.round(cents * (rates.get(text(account, 'currency')) ?? 1)) / 100).toFixed(2),
    Currency: text(account, 'currency'),
  }
})

writeFileSync('samples/accounts.csv', Papa.unparse(rows, { newline: '\n' }) + '\n')
process.stderr.write(`samples/accounts.csv: ${rows.length} accounts\n`)

function read(name: string): readonly Row[] {
  const path = join(folder ?? '', name)
  return Papa.parse<Row>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data
}

function text(row: Row, column: string): string {
  return row[column] ?? ''
}

function lastSnapshots(all: readonly Row[]): ReadonlyMap<string, Row> {
  const last = new Map<string, Row>()
  for (const snapshot of all) {
    const key = text(snapshot, 'account_id')
    const before = last.get(key)
    if (before === undefined || text(snapshot, 'snapshot_date') > text(before, 'snapshot_date')) last.set(key, snapshot)
  }
  return last
}

function ratesToDollar(all: readonly Row[]): ReadonlyMap<string, number> {
  const current = all.filter((rate) => text(rate, 'month_end') === AS_OF)
  return new Map(current.map((rate) => [text(rate, 'currency'), Number(text(rate, 'rate_to_usd'))]))
}

/** Whole cents in contract currency by account: recurring lines that have started and not yet ended. */
function contractCents(lines: readonly Row[]): ReadonlyMap<string, number> {
  const active = lines.filter(
    (line) =>
      text(line, 'charge_type') === 'recurring' && text(line, 'start_date') <= AS_OF && text(line, 'end_date') > AS_OF,
  )
  const cents = new Map<string, number>()
  for (const line of active) {
    const key = text(line, 'account_id')
    cents.set(key, (cents.get(key) ?? 0) + Math.round(Number(text(line, 'annual_value')) * 100))
  }
  return cents
}
