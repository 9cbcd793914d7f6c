import { solvePositive } from './cholesky.ts'
import { chiSquareTail } from './distributions.ts'
import { ascending } from './mid-ranks.ts'

export interface LogRank {
  readonly chiSquare: number
  readonly freedom: number
  readonly p: number
  /** By group, in the order of `groups`. */
  readonly observed: readonly number[]
  readonly expected: readonly number[]
}

/** Whether groups end at different speeds. `groups` numbers them from 0. Null where fewer than two groups can be told apart. */
export function logRank(
  times: ArrayLike<number>,
  events: ArrayLike<number>,
  groups: ArrayLike<number>,
  count: number,
): LogRank | null {
  const order = ascending(times)
  const atRisk = new Float64Array(count)
  for (const place of order) atRisk[groups[place]!]!++
  const observed = new Float64Array(count)
  const expected = new Float64Array(count)
  const covariance = new Float64Array(count * count)
  for (let from = 0; from < order.length;) {
    const time = times[order[from]!]!
    const leaving = new Float64Array(count)
    let ended = 0
    const all = order.length - from
    let to = from
    for (; to < order.length && times[order[to]!] === time; to++) {
      const group = groups[order[to]!]!
      leaving[group]!++
      observed[group]! += events[order[to]!]!
      ended += events[order[to]!]!
    }
    if (ended > 0) addEnding({ atRisk, all, ended }, expected, covariance)
    for (let group = 0; group < count; group++) atRisk[group]! -= leaving[group]!
    from = to
  }
  return compared(observed, expected, covariance)
}

function addEnding(
  { atRisk, all, ended }: { atRisk: Float64Array; all: number; ended: number },
  expected: Float64Array,
  covariance: Float64Array,
): void {
  const count = atRisk.length
  const spread = all > 1 ? (ended * (all - ended)) / (all - 1) : 0
  for (let group = 0; group < count; group++) {
    const share = atRisk[group]! / all
    expected[group]! += ended * share
    for (let other = 0; other < count; other++) {
      const same = group === other ? 1 : 0
      covariance[group * count + other]! += spread * share * (same - atRisk[other]! / all)
    }
  }
}

/** The last group that anything was expected of follows from the others. */
function compared(observed: Float64Array, expected: Float64Array, covariance: Float64Array): LogRank | null {
  const count = observed.length
  const used = [...expected.keys()].filter((group) => expected[group]! > 0)
  const kept = used.slice(0, -1)
  if (kept.length === 0) return null
  const differences = Float64Array.from(kept, (group) => observed[group]! - expected[group]!)
  const matrix = Float64Array.from(kept.flatMap((group) => kept.map((other) => covariance[group * count + other]!)))
  const solved = solvePositive(matrix, differences)
  if (solved === null) return null
  const chiSquare = differences.reduce((sum, difference, at) => sum + difference * solved[at]!, 0)
  return {
    chiSquare,
    freedom: kept.length,
    p: chiSquareTail(chiSquare, kept.length),
    observed: [...observed],
    expected: [...expected],
  }
}
