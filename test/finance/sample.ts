import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Policy } from '../../src/finance/policy.ts'
import type { Rates } from '../../src/finance/rates.ts'
import { day, ledgerOf, type Line, ratesOf } from './ledger-of.ts'

const root = join(import.meta.dirname, '../..')

export function rowsOf(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(root, path), 'utf8').trimEnd(), { header: true }).data
}

/** Cents of an amount in a truth file, where floats have left their `-0.00`. */
export function cents(text: string): number {
  return Math.round(Number(text) * 100) + 0
}

const parents = new Map(rowsOf('samples/accounts.csv').map((row) => [row['Account']!, row['Parent']! || null]))

const lines = rowsOf('samples/ledger.csv')
  .filter((row) => row['charge_type'] === 'recurring')
  .map((row): Line => {
    const { line_id, account_id, sku, currency, order_type, start_date, end_date, annual_value } = row
    return {
      id: line_id!,
      account: account_id!,
      sku: sku!,
      currency: currency!,
      order: order_type!,
      start: start_date!,
      end: end_date!,
      annual: Number(annual_value),
    }
  })

export const sampleLedger = ledgerOf(lines, parents)

export const sampleRates: Rates = ratesOf(
  'USD',
  rowsOf('samples/fx.csv').map((row) => [row['month_end']!, row['currency']!, row['rate_to_usd']!]),
)

export const samplePolicy: Policy = {
  asOf: day('2025-06-30'),
  currency: 'USD',
  recurring: ['recurring'],
  rate: 'closing',
  gapDays: 0,
}
