import { chiSquareTail } from './distributions.ts'
import { ascending } from './mid-ranks.ts'

export interface HosmerLemeshow {
  readonly chiSquare: number
  readonly freedom: number
  readonly p: number
  readonly groups: number
}

/** As many distinct probabilities as this are groups of their own; more are cut into tenths. */
const MOST_GROUPS = 20

/**
 * Hosmer and Lemeshow's test of expected against observed events by groups of equal or neighbouring probabilities; equal ones
 * stay together. With many accounts it rejects what is of no importance: read it beside the calibration error. Null with
 * fewer than three groups.
 */
export function hosmerLemeshow(probabilities: ArrayLike<number>, events: ArrayLike<number>): HosmerLemeshow | null {
  const groups = grouped(probabilities, events)
  if (groups.length < 3) return null
  const chiSquare = groups.reduce((sum, { n, observed, expected }) => {
    const variance = expected * (1 - expected / n)
    return variance > 0 ? sum + (observed - expected) ** 2 / variance : sum
  }, 0)
  const freedom = groups.length - 2
  return { chiSquare, freedom, p: chiSquareTail(chiSquare, freedom), groups: groups.length }
}

interface Group {
  readonly n: number
  readonly observed: number
  readonly expected: number
}

function grouped(probabilities: ArrayLike<number>, events: ArrayLike<number>): readonly Group[] {
  const equal: Group[] = []
  let last = NaN
  for (const place of ascending(probabilities)) {
    const probability = probabilities[place]!
    const before = probability === last ? equal.pop()! : { n: 0, observed: 0, expected: 0 }
    equal.push({
      n: before.n + 1,
      observed: before.observed + events[place]!,
      expected: before.expected + probability,
    })
    last = probability
  }
  return equal.length <= MOST_GROUPS ? equal : tenths(equal, events.length)
}

function tenths(equal: readonly Group[], n: number): readonly Group[] {
  const groups = new Map<number, Group>()
  let before = 0
  for (const one of equal) {
    // Where its middle falls.
    const tenth = Math.min(9, Math.floor(((before + one.n / 2) / n) * 10))
    const group = groups.get(tenth) ?? { n: 0, observed: 0, expected: 0 }
    groups.set(tenth, {
      n: group.n + one.n,
      observed: group.observed + one.observed,
      expected: group.expected + one.expected,
    })
    before += one.n
  }
  return [...groups.values()]
}
