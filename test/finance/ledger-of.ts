import { type Codes, type Ledger, OPEN } from '../../src/finance/ledger.ts'
import type { Policy } from '../../src/finance/policy.ts'
import type { Rates } from '../../src/finance/rates.ts'

/** A line as a person writes it down: dates as texts, the value of a year in units of its currency. */
export interface Line {
  readonly id?: string
  readonly account: string
  readonly annual: number
  readonly start: string
  /** Open where it is left out. */
  readonly end?: string
  readonly sku?: string
  readonly currency?: string
  readonly order?: string
  readonly quantity?: number
}

export function day(text: string): number {
  return Date.parse(text) / 86_400_000
}

export function ledgerOf(lines: readonly Line[], parents: ReadonlyMap<string, string | null> = new Map()): Ledger {
  const account = codesOf(lines.map((line) => line.account))
  const hasQuantity = lines.some((line) => line.quantity !== undefined)
  return {
    length: lines.length,
    ids: lines.map((line, at) => line.id ?? String(at + 2)),
    rows: Int32Array.from(lines, (_, at) => at + 2),
    account,
    parents: account.names.map((name) => parents.get(name) ?? null),
    sku: codesOf(lines.map((line) => line.sku ?? 'CORE')),
    currency: codesOf(lines.map((line) => line.currency ?? 'USD')),
    charge: codesOf(lines.map(() => 'recurring')),
    order: codesOf(lines.map((line) => line.order ?? '')),
    start: Int32Array.from(lines, (line) => day(line.start)),
    end: Int32Array.from(lines, (line) => (line.end === undefined ? OPEN : day(line.end))),
    annual: Float64Array.from(lines, (line) => Math.round(line.annual * 100)),
    quantity: hasQuantity ? Float64Array.from(lines, (line) => line.quantity ?? NaN) : null,
    excluded: [],
    control: { read: lines.length, used: lines.length, excluded: 0, amounts: new Map() },
  }
}

function codesOf(texts: readonly string[]): Codes {
  const names = [...new Set(texts)]
  const codeAt = new Map(names.map((name, code) => [name, code]))
  return { names, codes: Int32Array.from(texts, (text) => codeAt.get(text)!) }
}

/** Rates as rows of date, currency and decimal text; each holds until the next of its currency. */
export function ratesOf(
  currency: string,
  rows: readonly (readonly [date: string, from: string, rate: string])[],
): Rates {
  const known = rows
    .map(([date, from, text]) => {
      const [whole = '', decimals = ''] = text.split('.')
      return { from, day: day(date), rate: { numerator: Number(whole + decimals), denominator: 10 ** decimals.length } }
    })
    .toSorted((a, b) => a.day - b.day)
  return {
    currency,
    at: (from, date) => known.findLast((rate) => rate.from === from && rate.day <= date)?.rate ?? null,
  }
}

export const dollars = ratesOf('USD', [])

export function policyUntil(asOf: string, other: Partial<Policy> = {}): Policy {
  return { asOf: day(asOf), currency: 'USD', recurring: ['recurring'], rate: 'closing', gapDays: 0, ...other }
}
