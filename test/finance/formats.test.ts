import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { ledgerInputs } from '../../src/finance/read/ledger-fields.ts'
import { type LedgerReading, readLedger, readLedgerCells } from '../../src/finance/read/ledger.ts'
import { withDuckdb } from '../../src/tables/parquet/duckdb.ts'
import { withTable } from '../../src/tables/node.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { folder } from '../cli/run.ts'
import { rowsOf } from './sample.ts'
import { day } from './open.ts'

const OPTIONS = {
  asOf: day('2025-06-30'),
  from: day('2021-12-31'),
  currency: 'USD',
  recurring: ['recurring'],
  rates: { currency: 'USD', at: () => ({ numerator: 1, denominator: 1 }) },
} as const

const rows = rowsOf('samples/ledger.csv')
const header = Object.keys(rows[0]!)
let csv: LedgerReading

const read = (path: string) => withTable(path, ledgerInputs, (table) => readLedger(table, OPTIONS), { key: false })

/** Where a line is found differs from file to file; what it holds does not. */
function contents({ ledger }: LedgerReading) {
  const { rows: _rows, excluded, ...rest } = ledger
  return { ...rest, excluded: excluded.map(({ row: _row, ...line }) => line) }
}

beforeAll(async () => {
  csv = await read('samples/ledger.csv')
})

test.each(['parquet', 'json', 'ndjson'])('typed by DuckDB and kept as %s, it is the same ledger', async (format) => {
  const files = folder({ [`ledger.${format}`]: '' })
  const path = files[`ledger.${format}`]!
  const options = format === 'json' ? 'format json, array true' : format === 'ndjson' ? 'format json' : 'format parquet'
  await withDuckdb({}, async (connection) => {
    const from = join(import.meta.dirname, '../../samples/ledger.csv')
    await connection.run(`copy (select * from read_csv('${from}', header = true)) to '${path}' (${options})`)
  })
  expect(contents(await read(path))).toEqual(contents(csv))
})

test('as the cells of a range, dates as serial numbers and blanks as 0, it is the same ledger', () => {
  const cell = (text: string, column: string): Cell => {
    if (text === '') return 0
    if (column.endsWith('_date')) return day(text) + 25_569
    return column === 'annual_value' ? Number(text) : text
  }
  const cells = [header, ...rows.map((row) => header.map((column) => cell(row[column]!, column)))]
  const reading = readLedgerCells(cells, { ...OPTIONS, blanksAsZero: true })
  expect(contents(reading)).toEqual(contents(csv))
  expect([...reading.ledger.rows]).toEqual([...csv.ledger.rows])
})
