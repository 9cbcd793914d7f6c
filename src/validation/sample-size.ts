/**
 * What so many events allow to say. Below 10, exact counts alone; below 100, figures that only indicate (Collins and others 2016
 * ask for at least 100).
 */
export type SampleSize = 'counts only' | 'indicative' | 'ordinary'

/** The rarer outcome decides: a hundred losses among a hundred and two accounts say little as well. */
export function sampleSize(events: number, n: number): SampleSize {
  const rarer = Math.min(events, n - events)
  return rarer < 10 ? 'counts only' : rarer < 100 ? 'indicative' : 'ordinary'
}
