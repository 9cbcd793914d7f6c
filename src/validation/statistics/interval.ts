/** Where a figure lies, with the confidence that was asked for; 95% unless said. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** The confidence of every interval that does not say otherwise. */
export const CONFIDENCE = 0.95
