import type { BandedNumber, Edge } from './banded.ts'
import { ranksOf, talliesOf } from './banded.ts'
import { mergeToBands, type Least, type Merged } from './merge.ts'
import type { NumberCandidate } from './observations.ts'
import { snapCuts, type Stair } from './snap.ts'
import { NOTHING, plus, type Tally } from './tally.ts'

/** So many bins of like size are looked at before bands are made of them. */
const BINS = 20

/** Monotone bands of a number, its cut points round; null where it tells nothing. */
export function bandNumber(candidate: NumberCandidate, churned: Uint8Array, least: Least): BandedNumber | null {
  const stairs = stairsOf(candidate, churned)
  const found = candidate.rising === null ? [true, false] : [candidate.rising]
  const best = found
    .map((rising) => ({ rising, merged: mergeRising(stairs, rising, least) }))
    .filter((one): one is { rising: boolean; merged: RisingCuts } => one.merged !== null)
    .toSorted((a, b) => b.merged.likelihood - a.merged.likelihood)[0]
  if (best === undefined) return null
  const cuts = snapCuts(stairs, best.merged.cuts, candidate.type, least)
  return withTallies({ name: candidate.name, cuts, rising: best.rising }, candidate, churned)
}

function withTallies(
  found: { readonly name: string; readonly cuts: readonly Edge[]; readonly rising: boolean },
  candidate: NumberCandidate,
  churned: Uint8Array,
): BandedNumber {
  const bare: BandedNumber = { kind: 'number', ...found, bands: [], missing: NOTHING }
  return { ...bare, ...talliesOf(ranksOf(bare, candidate), found.cuts.length + 1, churned) }
}

/** Values that occur, ascending, each with its rows and events. */
function stairsOf({ values }: NumberCandidate, churned: Uint8Array): readonly Stair[] {
  const byValue = new Map<number, Tally>()
  for (const [row, value] of values.entries()) {
    // -0 and 0 are one value.
    if (!Number.isNaN(value))
      byValue.set(value + 0, plus(byValue.get(value + 0) ?? NOTHING, { rows: 1, events: churned[row]! }))
  }
  return [...byValue].map(([value, tally]) => ({ value, tally })).toSorted((a, b) => a.value - b.value)
}

interface RisingCuts {
  /** Places among the stairs, upward: the first stair of each band but the lowest. */
  readonly cuts: readonly number[]
  readonly likelihood: number
}

function mergeRising(stairs: readonly Stair[], rising: boolean, least: Least): RisingCuts | null {
  const bins = binsOf(stairs)
  const worstFirst = rising ? bins : bins.toReversed()
  const merged: Merged | null = mergeToBands(
    worstFirst.map((bin) => bin.tally),
    least,
  )
  if (merged === null) return null
  const cuts = rising
    ? merged.starts.map((start) => bins[start]!.first)
    : merged.starts.map((start) => bins[bins.length - start]!.first).toReversed()
  return { cuts, likelihood: merged.likelihood }
}

interface Bin {
  /** Its lowest stair. */
  readonly first: number
  readonly tally: Tally
}

/** At most twenty bins of about as many rows each; equal values stay together. */
function binsOf(stairs: readonly Stair[]): readonly Bin[] {
  if (stairs.length <= BINS) return stairs.map(({ tally }, first) => ({ first, tally }))
  const rows = stairs.reduce((sum, { tally }) => sum + tally.rows, 0)
  const bins: Bin[] = []
  let below = 0
  let last = -1
  for (const [first, { tally }] of stairs.entries()) {
    // The bin of a value is that of the middle of its rows.
    const bin = Math.floor(((below + tally.rows / 2) / rows) * BINS)
    if (bin > last) bins.push({ first, tally })
    else bins.push({ first: bins.at(-1)!.first, tally: plus(bins.pop()!.tally, tally) })
    last = bin
    below += tally.rows
  }
  return bins
}
