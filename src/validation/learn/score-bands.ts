import { mergeToBands, type Least } from './merge.ts'
import { NOTHING, plus, type Tally } from './tally.ts'

/** How the whole score is cut into bands. */
export type ScoreBandsBy =
  /** Where it tells most. */
  | { readonly kind: 'outcomes' }
  /** Poor is at most this share of the accounts: as many as people can look after. */
  | { readonly kind: 'capacity'; readonly share: number }
  /** Poor is where so large a share churns: where what is expected to be lost pays for the work. */
  | { readonly kind: 'loss'; readonly rate: number }

/** Scores from which each band but the worst begins, of 100, with what each band held: two or three, worst first. */
export interface ScoreBands {
  readonly cuts: readonly number[]
  readonly tallies: readonly Tally[]
}

/** Cuts are multiples of this. */
const STEP = 5

/** Bands of a score (0..100, NaN is none) whose churn falls from band to band; null where there are none. */
export function scoreBands(scores: Float64Array, churned: Uint8Array, by: ScoreBandsBy): ScoreBands | null {
  const stairs = stairsOf(scores, churned)
  const least = { rows: Math.ceil(scores.length / 20), events: 5 }
  const first = by.kind === 'outcomes' ? null : declaredCut(stairs, by)
  if (first === null) return fromOutcomes(stairs, least)
  const above = fromOutcomes(stairs.slice(first), least)
  const cuts = [first * STEP, ...(above === null ? [] : [above.cuts[0]! + first * STEP])]
  return { cuts, tallies: talliesBetween(stairs, cuts) }
}

/** The band of a score by its cuts: 0 is the worst. */
export function scoreRank(score: number, { cuts }: ScoreBands): number {
  return cuts.filter((cut) => score >= cut - 1e-7).length
}

/** Rows and events by fives: stair k holds the scores from 5k to below 5(k + 1); the last holds 100 as well. */
function stairsOf(scores: Float64Array, churned: Uint8Array): readonly Tally[] {
  const stairs = Array.from({ length: 100 / STEP }, () => NOTHING)
  for (const [row, score] of scores.entries()) {
    if (Number.isNaN(score)) continue
    const at = Math.min(stairs.length - 1, Math.floor((score + 1e-7) / STEP))
    stairs[at] = plus(stairs[at]!, { rows: 1, events: churned[row]! })
  }
  return stairs
}

function fromOutcomes(stairs: readonly Tally[], least: Least): ScoreBands | null {
  // Empty stairs say nothing and would end a pool.
  const filled = stairs.flatMap((tally, at) => (tally.rows > 0 ? [{ at, tally }] : []))
  const merged = mergeToBands(
    filled.map(({ tally }) => tally),
    least,
  )
  if (merged === null) return null
  const cuts = merged.starts.map((start) => filled[start]!.at * STEP)
  return { cuts, tallies: talliesBetween(stairs, cuts) }
}

/** The first stair that is no longer poor. */
function declaredCut(stairs: readonly Tally[], by: Exclude<ScoreBandsBy, { kind: 'outcomes' }>): number | null {
  const all = stairs.reduce(plus, NOTHING)
  let below = NOTHING
  let found: number | null = null
  for (const [at, tally] of stairs.entries()) {
    const poor = plus(below, tally)
    const fits =
      by.kind === 'capacity'
        ? poor.rows <= by.share * all.rows
        : tally.rows === 0 || tally.events >= by.rate * tally.rows
    if (!fits || at === stairs.length - 1) break
    if (poor.rows > 0) found = at + 1
    below = poor
  }
  return found
}

function talliesBetween(stairs: readonly Tally[], cuts: readonly number[]): readonly Tally[] {
  const edges = [0, ...cuts.map((cut) => cut / STEP), stairs.length]
  return edges.slice(0, -1).map((from, at) => stairs.slice(from, edges[at + 1]!).reduce(plus, NOTHING))
}
