import { isoDate } from '../../engine/days.ts'
import { type Ledger, OPEN } from '../ledger.ts'
import type { Policy } from '../policy.ts'
import type { Rates } from '../rates.ts'
import { openBook } from '../walk.ts'
import { type Closing, closingOf } from './closing.ts'
import type { LineStories } from './restated-lines.ts'
import { type EarlierReport, restate, type Restatement } from './restatement.ts'

export interface Opened {
  readonly ledger: Ledger
  readonly rates: Rates
  readonly policy: Policy
  /** The day of the opening. */
  readonly from: number
}

/** The opening of a report against the closing of an earlier one; `opening` is what the bridge opens with. */
export function restatedOpening(earlier: EarlierReport, opened: Opened, opening: number): Restatement {
  const { ledger, rates, policy, from } = opened
  const now = closingOf(ledger, rates, policy, from)
  const day = Math.min(from, policy.asOf)
  return restate(
    earlier,
    { ...now, amount: opening },
    (currency) => rates.at(currency, day),
    stories(earlier, opened, now),
  )
}

/** What the ledger says of a line that came or went: where lines have no ids of their own, nothing. */
function stories({ excluded }: EarlierReport, { ledger, policy, from }: Opened, now: Closing): LineStories {
  const day = Math.min(from, policy.asOf)
  let known: ReadonlyMap<string, string> | null = null
  return {
    gone: ({ line }) => (now.byRow ? null : ((known ??= notInForce(ledger, policy, day)).get(line) ?? null)),
    come: ({ line }) => (now.byRow || !excluded.has(line) ? null : `did not count before: ${excluded.get(line)!}`),
  }
}

/** Lines that are there and not in force on a day, with the reason. */
function notInForce(ledger: Ledger, policy: Policy, day: number): ReadonlyMap<string, string> {
  const { ids, start, end } = ledger
  const { ends } = openBook(ledger, policy, 'account')
  const reasons = new Map(ledger.excluded.map(({ line, reason }) => [line, `does not count: ${reason}`]))
  for (let line = 0; line < ledger.length; line++) {
    if (start[line]! > day) reasons.set(ids[line]!, `starts on ${isoDate(start[line]!)} now`)
    else if (ends[line]! <= day && end[line] !== OPEN) reasons.set(ids[line]!, `ends on ${isoDate(end[line]!)} now`)
  }
  return reasons
}
