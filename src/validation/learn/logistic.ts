/** Rows for a logistic regression: features by column, each as long as the rows. */
export interface Design {
  readonly features: readonly Float64Array[]
  readonly churned: ArrayLike<number>
  /** How often each row counts; once where absent. */
  readonly counts?: Float64Array
}

export interface Logistic {
  readonly intercept: number
  /** One for each feature, none below 0. */
  readonly coefficients: readonly number[]
}

const ROUNDS = 50
const SETTLED = 1e-9

/**
 * Ridge logistic regression whose coefficients may not be negative: Newton's method, each step solved by going round
 * the coefficients and holding each at 0 or above. `ridge` pulls coefficients, not the intercept, towards 0.
 */
export function nonNegativeLogistic(design: Design, ridge: number): Logistic {
  const size = design.features.length + 1
  const beta = new Float64Array(size)
  beta[0] = startingIntercept(design)
  for (let round = 0; round < ROUNDS; round++) {
    const { gradient, curvature } = expand(design, beta, ridge)
    const next = projectedStep(beta, gradient, curvature)
    const moved = next.reduce((most, value, at) => Math.max(most, Math.abs(value - beta[at]!)), 0)
    beta.set(next)
    if (moved < SETTLED) break
  }
  return { intercept: beta[0], coefficients: [...beta.subarray(1)] }
}

function startingIntercept({ churned, counts, features }: Design): number {
  let [rows, events] = [0, 0]
  for (let row = 0; row < (features[0]?.length ?? churned.length); row++) {
    rows += counts?.[row] ?? 1
    events += churned[row]! * (counts?.[row] ?? 1)
  }
  return Math.log((events + 0.5) / (rows - events + 0.5))
}

/** Gradient and second derivatives of the penalised loss; place 0 is the intercept. */
function expand(
  { features, churned, counts }: Design,
  beta: Float64Array,
  ridge: number,
): { readonly gradient: Float64Array; readonly curvature: readonly Float64Array[] } {
  const size = beta.length
  const gradient = new Float64Array(size)
  const curvature = Array.from({ length: size }, () => new Float64Array(size))
  const at = new Float64Array(size)
  at[0] = 1
  for (let row = 0; row < churned.length; row++) {
    let logit = beta[0]!
    for (let k = 1; k < size; k++) {
      at[k] = features[k - 1]![row]!
      logit += beta[k]! * at[k]!
    }
    const count = counts?.[row] ?? 1
    const p = 1 / (1 + Math.exp(-logit))
    const slope = (p - churned[row]!) * count
    const bend = Math.max(p * (1 - p), 1e-6) * count
    for (let j = 0; j < size; j++) {
      gradient[j]! += slope * at[j]!
      const line = curvature[j]!
      for (let k = 0; k <= j; k++) line[k]! += bend * at[j]! * at[k]!
    }
  }
  for (let j = 0; j < size; j++) {
    for (let k = j + 1; k < size; k++) curvature[j]![k] = curvature[k]![j]!
    if (j === 0) continue
    gradient[j]! += ridge * beta[j]!
    curvature[j]![j]! += ridge
  }
  return { gradient, curvature }
}

/** The least of the quadratic about `beta` over coefficients not below 0. */
function projectedStep(
  beta: Float64Array,
  gradient: Float64Array,
  curvature: readonly Float64Array[],
): Float64Array<ArrayBuffer> {
  const next = Float64Array.from(beta)
  const slope = Float64Array.from(gradient)
  for (let round = 0; round < 1000; round++) {
    let moved = 0
    for (let k = 0; k < next.length; k++) {
      const line = curvature[k]!
      const free = next[k]! - slope[k]! / line[k]!
      const held = k === 0 ? free : Math.max(0, free)
      const step = held - next[k]!
      if (step === 0) continue
      next[k] = held
      for (let j = 0; j < slope.length; j++) slope[j]! += step * curvature[j]![k]!
      moved = Math.max(moved, Math.abs(step))
    }
    if (moved < SETTLED / 10) break
  }
  return next
}
