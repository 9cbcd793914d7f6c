import { readFileSync } from 'node:fs'
import { sentence } from '../../src/findings/report.ts'
import type { Ledger } from '../../src/finance/ledger.ts'
import { ledgerInputs } from '../../src/finance/read/ledger-fields.ts'
import { type LedgerReading, readLedger } from '../../src/finance/read/ledger.ts'
import type { LedgerOptions } from '../../src/finance/read/options.ts'
import { ratesInputs, readRates } from '../../src/finance/read/rates.ts'
import type { Rates } from '../../src/finance/rates.ts'
import { bytesSource, openBytes } from '../../src/tables/browser.ts'
import { isoDate } from '../../src/tables/values/day.ts'

/** A file of `samples`. */
export function sample(name: string): string {
  return readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8')
}

export function day(text: string): number {
  return isoDate(text)!
}

/** Reads a ledger from csv text, as of 2025-06-30 in USD unless told otherwise. */
export async function ledgerFrom(csv: string, options: Partial<LedgerOptions> = {}): Promise<LedgerReading> {
  const source = bytesSource(new TextEncoder().encode(csv))
  const table = await openBytes(source, 'csv', ledgerInputs, { key: false })
  return readLedger(table, { asOf: day('2025-06-30'), currency: 'USD', recurring: ['recurring'], ...options })
}

export async function ratesFrom(csv: string, currency = 'USD'): Promise<{ rates: Rates; said: readonly string[] }> {
  const source = bytesSource(new TextEncoder().encode(csv))
  const table = await openBytes(source, 'csv', ratesInputs(currency), { key: false })
  const { rates, findings } = await readRates(table, currency)
  return { rates, said: findings.map(sentence) }
}

export function said({ findings }: LedgerReading): readonly string[] {
  return findings.map(sentence)
}

/** Whether read = used + excluded, by count and in every currency. */
export function closes({ control }: Ledger): boolean {
  return (
    control.read === control.used + control.excluded &&
    [...control.amounts.values()].every((sum) => sum.read === sum.used + sum.excluded)
  )
}
