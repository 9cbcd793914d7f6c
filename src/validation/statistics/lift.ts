/** How a band does against all: its rate over the overall rate, and the share of all events that it holds. */
export interface Lift {
  /** Null for a band without accounts. */
  readonly lift: number | null
  readonly capture: number
}

/** By band, in the order given. Null where no event happened at all. */
export function liftAndCapture(bands: readonly Counted[]): readonly Lift[] | null {
  const events = bands.reduce((sum, band) => sum + band.events, 0)
  const all = bands.reduce((sum, band) => sum + band.n, 0)
  if (events === 0) return null
  return bands.map((band) => ({
    lift: band.n === 0 ? null : band.events / band.n / (events / all),
    capture: band.events / events,
  }))
}

/** Accounts, and how many of them had the event. */
export interface Counted {
  readonly n: number
  readonly events: number
}
