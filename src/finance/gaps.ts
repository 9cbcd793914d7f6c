import { type Ledger, OPEN } from './ledger.ts'

/**
 * The end of every line, where an account that is without a line for at most `gapDays` days keeps those that ran out
 * last until the next begins. `order` holds the lines of one account side by side.
 */
export function endsOverGaps(ledger: Ledger, gapDays: number, order: Int32Array): Int32Array {
  if (gapDays <= 0) return ledger.end
  const ends = ledger.end.slice()
  const { codes } = ledger.account
  for (let first = 0; first < order.length;) {
    let after = first + 1
    while (after < order.length && codes[order[after]!] === codes[order[first]!]) after++
    bridgeGaps(ledger, ends, order.subarray(first, after), gapDays)
    first = after
  }
  return ends
}

function bridgeGaps({ start, annual }: Ledger, ends: Int32Array, lines: Int32Array, gapDays: number): void {
  // Credits alone do not keep an account: only what is sold says when it was there.
  const sold = lines.filter((line) => annual[line]! > 0 && ends[line]! > start[line]!)
  sold.sort((a, b) => start[a]! - start[b]!)
  let covered = sold.length === 0 ? OPEN : ends[sold[0]!]!
  for (const line of sold) {
    const gap = start[line]! - covered
    if (gap > 0 && gap <= gapDays) {
      for (const earlier of lines) if (ends[earlier] === covered) ends[earlier] = start[line]!
    }
    covered = Math.max(covered, ends[line]!)
  }
}
