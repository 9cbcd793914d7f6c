import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLedgerCells } from '../../src/finance/read/ledger.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { closes, day } from './open.ts'

const HEADER = ['line_id', 'account_id', 'sku', 'start_date', 'end_date', 'annual_value', 'currency', 'charge_type']

/** Sound cells more often than others, so that some lines of every ledger count. */
const cells = fc.tuple(
  fc.constantFrom<Cell>('L1', 'L2', 'L3', 'L4', 'Total', null),
  fc.constantFrom<Cell>('A', 'a', 'A ', '007', '7', 7, null),
  fc.constantFrom<Cell>('CORE', 'PLUS', null),
  fc.constantFrom<Cell>('2024-01-01', '2024-06-01', '05/06/2024', '23-12-2023', 45_300, 'soon', null),
  fc.constantFrom<Cell>('2025-01-01', '2023-01-01', '2024-01-01', '31/12/2025', 45_900, 'None', null),
  fc.constantFrom<Cell>('1200.00', '1,200.005', '(40)', 0, 12.5, '€5', 'tbc', '1,5', null, 1e300),
  fc.constantFrom<Cell>('USD', 'usd', 'EUR', 'XXX', 'Dollar', null),
  fc.constantFrom<Cell>('recurring', 'Recurring', 'one_time', null),
)

test('whatever a ledger holds, each line counts or is listed once, and its sums close in every currency', () => {
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 20 }), fc.boolean(), (rows, isDayFirst) => {
      const filled = rows.filter((row) => row.some((cell) => cell !== null))
      const { ledger } = readLedgerCells([HEADER, ...rows], {
        asOf: day('2025-06-30'),
        currency: 'USD',
        recurring: ['recurring'],
        ...(isDayFirst ? { dates: 'day-month' } : {}),
      })
      expect(closes(ledger)).toBe(true)
      expect(ledger.control.read).toBe(filled.length)
      const found = [...ledger.rows, ...ledger.excluded.map(({ row }) => row)].toSorted((a, b) => a - b)
      expect(found).toEqual(rows.flatMap((row, at) => (row.some((cell) => cell !== null) ? [at + 2] : [])))
      for (let line = 0; line < ledger.length; line++) {
        expect(ledger.end[line]! > ledger.start[line]!).toBe(true)
        expect(Number.isSafeInteger(ledger.annual[line]!)).toBe(true)
      }
    }),
    { seed: 11, numRuns: 300 },
  )
})
