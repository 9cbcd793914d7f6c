import { bridge } from '../../src/finance/bridge.ts'
import { monthEnds } from '../../src/finance/month-ends.ts'
import type { Ledger } from '../../src/finance/ledger.ts'
import { ledgerInputs } from '../../src/finance/read/ledger-fields.ts'
import { readLedger } from '../../src/finance/read/ledger.ts'
import { ratesOf } from '../../src/finance/read/rates.ts'
import { withTable } from '../../src/tables/node.ts'

/** `node ledger-own.ts small.csv large.csv`: the closing of each month of a year, and how much memory that took. */
const [small, large] = process.argv.slice(2)
const [from, to] = ['2023-12-31', '2024-12-31'].map((date) => Date.parse(date) / 86_400_000)
const rates = ratesOf('USD', [
  { from: 'EUR', day: 0, rate: '1.1' },
  { from: 'GBP', day: 0, rate: '1.25' },
])
const policy = { asOf: to!, currency: 'USD', recurring: ['recurring'], rate: 'closing', gapDays: 0 } as const

await closings(small!)
// What the program itself takes, warm, is no memory of the ledger.
const before = peak()
const { ledger, closing } = await closings(large!)
const held = peak() - before
console.log(JSON.stringify({ closing, columns: bytesOf(ledger), held, lines: ledger.control.read }))

async function closings(path: string): Promise<{ readonly ledger: Ledger; readonly closing: readonly number[] }> {
  const options = { ...policy, from: from!, rates }
  const { ledger: read } = await withTable(path, ledgerInputs, (table) => readLedger(table, options), { key: false })
  return { ledger: read, closing: bridge(read, rates, policy, monthEnds(from!, to!)).map((month) => month.closing) }
}

/** Bytes of the columns, ids as the texts they are: a pointer, a header and the characters. */
function bytesOf({ rows, account, sku, currency, charge, order, start, end, annual, quantity, ids }: Ledger): number {
  const columns = [rows, account.codes, sku.codes, currency.codes, charge.codes, order.codes, start, end, annual]
  const fixed = [...columns, ...(quantity === null ? [] : [quantity])].reduce((sum, one) => sum + one.byteLength, 0)
  return fixed + ids.reduce((sum, id) => sum + 8 + 16 + Math.ceil(id.length / 8) * 8, 0)
}

/** The high-water mark of the process, in bytes. */
function peak(): number {
  return process.resourceUsage().maxRSS * 1024
}
