import type { Banding, Cut, Outcome, Range, RangeRow } from '../../model/judge.ts'

/**
 * Written rows as ascending cuts. Where rows overlap the first has the value, which for rows proved disjoint changes
 * nothing; where none claims a stretch its outcome is `otherwise`, or null.
 */
export function bandingOf(
  rows: readonly RangeRow[],
  otherwise: Outcome | null,
  guard: (at: number) => number,
  textOf: ReadonlyMap<number, string>,
): Banding {
  const edges = [...new Set(rows.flatMap((row) => row.ranges.flatMap(edgesOf)))].toSorted((a, b) => a - b)
  const claim = (holds: (range: Range) => boolean): Outcome | null =>
    rows.find((row) => row.ranges.some(holds))?.outcome ?? otherwise
  const cuts: Cut[] = []
  const outcomes: (Outcome | null)[] = [claim((range) => range.low === null && !isEmpty(range))]
  const step = (at: number, owner: Cut['owner'], outcome: Outcome | null): void => {
    if (sameOutcome(outcome, outcomes.at(-1) ?? null)) return
    cuts.push({ at, owner, guard: guard(at), text: textOf.get(at) ?? String(at) })
    outcomes.push(outcome)
  }
  for (const at of edges) {
    step(
      at,
      'above',
      claim((range) => hasPoint(range, at)),
    )
    step(
      at,
      'below',
      claim((range) => hasAfter(range, at)),
    )
  }
  return { cuts, outcomes }
}

function edgesOf(range: Range): number[] {
  return [range.low, range.high].filter((edge) => edge !== null)
}

/** Rows share outcome objects only within a row, so equal content counts as the same. */
function sameOutcome(a: Outcome | null, b: Outcome | null): boolean {
  if (a === null || b === null) return a === b
  return a.band === b.band && a.points === b.points && a.because === b.because && a.action === b.action
}

function isEmpty(range: Range): boolean {
  if (range.low === null || range.high === null) return false
  return range.low > range.high || (range.low === range.high && !(range.lowIncluded && range.highIncluded))
}

function hasPoint(range: Range, at: number): boolean {
  const above = range.low === null || at > range.low || (at === range.low && range.lowIncluded)
  const below = range.high === null || at < range.high || (at === range.high && range.highIncluded)
  return above && below
}

/** Holds just after `at`, where no other edge lies between. */
function hasAfter(range: Range, at: number): boolean {
  return (range.low === null || at >= range.low) && (range.high === null || at < range.high) && !isEmpty(range)
}

/** The numbers a raw input can be. */
export interface Reach {
  readonly low: number | null
  readonly high: number | null
  readonly whole: boolean
}

/** Without the stretches that no value can be in: between 0 and 1 for a count, below 0 for one that cannot be negative. */
export function withinReach(banding: Banding, reach: Reach): Banding {
  const cuts: Cut[] = []
  const outcomes: (Outcome | null)[] = []
  for (const [at, outcome] of banding.outcomes.entries()) {
    const from = banding.cuts[at - 1]
    if (!isReached(from, banding.cuts[at], reach)) continue
    if (outcomes.length > 0 && sameOutcome(outcomes.at(-1)!, outcome)) continue
    if (outcomes.length > 0 && from) cuts.push(from)
    outcomes.push(outcome)
  }
  return outcomes.length > 0 ? { cuts, outcomes } : banding
}

/** Whether some value lies after `from` and before `to`. */
export function isReached(from: Cut | undefined, to: Cut | undefined, reach: Reach): boolean {
  let low = from?.at ?? -Infinity
  let lowIncluded = from?.owner === 'above'
  let high = to?.at ?? Infinity
  let highIncluded = to?.owner === 'below'
  if (reach.low !== null && reach.low > low) [low, lowIncluded] = [reach.low, true]
  if (reach.high !== null && reach.high < high) [high, highIncluded] = [reach.high, true]
  if (reach.whole) {
    const first = Number.isInteger(low) && !lowIncluded ? low + 1 : Math.ceil(low)
    const last = Number.isInteger(high) && !highIncluded ? high - 1 : Math.floor(high)
    return first <= last
  }
  return low < high || (low === high && lowIncluded && highIncluded)
}
