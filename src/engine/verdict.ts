import type { Band, Outcome } from '../model/judge.ts'
import { invariant } from './invariant.ts'

/** What a judge says of one value. `threshold` is what decided, as people write it. */
export type Verdict =
  | {
      readonly kind: 'outcome'
      readonly band: string | null
      /** null: the points of the band's rung. */
      readonly points: number | null
      readonly because: string | null
      readonly action: string | null
      readonly threshold: string | null
    }
  | { readonly kind: 'unscored'; readonly because: string | null; readonly threshold: string | null }
  | { readonly kind: 'missing' }

export const MISSING: Verdict = { kind: 'missing' }

/** The verdict that an outcome written in the model stands for; what nothing claims counts as missing. */
export function verdictOf(outcome: Outcome | null, threshold: string | null): Verdict {
  if (outcome === null) return MISSING
  if (outcome.band === null && outcome.points === null) {
    return { kind: 'unscored', because: outcome.because, threshold }
  }
  return { kind: 'outcome', ...outcome, threshold }
}

/** Points alone; missing points are no verdict. */
export function pointsVerdict(points: number | null, threshold: string | null = null): Verdict {
  if (points === null) return MISSING
  return { kind: 'outcome', band: null, points, because: null, action: null, threshold }
}

/** The points of a rung. */
export function pointsOfBand(ladder: readonly Band[], name: string | null): number {
  const rung = ladder.find((band) => band.name === name)
  invariant(rung !== undefined, `every band is on the ladder, ${name} as well`)
  return rung.points
}
