import type { Policy } from '../../finance/policy.ts'
import { ledgerOutcomes } from '../../validation/ledger-outcomes.ts'
import { type OutcomesReading, readOutcomes } from '../../validation/read/outcomes.ts'
import type { ScoredRows } from '../../validation/scored-rows.ts'
import { openAccounts, openLedger, openRates, type Say } from '../finance/open-tables.ts'
import { dayOption } from '../finance/options.ts'
import { headerOf, readWhole } from '../learn/read-whole.ts'
import { Problem } from '../problem.ts'
import { hasErrors } from '../text/findings.ts'
import { textTable, tolerable } from './load-scores.ts'
import { dayOrder, optionalDay, type ValidateCall } from './options.ts'

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
  const asOf = dayOption('--until', call.until)
  const policy: Policy = { asOf, currency: call.currency, recurring: call.recurring, rate: 'closing', gapDays: 0 }
  const rates = await openRates(call.fx, policy.currency, say)
  const accounts = call.accounts === undefined ? null : await openAccounts(call.accounts, say)
  const { ledger, findings } = await openLedger(
    path,
    {
      ...policy,
      ...dayOrder(call.dates),
      rates,
      from: firstOf(dates),
      ...(accounts && { parents: accounts.parentOf }),
    },
    say,
  )
  if (hasErrors(findings)) throw new Problem(`${path} cannot be used as a ledger`)
  return ledgerOutcomes(ledger, rates, policy)
}

/** Lines that ended before the first score need no rate. */
function firstOf(dates: Float64Array): number {
  return dates.reduce((least, date) => (date < least ? date : least), 2 ** 31 - 1)
}
