import { likelihood, NOTHING, plus, smoothedRate, type Tally } from './tally.ts'

/** What a band must hold before it is believed. */
export interface Least {
  readonly rows: number
  readonly events: number
}

/** Neighbours joined into at most three bands: where each but the first begins, and how well they tell churn. */
export interface Merged {
  readonly starts: readonly number[]
  readonly likelihood: number
}

/** Log-likelihood that a cut must gain: the best of so many possible cuts gains about this much by chance. */
const WORTH_A_CUT = 3

/**
 * The best two or three bands out of a row of tallies, worst first: churn falls from one to the next, each has `least`
 * rows and events. Null where even two bands tell nothing. First pools neighbours that are out of order (the
 * pool-adjacent-violators algorithm): the best cuts lie between its pools.
 */
export function mergeToBands(tallies: readonly Tally[], least: Least): Merged | null {
  const pools = poolViolators(tallies)
  const sums = [NOTHING]
  for (const { tally } of pools) sums.push(plus(sums.at(-1)!, tally))
  const between = (from: number, to: number): Tally => ({
    rows: sums[to]!.rows - sums[from]!.rows,
    events: sums[to]!.events - sums[from]!.events,
  })
  const n = pools.length
  const enough = (tally: Tally): boolean => tally.rows >= least.rows && tally.events >= least.events
  const none = likelihood(between(0, n))
  let best: { cuts: readonly number[]; likelihood: number; worth: number } = { cuts: [], likelihood: none, worth: none }
  const consider = (cuts: readonly number[]): void => {
    const bands = [0, ...cuts].map((from, at) => between(from, cuts[at] ?? n))
    if (!bands.every(enough)) return
    if (bands.some((band, at) => at > 0 && smoothedRate(band) >= smoothedRate(bands[at - 1]!))) return
    const found = bands.reduce((sum, band) => sum + likelihood(band), 0)
    const worth = found - cuts.length * WORTH_A_CUT
    if (worth > best.worth) best = { cuts, likelihood: found, worth }
  }
  for (let first = 1; first < n; first++) {
    consider([first])
    for (let second = first + 1; second < n; second++) consider([first, second])
  }
  if (best.cuts.length === 0) return null
  return { starts: best.cuts.map((cut) => pools[cut]!.start), likelihood: best.likelihood }
}

interface Pool {
  readonly start: number
  readonly tally: Tally
}

/** Neighbours pooled until the share that churned falls from each pool to the next. */
export function poolViolators(tallies: readonly Tally[]): readonly Pool[] {
  const pools: Pool[] = []
  for (const [start, tally] of tallies.entries()) {
    let pool: Pool = { start, tally }
    for (;;) {
      const before = pools.at(-1)
      // Shares compared by products: no division, no 0 / 0.
      if (before === undefined || before.tally.events * pool.tally.rows > pool.tally.events * before.tally.rows) break
      pools.pop()
      pool = { start: before.start, tally: plus(before.tally, pool.tally) }
    }
    pools.push(pool)
  }
  return pools
}
