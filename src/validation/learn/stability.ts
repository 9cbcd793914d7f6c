import { fit, type FitOptions } from './fit.ts'
import { rowsByAccount, subsample } from './folds.ts'
import { rowsOf, type Observations } from './observations.ts'
import type { Random } from './shuffled.ts'

/** In which share of the resamples a measure was chosen, and the weights it then had. */
export interface Stability {
  readonly chosen: number
  /** From the 5th to the 95th of a hundred, as shares of 1; 0 where it was not chosen. */
  readonly weight: readonly [number, number]
}

/** As many accounts as differ in a bootstrap sample. */
const PART = 0.632

/** Learns again from parts of the accounts: what holds only by chance does not come back. By candidate's name. */
export function stabilityOf(
  observations: Observations,
  options: FitOptions,
  resamples: number,
  random: Random,
  progress: () => void = () => undefined,
): ReadonlyMap<string, Stability> {
  const rows = rowsByAccount(observations)
  const weights = new Map(observations.candidates.map(({ name }) => [name, new Float64Array(resamples)]))
  for (let at = 0; at < resamples; at++) {
    const fitted = fit(rowsOf(observations, subsample(rows, PART, random)), options)
    for (const { banded, steps } of fitted?.measures ?? []) weights.get(banded.name)![at] = steps / 20
    progress()
  }
  return new Map([...weights].map(([name, found]) => [name, summary(found)]))
}

function summary(weights: Float64Array): Stability {
  const sorted = weights.toSorted()
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0
  const chosen = weights.filter((weight) => weight > 0).length
  return { chosen: weights.length === 0 ? 0 : chosen / weights.length, weight: [at(0.05), at(0.95)] }
}
