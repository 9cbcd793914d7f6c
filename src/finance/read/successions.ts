import { type Ledger, OPEN } from '../ledger.ts'

/** How lines of one account and SKU follow on one another. Credits and orders that add to a running line are left out. */
export interface Successions {
  /** Lines that run while another does, each with one such line before it. */
  readonly overlaps: readonly { readonly line: number; readonly before: number }[]
  /** Lines that end on the day before the next starts. */
  readonly apart: readonly number[]
  /** How many lines end on the day the next starts. */
  readonly together: number
}

/** Kinds of order that add to a running line by their nature. */
const ADDITIONS: ReadonlySet<string> = new Set([
  'upsell',
  'crosssell',
  'expansion',
  'credit',
  'addon',
  'discount',
  'coterm',
])

export function successionsOf(ledger: Ledger): Successions {
  const { account, sku, order, start, end, annual, length } = ledger
  const adds = order.names.map((name) => ADDITIONS.has(name.toLowerCase().replaceAll(/[\s_-]+/g, '')))
  const { from, lines } = linesByCode(account.codes, account.names.length, length)
  const overlaps: { line: number; before: number }[] = []
  const apart: number[] = []
  let together = 0
  for (let code = 0; code < account.names.length; code++) {
    const own = lines.subarray(from[code]!, from[code + 1]!)
    if (own.length < 2) continue
    const running = Array.from(own)
      .filter((line) => annual[line]! > 0 && !adds[order.codes[line]!])
      .toSorted((a, b) => sku.codes[a]! - sku.codes[b]! || start[a]! - start[b]! || a - b)
    let longest = -1
    for (const line of running) {
      const same = longest >= 0 && sku.codes[longest] === sku.codes[line]
      const until = same ? end[longest]! : OPEN
      const gap = start[line]! - until
      if (same && gap < 0) overlaps.push({ line, before: longest })
      else if (same && gap === 0) together++
      else if (same && gap === 1) apart.push(longest)
      if (!same || end[line]! > end[longest]!) longest = line
    }
  }
  return { overlaps: overlaps.toSorted((a, b) => a.line - b.line), apart: apart.toSorted((a, b) => a - b), together }
}

/** Lines by code, in the order of the ledger: those of `code` stand in `lines` from `from[code]` to `from[code + 1]`. */
export function linesByCode(codes: Int32Array, count: number, length: number) {
  const from = new Int32Array(count + 1)
  for (let line = 0; line < length; line++) from[codes[line]! + 1]!++
  for (let code = 0; code < count; code++) from[code + 1]! += from[code]!
  const next = from.slice()
  const lines = new Int32Array(length)
  for (let line = 0; line < length; line++) lines[next[codes[line]!]!++] = line
  return { from, lines }
}
