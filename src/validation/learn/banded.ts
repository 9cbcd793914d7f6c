import type { Candidate, ChoiceCandidate, NumberCandidate } from './observations.ts'
import type { Tally } from './tally.ts'

/** A candidate with the bands that were learned for it. Ranks count from 0, the worst. */
export type Banded = BandedNumber | BandedChoice

interface Learned {
  /** Its name among the candidates. */
  readonly name: string
  /** Rows and events of each band, worst first, and of the rows without a value. */
  readonly bands: readonly Tally[]
  readonly missing: Tally
}

export interface BandedNumber extends Learned {
  readonly kind: 'number'
  /** Where a new band begins, upward; a value on an edge belongs to the band above. */
  readonly cuts: readonly Edge[]
  /** Higher is healthier. */
  readonly rising: boolean
}

/** A cut point: the number compared with, and how it is written. */
export interface Edge {
  readonly at: number
  readonly text: string
}

export interface BandedChoice extends Learned {
  readonly kind: 'choice'
  /** By level, its rank; -1 for a level that never occurred. */
  readonly ranks: readonly number[]
}

/** The rank of every row; -1 where there is no value, or one that no band claims. */
export function ranksOf(banded: Banded, candidate: Candidate): Int8Array {
  return banded.kind === 'number'
    ? numberRanks(banded, candidate as NumberCandidate)
    : choiceRanks(banded, candidate as ChoiceCandidate)
}

function numberRanks({ cuts, rising }: Pick<BandedNumber, 'cuts' | 'rising'>, { values }: NumberCandidate): Int8Array {
  const ranks = new Int8Array(values.length)
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!
    let above = 0
    while (above < cuts.length && value >= cuts[above]!.at) above++
    ranks[row] = Number.isNaN(value) ? -1 : rising ? above : cuts.length - above
  }
  return ranks
}

function choiceRanks({ ranks }: BandedChoice, { codes }: ChoiceCandidate): Int8Array {
  const found = new Int8Array(codes.length)
  for (let row = 0; row < codes.length; row++) found[row] = ranks[codes[row]!] ?? -1
  return found
}

/** Rows and events by rank, and of the rows without one. */
export function talliesOf(
  ranks: Int8Array,
  count: number,
  churned: Uint8Array,
): { readonly bands: readonly Tally[]; readonly missing: Tally } {
  // One more than the bands: the last is for rows without a rank.
  const rows = new Float64Array(count + 1)
  const events = new Float64Array(count + 1)
  for (let row = 0; row < ranks.length; row++) {
    const at = ranks[row]! < 0 ? count : ranks[row]!
    rows[at]!++
    events[at]! += churned[row]!
  }
  const tallies = Array.from(rows, (all, at) => ({ rows: all, events: events[at]! }))
  return { bands: tallies.slice(0, count), missing: tallies[count]! }
}

/** Points of a rank as a share of the scale: 0, a half and 1, or 0 and 1. */
export function shareOf(rank: number, count: number): number {
  return rank / (count - 1)
}
