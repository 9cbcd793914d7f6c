import type { BandedChoice } from './banded.ts'
import { ranksOf, talliesOf } from './banded.ts'
import { mergeToBands, type Least } from './merge.ts'
import type { ChoiceCandidate } from './observations.ts'
import { NOTHING, plus, type Tally } from './tally.ts'

/** A level is held to be like all others until so many rows have spoken: a rare one does not lead. */
const DOUBT = 20

/** Bands of a choice: its levels by the share that churned, or in the order that people gave them; null where it tells nothing. */
export function bandChoice(candidate: ChoiceCandidate, churned: Uint8Array, least: Least): BandedChoice | null {
  const tallies = candidate.levels.map(() => NOTHING)
  for (const [row, code] of candidate.codes.entries()) {
    if (code >= 0) tallies[code] = plus(tallies[code]!, { rows: 1, events: churned[row]! })
  }
  const steps = candidate.ranks === null ? byRate(tallies) : byRank(candidate.ranks, tallies)
  const merged = mergeToBands(
    steps.map((levels) => levels.reduce((sum, level) => plus(sum, tallies[level]!), NOTHING)),
    least,
  )
  if (merged === null) return null
  const ranks = candidate.levels.map(() => -1)
  for (const [at, levels] of steps.entries()) {
    for (const level of levels) ranks[level] = merged.starts.filter((start) => start <= at).length
  }
  const bare: BandedChoice = { kind: 'choice', name: candidate.name, ranks, bands: [], missing: NOTHING }
  return { ...bare, ...talliesOf(ranksOf(bare, candidate), merged.starts.length + 1, churned) }
}

/** Levels that occur, those that churn most first; of equals the first named. */
function byRate(tallies: readonly Tally[]): readonly (readonly number[])[] {
  const all = tallies.reduce(plus, NOTHING)
  const rate = ({ rows, events }: Tally): number => (events + (DOUBT * all.events) / all.rows) / (rows + DOUBT)
  return occurring(tallies)
    .toSorted((a, b) => rate(tallies[b]!) - rate(tallies[a]!) || a - b)
    .map((level) => [level])
}

function byRank(ranks: readonly number[], tallies: readonly Tally[]): readonly (readonly number[])[] {
  const levels = occurring(tallies).toSorted((a, b) => ranks[a]! - ranks[b]! || a - b)
  return [...new Set(levels.map((level) => ranks[level]!))].map((rank) =>
    levels.filter((level) => ranks[level] === rank),
  )
}

function occurring(tallies: readonly Tally[]): readonly number[] {
  return tallies.flatMap(({ rows }, level) => (rows > 0 ? [level] : []))
}
