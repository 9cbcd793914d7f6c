import { invariant } from '../engine/invariant.ts'
import { convert } from './convert.ts'
import type { Ledger } from './ledger.ts'
import type { Policy } from './policy.ts'
import type { Rate, Rates } from './rates.ts'
import { eachUnit, openBook } from './walk.ts'

const ONE: Rate = { numerator: 1, denominator: 1 }

/** Rates by code of the ledger's currency, then by date; null where none is known. */
export type RateTable = readonly (readonly (Rate | null)[])[]

export function rateTable({ currency }: Ledger, rates: Rates, policy: Policy, dates: readonly number[]): RateTable {
  invariant(rates.currency === policy.currency, 'rates lead into the currency of the policy')
  return currency.names.map((name) =>
    dates.map((date) => (name === policy.currency ? ONE : rates.at(name, Math.min(date, policy.asOf)))),
  )
}

export interface MissingRate {
  readonly currency: string
  readonly date: number
}

/**
 * Rates that figures at these dates need and that are not known: who asks for figures has to say so first, since
 * without them there are none.
 */
export function missingRates(ledger: Ledger, rates: Rates, policy: Policy, dates: readonly number[]): MissingRate[] {
  const table = rateTable(ledger, rates, policy, dates)
  const missing = new Map<string, MissingRate>()
  for (const { cells } of eachUnit(openBook(ledger, policy, 'account'), dates)) {
    for (const { currency, at } of cells) {
      for (const [index, date] of dates.entries()) {
        // A change between two dates is converted at one of them, so the neighbours count too.
        const needed = at[index] !== 0 || (at[index - 1] ?? 0) !== 0 || (at[index + 1] ?? 0) !== 0
        if (!needed || table[currency]![index] !== null) continue
        const name = ledger.currency.names[currency]!
        missing.set(`${date} ${name}`, { currency: name, date })
      }
    }
  }
  return [...missing.values()].toSorted((a, b) => a.date - b.date || (a.currency < b.currency ? -1 : 1))
}

/** Cents of a currency at the rate of a date; nothing is nothing, with or without a rate. */
export function valueAt(table: RateTable, currency: number, date: number, cents: number): number {
  return cents === 0 ? 0 : convert(cents, rateAt(table, currency, date))
}

export function rateAt(table: RateTable, currency: number, date: number): Rate {
  const rate = table[currency]![date]
  invariant(rate !== null && rate !== undefined, 'missing rates were reported before figures were asked for')
  return rate
}
