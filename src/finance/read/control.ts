import type { ControlTotal } from '../ledger.ts'
import type { LinesRead } from './lines.ts'
import { currencyCode, type Settled } from './settle.ts'

/**
 * Counts and sums lines twice over, all that were read and those that count, so that what is excluded is a difference
 * that must agree with the list. Amounts without a currency are under ''.
 */
export function controlTotal(read: LinesRead, { used, excluded }: Settled, currency: string): ControlTotal {
  const { lines } = read
  const hasCurrencies = read.currencies.names.some((name) => name !== '')
  const keys = read.currencies.names.map((name) =>
    name === '' ? (hasCurrencies ? '' : currency) : (currencyCode(name) ?? name),
  )
  const sums = new Map<string, { read: number; used: number; excluded: number }>()
  const at = (key: string) => {
    const known = sums.get(key) ?? { read: 0, used: 0, excluded: 0 }
    sums.set(key, known)
    return known
  }
  for (let line = 0; line < lines.length; line++) {
    const amount = lines.annual[line]!
    if (!Number.isNaN(amount)) at(keys[lines.currency[line]!]!).read += amount
  }
  for (const line of used) at(keys[lines.currency[line]!]!).used += lines.annual[line]!
  for (const line of excluded) if (line.amount !== null) at(line.currency ?? '').excluded += line.amount
  const amounts = new Map([...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return { read: lines.length, used: used.length, excluded: excluded.length, amounts }
}
