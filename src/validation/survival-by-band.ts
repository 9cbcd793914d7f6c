import { knownAt, rowsByAccount } from './landmarks.ts'
import { lossBefore } from './observations.ts'
import type { Outcomes } from './outcomes.ts'
import { ladderOf, type ScoredRows } from './scored-rows.ts'
import { kaplanMeier, medianSurvival, type SurvivalStep } from './statistics/kaplan-meier.ts'
import { logRank, type LogRank } from './statistics/log-rank.ts'

/** How long accounts stayed after one day, by the band that they had on it. */
export interface SurvivalByBand {
  /** Days since 1970-01-01: where time starts, so that a score cannot look ahead. */
  readonly landmark: number
  readonly until: number
  readonly bands: readonly {
    readonly band: string
    readonly n: number
    readonly events: number
    /** In days from the landmark. */
    readonly median: number | null
    readonly steps: readonly SurvivalStep[]
  }[]
  readonly logRank: LogRank | null
}

/** A year should follow the landmark. */
const FOLLOW_UP = 365

/** Null without dates, or without a band. `at` chooses the landmark; else it is the last day with a year after it. */
export function survivalByBand(scores: ScoredRows, outcomes: Outcomes, at?: number): SurvivalByBand | null {
  const { until } = outcomes
  if (!outcomes.dated || until === null) return null
  const banded = [...scores.band.keys()].filter((row) => scores.band[row]! >= 0 && scores.dates[row]! < until)
  const days = [...new Set(banded.map((row) => scores.dates[row]!))].toSorted((a, b) => a - b)
  const landmark = at ?? days.findLast((day) => day + FOLLOW_UP <= until) ?? days[0]
  if (landmark === undefined) return null
  const byAccount = rowsByAccount(scores.accounts, scores.dates, banded)
  const members = [...knownAt(byAccount, scores.dates, landmark)].flatMap(([account, row]) => {
    const losses = outcomes.losses.get(account) ?? []
    const stranger = outcomes.known !== null && !outcomes.known.has(account)
    if (stranger || lossBefore(losses, landmark)) return []
    if (outcomes.isCustomer !== null && !outcomes.isCustomer(account, landmark)) return []
    const lost = losses.find(({ day }) => day > landmark && day <= until)
    return [{ band: scores.band[row]!, time: (lost?.day ?? until) - landmark, event: lost ? 1 : 0 }]
  })
  return {
    landmark,
    until,
    bands: ladderOf(scores).map((band, code) => {
      const inside = members.filter((one) => one.band === code)
      const steps = kaplanMeier(
        inside.map(({ time }) => time),
        inside.map(({ event }) => event),
      )
      return {
        band,
        n: inside.length,
        events: inside.reduce((sum, { event }) => sum + event, 0),
        median: medianSurvival(steps),
        steps,
      }
    }),
    logRank: logRank(
      members.map(({ time }) => time),
      members.map(({ event }) => event),
      members.map(({ band }) => band),
      scores.ladder,
    ),
  }
}
