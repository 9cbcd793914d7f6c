import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Policy } from '../../src/finance/policy.ts'
import { day } from './ledger-of.ts'
import { ledgerFrom, ratesFrom, sample } from './open.ts'

const root = join(import.meta.dirname, '../..')

export function rowsOf(path: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(join(root, path), 'utf8').trimEnd(), { header: true }).data
}

/** Cents of an amount in a truth file, where floats have left their `-0.00`. */
export function cents(text: string): number {
  return Math.round(Number(text) * 100) + 0
}

const parents = new Map(
  rowsOf('samples/accounts.csv')
    .filter((row) => row['Parent'] !== '')
    .map((row) => [row['Account']!, row['Parent']!]),
)

export const { rates: sampleRates } = await ratesFrom(sample('fx.csv'))

export const { ledger: sampleLedger } = await ledgerFrom(sample('ledger.csv'), { parents, rates: sampleRates })

export const samplePolicy: Policy = {
  asOf: day('2025-06-30'),
  currency: 'USD',
  recurring: ['recurring'],
  rate: 'closing',
  gapDays: 0,
}
