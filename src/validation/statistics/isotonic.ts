import { ascending } from './mid-ranks.ts'

/**
 * The values nearest to those given, in weighted squares, that never go against `direction`: neighbours that do are pooled
 * to their mean (PAVA).
 */
export function pava(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  direction: 'rising' | 'falling' = 'rising',
): Float64Array {
  const sign = direction === 'rising' ? 1 : -1
  const pools: { value: number; weight: number; length: number }[] = []
  for (let at = 0; at < values.length; at++) {
    let pool = { value: values[at]!, weight: weights[at]!, length: 1 }
    for (let last = pools.at(-1); last && sign * (last.value - pool.value) >= 0; last = pools.at(-1)) {
      pools.pop()
      const weight = last.weight + pool.weight
      const value = (last.value * last.weight + pool.value * pool.weight) / weight
      pool = { value, weight, length: last.length + pool.length }
    }
    pools.push(pool)
  }
  return Float64Array.from(pools.flatMap(({ value, length }) => Array.from({ length }, () => value)))
}

/** A stretch of scores with one rate of events. */
export interface IsotonicStep {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly events: number
  readonly rate: number
}

/** The rate of events by score, only falling (or only rising) as the score rises, in as few steps as say it. */
export function isotonic(
  scores: ArrayLike<number>,
  events: ArrayLike<number>,
  direction: 'rising' | 'falling' = 'falling',
): readonly IsotonicStep[] {
  const groups = byScore(scores, events)
  const rates = pava(
    groups.map((group) => group.events / group.n),
    groups.map((group) => group.n),
    direction,
  )
  const steps: IsotonicStep[] = []
  groups.forEach((group, at) => {
    const rate = rates[at]!
    const last = steps.at(-1)
    if (last?.rate !== rate)
      return steps.push({ from: group.score, to: group.score, n: group.n, events: group.events, rate })
    steps[steps.length - 1] = { ...last, to: group.score, n: last.n + group.n, events: last.events + group.events }
  })
  return steps
}

/** Accounts and events at each distinct score, from low to high. */
export function byScore(scores: ArrayLike<number>, events: ArrayLike<number>) {
  const groups: { score: number; n: number; events: number }[] = []
  for (const place of ascending(scores)) {
    const score = scores[place]!
    const last = groups.at(-1)
    const group = last?.score === score ? last : { score, n: 0, events: 0 }
    if (group !== last) groups.push(group)
    group.n++
    group.events += events[place]!
  }
  return groups
}
