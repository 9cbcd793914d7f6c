import { normalTwoSided } from './distributions.ts'
import type { Counted } from './lift.ts'

/** Whether the rate falls, or rises, from band to band: the test of Cochran and Armitage with scores 0, 1, 2… */
export interface Trend {
  /** Below zero where the rate falls along the bands. */
  readonly z: number
  /** Its square, as R's `prop.trend.test` gives it. */
  readonly chiSquare: number
  readonly p: number
}

/** Null where nothing happened, everything happened, or all accounts are in one band. */
export function cochranArmitage(bands: readonly Counted[]): Trend | null {
  let n = 0
  let events = 0
  let scores = 0
  let squares = 0
  let cross = 0
  bands.forEach((band, score) => {
    n += band.n
    events += band.events
    scores += band.n * score
    squares += band.n * score * score
    cross += band.events * score
  })
  const rate = events / n
  const variance = rate * (1 - rate) * (squares - (scores * scores) / n)
  if (!(variance > 0)) return null
  const z = (cross - scores * rate) / Math.sqrt(variance)
  return { z, chiSquare: z * z, p: normalTwoSided(z) }
}

/** Neighbouring bands whose rates are the wrong way round: of bands from worst to best, where the better one loses more. */
export function reversals<B extends Counted>(
  bands: readonly B[],
): readonly { readonly worse: B; readonly better: B }[] {
  const filled = bands.filter((band) => band.n > 0)
  return filled
    .slice(1)
    .map((better, at) => ({ worse: filled[at]!, better }))
    .filter(({ worse, better }) => better.events * worse.n > worse.events * better.n)
}
