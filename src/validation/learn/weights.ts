import type { Patterns } from './patterns.ts'

/** Weights are whole steps of 5%, and twenty of them are all. */
export const STEPS = 20

/** How many steps a weight may be. */
export interface Limits {
  readonly least: number
  readonly most: number
}

/** Shares as whole steps that total twenty, by largest remainder, within the limits; of equal remainders the first. */
export function roundedSteps(shares: readonly number[], limits: readonly Limits[]): readonly number[] {
  const total = shares.reduce((sum, share) => sum + share, 0)
  const exact = shares.map((share) => (total > 0 ? (share / total) * STEPS : STEPS / shares.length))
  const within = (steps: number, at: number): number => Math.min(limits[at]!.most, Math.max(limits[at]!.least, steps))
  const steps = exact.map((one, at) => within(Math.floor(one), at))
  for (;;) {
    const left = STEPS - steps.reduce((sum, one) => sum + one, 0)
    if (left === 0) return steps
    const change = Math.sign(left)
    const open = steps
      .map((_, at) => at)
      .filter((at) => within(steps[at]! + change, at) !== steps[at])
      .toSorted((a, b) => change * (exact[b]! - steps[b]! - (exact[a]! - steps[a]!)) || a - b)
    if (open.length === 0) return steps
    steps[open[0]!]! += change
  }
}

/**
 * Moves single steps of weight from one measure to another for as long as that makes the score itself tell churn better:
 * rounding is undone where it hurt, and what adds next to nothing is left out. The loss is that of the score as people will see it, missing measures skipped.
 */
export function descend(patterns: Patterns, from: readonly number[], limits: readonly Limits[]): readonly number[] {
  let best = fitCurve(patterns, from, START)
  for (;;) {
    const tried = neighbours(best.steps, limits).map((steps) => fitCurve(patterns, steps, best))
    const better = tried.reduce((least, one) => (one.loss < least.loss - 1e-9 ? one : least), best)
    if (better === best) return best.steps
    best = better
  }
}

/** All ways to move one step of weight. */
function neighbours(steps: readonly number[], limits: readonly Limits[]): readonly (readonly number[])[] {
  const places = steps.map((_, at) => at)
  const givers = places.filter((at) => steps[at]! > limits[at]!.least)
  const takers = places.filter((at) => steps[at]! < limits[at]!.most)
  return givers.flatMap((giver) =>
    takers
      .filter((taker) => taker !== giver)
      .map((taker) => steps.map((one, at) => one + Number(at === taker) - Number(at === giver))),
  )
}

/** A logistic curve on a score. */
interface Curve {
  readonly steps: readonly number[]
  readonly intercept: number
  readonly slope: number
  readonly loss: number
}

/** A measure must lower the loss by this much to be worth reading. */
const WORTH_A_MEASURE = 2

const START = { intercept: -1, slope: -2 }

/** The best logistic curve on the score of these weights, by Newton's method from a curve that lies near. */
function fitCurve(patterns: Patterns, steps: readonly number[], near: Pick<Curve, 'intercept' | 'slope'>): Curve {
  const scores = centredScores(patterns, steps)
  const { rows, events } = patterns
  let { intercept, slope } = near
  for (let round = 0; round < 25; round++) {
    let [towards, along, flat, mixed, steep] = [0, 1e-6 * slope, 1e-9, 0, 1e-6]
    for (let at = 0; at < scores.length; at++) {
      const x = scores[at]!
      const p = 1 / (1 + Math.exp(-intercept - slope * x))
      const pull = rows[at]! * p - events[at]!
      const bend = rows[at]! * p * (1 - p)
      towards += pull
      along += pull * x
      flat += bend
      mixed += bend * x
      steep += bend * x * x
    }
    const determinant = flat * steep - mixed * mixed
    if (!(determinant > 0)) break
    const down = held((steep * towards - mixed * along) / determinant)
    const turn = held((flat * along - mixed * towards) / determinant)
    intercept -= down
    slope -= turn
    if (Math.abs(down) + Math.abs(turn) < 1e-6) break
  }
  let loss = 0
  for (let at = 0; at < scores.length; at++) {
    const logit = intercept + slope * scores[at]!
    loss += rows[at]! * Math.log1p(Math.exp(logit)) - events[at]! * logit
  }
  return { steps, intercept, slope, loss: loss + WORTH_A_MEASURE * steps.filter((one) => one > 0).length }
}

/** Far from its end a step of Newton's may be much too long. */
function held(step: number): number {
  return Math.max(-2, Math.min(2, step))
}

/** The score of each pattern, -0.5..0.5, missing measures skipped; 0 where nothing has a value. */
function centredScores({ length, shares, present }: Patterns, steps: readonly number[]): Float64Array {
  const points = new Float64Array(length)
  const weight = new Float64Array(length)
  for (const [m, step] of steps.entries()) {
    if (step === 0) continue
    const [share, there] = [shares[m]!, present[m]!]
    for (let at = 0; at < length; at++) {
      points[at]! += step * share[at]!
      weight[at]! += step * there[at]!
    }
  }
  return points.map((sum, at) => (weight[at] === 0 ? 0 : sum / weight[at]! - 0.5))
}
