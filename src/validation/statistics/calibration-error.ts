/** A bin of probabilities: what was expected of it, and what happened. */
export interface CalibrationBin {
  readonly from: number
  readonly to: number
  readonly n: number
  readonly events: number
  readonly expected: number
  readonly observed: number
}

/**
 * The expected calibration error: by how much expected and observed rates differ, bin by bin, weighted by accounts. Bins are of
 * equal width, each closed below, the last closed above too; empty ones are left out. Null of nothing.
 */
export function calibrationError(
  probabilities: ArrayLike<number>,
  events: ArrayLike<number>,
  bins = 10,
): { readonly ece: number; readonly bins: readonly CalibrationBin[] } | null {
  if (events.length === 0) return null
  const filled = Array.from({ length: bins }, () => ({ n: 0, events: 0, sum: 0 }))
  for (let at = 0; at < events.length; at++) {
    const bin = filled[Math.min(bins - 1, Math.floor(probabilities[at]! * bins))]!
    bin.n++
    bin.events += events[at]!
    bin.sum += probabilities[at]!
  }
  const shown = filled.flatMap(({ n, events: happened, sum }, at) =>
    n === 0
      ? []
      : [{ from: at / bins, to: (at + 1) / bins, n, events: happened, expected: sum / n, observed: happened / n }],
  )
  const ece = shown.reduce((sum, bin) => sum + (bin.n / events.length) * Math.abs(bin.expected - bin.observed), 0)
  return { ece, bins: shown }
}
