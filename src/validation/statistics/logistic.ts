import { invertPositive, solvePositive } from './cholesky.ts'

/** The logarithm of the odds of the event as a line in the columns. */
export interface LogisticFit {
  readonly kind: 'fitted'
  readonly intercept: number
  /** In the order of the columns. */
  readonly coefficients: readonly number[]
  /** The intercept's first. */
  readonly standardErrors: readonly number[]
  readonly iterations: number
}

/**
 * `one-class`: the event always happened, or never. `separated`: the columns tell the groups apart without a mistake, so
 * that no finite line is best; a ridge gives one. `dependent`: a column is made of the others.
 */
export type Logistic = LogisticFit | { readonly kind: 'one-class' | 'separated' | 'dependent' }

export interface LogisticOptions {
  /** How much a squared coefficient costs, with its column scaled to a standard deviation of 1; 0 unless said. */
  readonly ridge?: number
  readonly weights?: ArrayLike<number>
}

const MOST_ITERATIONS = 60
/** Odds of e^15 are only fitted, with hardly any curvature left, where the groups are told apart. */
const FAR = 15

/** Maximum likelihood by Newton's steps (iteratively reweighted least squares), until a step changes nothing that counts. */
export function logistic(
  columns: readonly ArrayLike<number>[],
  events: ArrayLike<number>,
  { ridge = 0, weights }: LogisticOptions = {},
): Logistic {
  const rate = rateOf(events, weights)
  if (!(rate > 0 && rate < 1)) return { kind: 'one-class' }
  const scales = columns.map((column) => scaleOf(column))
  if (scales.some(({ deviation }) => deviation === 0)) return { kind: 'dependent' }
  const problem = { columns, scales, events, weights, ridge }
  let beta = new Float64Array(columns.length + 1)
  beta[0] = Math.log(rate / (1 - rate))
  let here = derivatives(problem, beta)
  for (let iterations = 1; iterations <= MOST_ITERATIONS; iterations++) {
    let step = solvePositive(here.information, here.gradient)
    if (step === null) return { kind: here.furthest > FAR ? 'separated' : 'dependent' }
    let next = moved(beta, step)
    let there = derivatives(problem, next)
    // A step may overshoot; half of it, often enough, never does.
    while (!(there.likelihood >= here.likelihood - 1e-9 * Math.abs(here.likelihood)) && size(step) > 1e-9) {
      step = step.map((change) => change / 2)
      next = moved(beta, step)
      there = derivatives(problem, next)
    }
    beta = next
    here = there
    if (size(step) < 1e-11) return unscaled(problem, beta, iterations)
  }
  return { kind: 'separated' }
}

/** The probability that a fit gives to one row of columns. */
export function logisticProbability(fit: LogisticFit, row: ArrayLike<number>): number {
  return fromLogit(fit.coefficients.reduce((sum, value, at) => sum + value * row[at]!, fit.intercept))
}

export function fromLogit(logit: number): number {
  return 1 / (1 + Math.exp(-logit))
}

export function toLogit(probability: number): number {
  return Math.log(probability / (1 - probability))
}

interface LogisticProblem {
  readonly columns: readonly ArrayLike<number>[]
  readonly scales: readonly Scale[]
  readonly events: ArrayLike<number>
  readonly weights: ArrayLike<number> | undefined
  readonly ridge: number
}

interface Scale {
  readonly mean: number
  readonly deviation: number
}

/** The likelihood at `beta` with its slope and curvature, the columns centred and scaled so that no unit is too large to solve for. */
function derivatives({ columns, scales, events, weights, ridge }: LogisticProblem, beta: Float64Array) {
  const width = beta.length
  const gradient = new Float64Array(width)
  const information = new Float64Array(width * width)
  const row = new Float64Array(width)
  row[0] = 1
  let furthest = 0
  let likelihood = 0
  for (let at = 0; at < events.length; at++) {
    let logit = beta[0]!
    for (let k = 1; k < width; k++) {
      row[k] = (columns[k - 1]![at]! - scales[k - 1]!.mean) / scales[k - 1]!.deviation
      logit += beta[k]! * row[k]!
    }
    const weight = weights?.[at] ?? 1
    const probability = fromLogit(logit)
    const slack = weight * probability * (1 - probability)
    furthest = Math.max(furthest, Math.abs(logit))
    likelihood -= weight * logOfOnePlusExp(events[at] === 1 ? -logit : logit)
    for (let k = 0; k < width; k++) {
      gradient[k] = gradient[k]! + weight * (events[at]! - probability) * row[k]!
      for (let j = 0; j <= k; j++) information[k * width + j] = information[k * width + j]! + slack * row[k]! * row[j]!
    }
  }
  for (let k = 0; k < width; k++) {
    for (let j = 0; j < k; j++) information[j * width + k] = information[k * width + j]!
    if (k === 0) continue
    likelihood -= (ridge * beta[k]! ** 2) / 2
    gradient[k] = gradient[k]! - ridge * beta[k]!
    information[k * width + k] = information[k * width + k]! + ridge
  }
  return { gradient, information, furthest, likelihood }
}

/** Without overflow on one side or loss of digits on the other. */
function logOfOnePlusExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))
}

function moved(beta: Float64Array, step: Float64Array) {
  return beta.map((value, at) => value + step[at]!)
}

/** The largest change in it. */
function size(step: Float64Array): number {
  return step.reduce((largest, change) => Math.max(largest, Math.abs(change)), 0)
}

function unscaled(problem: LogisticProblem, beta: Float64Array, iterations: number): Logistic {
  const { scales } = problem
  const width = beta.length
  const covariance = invertPositive(derivatives(problem, beta).information, width)
  if (covariance === null) return { kind: 'separated' }
  const coefficients = scales.map(({ deviation }, at) => beta[at + 1]! / deviation)
  const intercept = scales.reduce((sum, { mean }, at) => sum - coefficients[at]! * mean, beta[0]!)
  // The intercept of the columns as they were is a sum of all scaled coefficients.
  const parts = [1, ...scales.map(({ mean, deviation }) => -mean / deviation)]
  const variance = parts.reduce(
    (sum, part, k) => sum + parts.reduce((inner, other, j) => inner + part * other * covariance[k * width + j]!, 0),
    0,
  )
  const errors = scales.map(({ deviation }, at) => Math.sqrt(covariance[(at + 1) * (width + 1)]!) / deviation)
  return { kind: 'fitted', intercept, coefficients, standardErrors: [Math.sqrt(variance), ...errors], iterations }
}

function rateOf(events: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  let happened = 0
  let all = 0
  for (let at = 0; at < events.length; at++) {
    const weight = weights?.[at] ?? 1
    all += weight
    happened += weight * events[at]!
  }
  return happened / all
}

function scaleOf(column: ArrayLike<number>): Scale {
  let mean = 0
  for (let at = 0; at < column.length; at++) mean += column[at]! / column.length
  let squares = 0
  for (let at = 0; at < column.length; at++) squares += (column[at]! - mean) ** 2
  const deviation = Math.sqrt(squares / column.length)
  return { mean, deviation: deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 0 }
}
