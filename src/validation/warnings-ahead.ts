import { discriminate, type Discrimination } from './discrimination.ts'
import { rowsByAccount } from './landmarks.ts'
import { monthOf } from './month-of.ts'
import { type Decided, lostSince, type Outcomes } from './outcomes.ts'
import { ladderOf, riskOf, type ScoredRows } from './scored-rows.ts'
import { type FlagHistory, leadTime, type LeadTime } from './statistics/lead-time.ts'

/** How early the worst band spoke up, and how the score did so many months before accounts could leave. */
export interface WarningsAhead {
  /** What counts as a flag: the worst band. */
  readonly rule: string
  readonly leadTime: LeadTime
  readonly byMonths: readonly MonthsAhead[] | null
}

export interface MonthsAhead extends Discrimination {
  readonly months: number
  readonly bands: readonly { readonly band: string; readonly n: number; readonly events: number }[]
}

const MONTHS = [1, 3, 6, 9, 12]

/** Null where scores of several dates or days of losses are lacking. */
export function warningsAhead(scores: ScoredRows, outcomes: Outcomes): WarningsAhead | null {
  const rule = ladderOf(scores)[0]
  if (!outcomes.dated || rule === undefined) return null
  const dated = [...scores.dates.keys()].filter((row) => !Number.isNaN(scores.dates[row]!) && scores.band[row]! >= 0)
  if (new Set(dated.map((row) => scores.dates[row]!)).size < 2) return null
  const byAccount = rowsByAccount(scores.accounts, scores.dates, dated)
  return {
    rule,
    leadTime: leadTime(histories(scores, outcomes, byAccount)),
    byMonths: outcomes.decisions && MONTHS.map((months) => monthsAhead(scores, outcomes.decisions!, months)),
  }
}

function histories(
  scores: ScoredRows,
  outcomes: Outcomes,
  byAccount: ReadonlyMap<string, readonly number[]>,
): readonly FlagHistory[] {
  const accounts = new Set([...byAccount.keys(), ...lostSince(outcomes, scores.dates)])
  return [...accounts].map((account) => {
    const own = byAccount.get(account) ?? []
    return {
      dates: own.map((row) => scores.dates[row]!),
      flagged: own.map((row) => scores.band[row] === 0),
      lostOn: outcomes.losses.get(account)?.at(-1)?.day ?? null,
    }
  })
}

/** Scores of the calendar month so many months before the month of each decision. */
function monthsAhead(scores: ScoredRows, decisions: readonly Decided[], months: number): MonthsAhead {
  const byMonth = new Map<string, number>()
  for (let row = 0; row < scores.length; row++) {
    if (Number.isNaN(scores.score[row]!) || Number.isNaN(scores.dates[row]!)) continue
    const key = `${monthOf(scores.dates[row]!)} ${scores.accounts[row]!}`
    const before = byMonth.get(key)
    if (before === undefined || scores.dates[before]! <= scores.dates[row]!) byMonth.set(key, row)
  }
  const joined = decisions.flatMap(({ account, day, churned }) => {
    const row = byMonth.get(`${monthOf(day) - months} ${account}`)
    return row === undefined ? [] : [{ row, account, churned }]
  })
  const risks = Float64Array.from(joined, ({ row }) => riskOf(scores, scores.score[row]!))
  const events = Uint8Array.from(joined, ({ churned }) => Number(churned))
  return {
    months,
    ...discriminate(
      risks,
      events,
      joined.map(({ account }) => account),
      null,
    ),
    bands: ladderOf(scores).map((band, code) => {
      const inside = joined.filter(({ row }) => scores.band[row] === code)
      return { band, n: inside.length, events: inside.filter(({ churned }) => churned).length }
    }),
  }
}
