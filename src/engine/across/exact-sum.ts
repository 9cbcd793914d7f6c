/** A sum that does not depend on the order of what is added. */
export interface ExactSum {
  readonly add: (x: number) => void
  /** The double nearest the exact sum of what was added; not finite where anything added, or the sum, is not. */
  readonly total: () => number
}

/**
 * Sums finite doubles exactly and rounds once, half to even (Shewchuk's expansions): partial sums that do not overlap,
 * smallest first, hold the whole sum without error.
 */
export function exactSum(): ExactSum {
  const partials: number[] = []
  let infinite = 0
  return {
    add: (x) => {
      if (!Number.isFinite(x)) {
        infinite += x
        return
      }
      let sum = x
      let kept = 0
      for (const partial of partials) {
        const [large, small] = Math.abs(sum) < Math.abs(partial) ? [partial, sum] : [sum, partial]
        const high = large + small
        const low = small - (high - large)
        if (low !== 0) partials[kept++] = low
        sum = high
      }
      partials.length = kept
      if (Number.isFinite(sum)) partials.push(sum)
      else infinite += sum
    },
    total: () => (infinite === 0 ? rounded(partials) : infinite),
  }
}

/** The partials in one double: from the greatest down, until something is lost; then half of it decides by what lies below. */
function rounded(partials: readonly number[]): number {
  let at = partials.length - 1
  if (at < 0) return 0
  let high = partials[at]!
  let low = 0
  while (at > 0 && low === 0) {
    at -= 1
    const next = partials[at]!
    const sum = high + next
    low = next - (sum - high)
    high = sum
  }
  const below = at > 0 ? partials[at - 1]! : 0
  if ((low < 0 && below < 0) || (low > 0 && below > 0)) {
    const twice = low * 2
    const sum = high + twice
    if (twice === sum - high) return sum
  }
  return high
}
