import type { Ledger } from './ledger.ts'

/** Days [from, until) on which a unit is worth more than nothing, in order. */
export type Stay = readonly [from: number, until: number]

/**
 * When the unit of these lines was there. Where lines are below zero in one currency and above in another, cents are
 * added as they are: a rate would let the past of an account change with the market.
 */
export function staysOf({ start, annual }: Ledger, ends: Int32Array, lines: Int32Array): Stay[] {
  const events = [...lines].filter((line) => ends[line]! > start[line]!)
  const changes = events.flatMap((line) => [
    { day: start[line]!, cents: annual[line]! },
    { day: ends[line]!, cents: -annual[line]! },
  ])
  changes.sort((a, b) => a.day - b.day)
  const stays: Stay[] = []
  let worth = 0
  let since: number | null = null
  for (const [at, { day, cents }] of changes.entries()) {
    worth += cents
    if (changes[at + 1]?.day === day) continue
    if (since === null && worth > 0) since = day
    else if (since !== null && worth <= 0) {
      stays.push([since, day])
      since = null
    }
  }
  return stays
}

/** The first day on which the unit of these lines was worth more than nothing; null where there was none. */
export function firstDay(ledger: Ledger, ends: Int32Array, lines: Int32Array): number | null {
  const { start, annual } = ledger
  let first: number | null = null
  for (const line of lines) {
    if (annual[line]! < 0) return staysOf(ledger, ends, lines)[0]?.[0] ?? null
    if (annual[line]! > 0 && ends[line]! > start[line]! && (first === null || start[line]! < first)) {
      first = start[line]!
    }
  }
  return first
}
