/** Rows, and how many of them churned. */
export interface Tally {
  readonly rows: number
  readonly events: number
}

export const NOTHING: Tally = { rows: 0, events: 0 }

export function plus(a: Tally, b: Tally): Tally {
  return { rows: a.rows + b.rows, events: a.events + b.events }
}

/** Share that churned, with half an event added on either side so that it is never 0 or 1. */
export function smoothedRate({ rows, events }: Tally): number {
  return (events + 0.5) / (rows + 1)
}

/** Log-likelihood (never above 0) of what happened, when every row of the tally has its smoothed rate. */
export function likelihood(tally: Tally): number {
  const rate = smoothedRate(tally)
  return tally.events * Math.log(rate) + (tally.rows - tally.events) * Math.log(1 - rate)
}
