import type { Finding } from '../../findings/finding.ts'
import { accountsInputs, readAccounts } from '../../finance/read/accounts.ts'
import { ledgerInputs } from '../../finance/read/ledger-fields.ts'
import { readLedger } from '../../finance/read/ledger.ts'
import { ratesInputs, ratesOf, readRates } from '../../finance/read/rates.ts'
import type { Policy } from '../../finance/policy.ts'
import { withTable } from '../../tables/node.ts'
import { ledgerOutcomes } from '../../validation/ledger-outcomes.ts'
import { type OutcomesReading, readOutcomes } from '../../validation/read/outcomes.ts'
import type { ScoredRows } from '../../validation/scored-rows.ts'
import { headerOf, readWhole } from '../learn/read-whole.ts'
import { Problem } from '../problem.ts'
import { hasErrors } from '../text/findings.ts'
import { textTable, tolerable } from './load-scores.ts'
import { dayOf, dayOrder, optionalDay, type ValidateCall } from './options.ts'

/** Findings are given to `say` file by file. */
export type Say = (path: string, findings: readonly Finding[]) => void

/** What became of the accounts: from `--outcomes`, or from the contract lines of `--ledger`. */
export async function loadOutcomes(
  call: ValidateCall,
  { dates }: Pick<ScoredRows, 'dates'>,
  say: Say,
): Promise<OutcomesReading['outcomes']> {
  if (call.outcomes !== undefined && call.ledger !== undefined)
    throw new Problem('--outcomes and --ledger both say what became of the accounts: give one of them')
  if (call.outcomes !== undefined) return fromTable(call, call.outcomes, say)
  if (call.ledger !== undefined) return fromLedger(call, call.ledger, dates, say)
  throw new Problem('say what became of the accounts: --outcomes FILE, or --ledger FILE with --until DATE')
}

async function fromTable(call: ValidateCall, path: string, say: Say): Promise<OutcomesReading['outcomes']> {
  const table = await readWhole(path, [], call.outcomeKey === undefined ? {} : { key: call.outcomeKey })
  const [churned, meaning] = call.outcome?.split('=') ?? []
  const { outcomes, findings } = readOutcomes(textTable(table), {
    ...(churned !== undefined && { churned: headerOf(table.headers, churned, path) }),
    ...(meaning !== undefined && { meaning }),
    ...(call.outcomeDate !== undefined && { date: headerOf(table.headers, call.outcomeDate, path) }),
    ...optionalDay('until', '--until', call.until),
    ...dayOrder(call.dates),
  })
  say(path, [...tolerable(table.findings), ...findings])
  return outcomes
}

async function fromLedger(
  call: ValidateCall,
  path: string,
  dates: Float64Array,
  say: Say,
): Promise<OutcomesReading['outcomes']> {
  if (call.until === undefined)
    throw new Problem(
      '--ledger needs --until, the last day of which the ledger knows all ends: later ends are no churn yet',
    )
  const asOf = dayOf('--until', call.until)
  const policy: Policy = { asOf, currency: call.currency, recurring: call.recurring, rate: 'closing', gapDays: 0 }
  const rates =
    call.fx === undefined
      ? ratesOf(policy.currency, [])
      : await withTable(
          call.fx,
          ratesInputs(policy.currency),
          async (table) => {
            const reading = await readRates(table, policy.currency)
            say(call.fx!, reading.findings)
            return reading.rates
          },
          { key: false },
        )
  const parents = call.accounts === undefined ? undefined : await parentsOf(call.accounts, say)
  const reading = await withTable(
    path,
    ledgerInputs,
    (table) =>
      readLedger(table, {
        ...policy,
        ...dayOrder(call.dates),
        rates,
        from: firstOf(dates),
        ...(parents && { parents }),
      }),
    { key: false },
  )
  say(path, reading.findings)
  if (hasErrors(reading.findings)) throw new Problem(`${path} cannot be used as a ledger`)
  return ledgerOutcomes(reading.ledger, rates, policy)
}

/** Lines that ended before the first score need no rate. */
function firstOf(dates: Float64Array): number {
  return dates.reduce((least, date) => (date < least ? date : least), 2 ** 31 - 1)
}

async function parentsOf(path: string, say: Say): Promise<ReadonlyMap<string, string>> {
  const { accounts, findings } = await withTable(path, accountsInputs(), (table) => readAccounts(table), { key: false })
  say(path, findings)
  return accounts.parentOf
}
