import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { periodOf } from '../../src/history/period.ts'
import { isoDate } from '../../src/engine/days.ts'

test('weeks and months are those of DuckDB, every day of 40 years', async () => {
  const connection = await (await DuckDBInstance.create()).connect()
  const read = await connection.runAndReadAll(
    `SELECT strftime(d, '%G-W%V'), strftime(d, '%Y-%m'), strftime(d, '%Y-%m-%d')
     FROM (SELECT DATE '1999-12-20' + i::INT AS d FROM range(14610) t(i))`,
  )
  const first = Date.UTC(1999, 11, 20) / 86_400_000
  const ours = Array.from({ length: 14_610 }, (_, i) => [
    periodOf(first + i, 'week'),
    periodOf(first + i, 'month'),
    isoDate(first + i),
  ])
  expect(read.getRows()).toEqual(ours)
})

test('a week belongs to the year of its Thursday', () => {
  const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000
  expect(periodOf(day('2021-01-03'), 'week')).toBe('2020-W53')
  expect(periodOf(day('2024-12-30'), 'week')).toBe('2025-W01')
})
