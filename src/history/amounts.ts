import type { KeptSnapshot } from './history.ts'
import { textAt } from './rows.ts'

/** What accounts of a snapshot are worth, in integer cents, each in its own currency: amounts of two currencies are never added. */
export interface Amounts {
  /** Of one account; null where it has none. */
  readonly of: (row: number) => { readonly currency: string; readonly cents: number } | null
}

/** Carried columns that say what an account is worth, the likeliest first. */
export const AMOUNT_COLUMNS: readonly string[] = [
  'acv',
  'arr',
  'annual_value',
  'contract_acv',
  'mrr',
  'annual_revenue',
  'revenue',
]

/** `column` is the name of a carried column; the carried `currency`, where there is one, says in what. */
export function amountsOf({ carried }: KeptSnapshot, column: string): Amounts {
  const values = carried.get(column)
  const currency = carried.get('currency')
  return {
    of: (row) => {
      const value = values?.kind === 'number' ? values.values[row]! : NaN
      if (Number.isNaN(value)) return null
      const code = currency?.kind === 'text' ? (textAt(currency, row) ?? '').trim().toUpperCase() : ''
      return { currency: code, cents: toCents(value) }
    },
  }
}

/** The amount column of a history: the one that is asked for, else the likeliest that any snapshot carries; null where none does. */
export function amountColumn(snapshots: readonly KeptSnapshot[], wanted: string | null): string | null {
  const has = (name: string): boolean => snapshots.some(({ carried }) => carried.get(name)?.kind === 'number')
  if (wanted !== null) return has(wanted) ? wanted : null
  return AMOUNT_COLUMNS.find(has) ?? null
}

/** Half away from zero. */
function toCents(value: number): number {
  const cents = Math.abs(value) * 100
  // 1.005 is a little less than that as a double: what prints as a tie is one.
  return Math.sign(value) * Math.round(Number(cents.toPrecision(15)))
}

/** Integer cents as a decimal: `-1234.05`. */
export function decimalOf(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0')
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
