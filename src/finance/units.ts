import type { Codes, Ledger } from './ledger.ts'

/** Whose gains and losses are one: every account by itself, or all accounts of a parent together. */
export interface Units {
  readonly names: readonly string[]
  /** By code of the ledger's account: the unit it belongs to. */
  readonly ofAccount: Int32Array
}

export function accountUnits({ account }: Ledger): Units {
  return { names: account.names, ofAccount: Int32Array.from(account.names, (_, code) => code) }
}

/** A parent takes in its own lines, those of its accounts, and of theirs. */
export function parentUnits({ account, parents }: Ledger): Units {
  const accountAt = new Map(account.names.map((name, code) => [name, code]))
  const names: string[] = []
  const unitAt = new Map<string, number>()
  const ofAccount = Int32Array.from(account.names, (name) => {
    const top = topOf(name, accountAt, parents)
    const known = unitAt.get(top)
    if (known !== undefined) return known
    unitAt.set(top, names.length)
    return names.push(top) - 1
  })
  return { names, ofAccount }
}

function topOf(account: string, accountAt: ReadonlyMap<string, number>, parents: Ledger['parents']): string {
  const trail = [account]
  for (;;) {
    const code = accountAt.get(trail.at(-1)!)
    const parent = code === undefined ? null : (parents[code] ?? null)
    if (parent === null) return trail.at(-1)!
    // Parents that lead in a circle are one unit, whichever of them is asked.
    const circle = trail.indexOf(parent)
    if (circle !== -1) return trail.slice(circle).reduce((a, b) => (a < b ? a : b))
    trail.push(parent)
  }
}

/** Line numbers with those of one unit side by side, within it those of one account, currency and sku. */
export function linesByUnit(ledger: Ledger, { names, ofAccount }: Units): Int32Array {
  const { account, currency, sku } = ledger
  let order = Int32Array.from({ length: ledger.length }, (_, line) => line)
  for (const column of [sku, currency, account]) order = sortedBy(order, column)
  const byAccount = account.codes
  return ofAccount.every((unit, code) => unit === code)
    ? order
    : sortedBy(order, { names, codes: byAccount.map((code) => ofAccount[code]!) })
}

/** By counting, and stable: sorts of many columns are done from the last to the first. */
function sortedBy(order: Int32Array, { codes, names }: Codes): Int32Array<ArrayBuffer> {
  const next = new Int32Array(names.length + 1)
  for (const line of order) next[codes[line]! + 1]!++
  for (let code = 0; code < names.length; code++) next[code + 1]! += next[code]!
  const sorted = new Int32Array(order.length)
  for (const line of order) sorted[next[codes[line]!]!++] = line
  return sorted
}
