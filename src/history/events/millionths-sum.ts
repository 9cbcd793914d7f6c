/**
 * A sum that does not depend on the order of its parts, so that every engine comes to the same one: each number is taken
 * to six decimals, half away from zero, and whole millionths are added exactly.
 */
export interface MillionthsSum {
  readonly add: (value: number) => void
  /** Infinite where a part is beyond all reckoning. */
  readonly total: () => number
}

/** A number in whole millionths. Every engine computes it by these very steps. */
export function millionths(value: number): number {
  const size = Math.floor(Math.abs(value) * 1e6 + 0.5)
  return value < 0 ? -size : size
}

export function millionthsSum(): MillionthsSum {
  let sum = 0
  let beyond = 0n
  let endless = false
  return {
    add(value) {
      const part = millionths(value)
      const next = sum + part
      if (Number.isSafeInteger(next)) {
        sum = next
        return
      }
      if (!Number.isFinite(part)) {
        endless = true
        return
      }
      beyond += BigInt(sum) + BigInt(part)
      sum = 0
    },
    total: () => (endless ? Infinity : beyond === 0n ? sum : Number(beyond + BigInt(sum))) / 1e6,
  }
}
