import type { Followed } from '../../host/desk/finance/outcomes.ts'
import { delong } from '../../validation/statistics/delong.ts'
import { byScore } from '../../validation/statistics/isotonic.ts'
import { type Platt, platt } from '../../validation/statistics/platt.ts'

/** Accounts of near scores: what became of them. */
export interface Slice {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly events: number
}

/** Whether a lower score meant more churn. */
export interface Calibration {
  /** Fifths of the accounts by score, from low to high. */
  readonly slices: readonly Slice[]
  /** The probability of churn as the score has it; null where none could be fitted. */
  readonly fit: Platt | null
  /** In a sentence. */
  readonly verdict: string
  readonly events: number
}

const SLICES = 5

export function calibrate(followed: Followed): Calibration {
  const scored = [...followed.scores.keys()].filter((at) => !Number.isNaN(followed.scores[at]!))
  const scores = Float64Array.from(scored, (at) => followed.scores[at]!)
  const churned = Uint8Array.from(scored, (at) => followed.churned[at]!)
  const area = delong(
    scores.map((score) => -score),
    churned,
  )
  const events = churned.reduce((sum, one) => sum + one, 0)
  return { slices: slicesOf(scores, churned), fit: platt(scores, churned), verdict: verdictOf(area), events }
}

function verdictOf(area: ReturnType<typeof delong>): string {
  if (area === null) return 'Nobody churned, or everybody did: nothing can be said of the score yet.'
  const { auc, interval } = area
  const told = `Of an account that churned and one that stayed, the one that churned had the lower score in ${Math.round(auc * 100)} of 100 cases`
  if (interval === null) return `${told}.`
  const range = `(95% interval ${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)}; 50 is chance)`
  if (interval.low > 0.5) return `${told} ${range}: the score tells them apart.`
  if (interval.high < 0.5) return `${told} ${range}: the score points the wrong way.`
  return `${told} ${range}: that may be chance.`
}

/** Equal scores stay together. */
function slicesOf(scores: Float64Array, churned: Uint8Array): readonly Slice[] {
  const most = scores.length / SLICES
  const slices: { from: number; to: number; n: number; events: number }[] = []
  for (const { score, n, events } of byScore(scores, churned)) {
    const last = slices.at(-1)
    if (last === undefined || last.n >= most - n / 2) slices.push({ from: score, to: score, n, events })
    else {
      last.to = score
      last.n += n
      last.events += events
    }
  }
  return slices
}
