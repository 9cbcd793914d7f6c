import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startDuckDB, startPostgres, startSpark, type Engine, type Table } from './index.ts'

const CELLS: Table = {
  name: 'some "cells"; `--',
  columns: [
    { name: 'the key', type: 'text', cells: ['0', '1', '2', '3'] },
    { name: 'double', type: 'double', cells: [0.1 + 0.2, -0, 5e-324, null] },
    { name: 'big', type: 'double', cells: [1.7976931348623157e308, Infinity, NaN, null] },
    { name: 'whole', type: 'bigint', cells: [9007199254740991, -1, 0, null] },
    { name: 'decimal', type: 'decimal', cells: ['0.1', '-123456789012.5', '0', null] },
    { name: 'truth', type: 'boolean', cells: [true, false, true, null] },
    { name: 'day', type: 'date', cells: ['2024-02-29', '1969-12-31', '9999-12-31', null] },
    { name: 'moment', type: 'timestamp', cells: ['2024-02-29 23:59:59', '1969-12-31 00:00:01', '2025-01-01', null] },
    { name: `it's "text" \`\\`, type: 'text', cells: [` größe\t'"\\ $1`, '', '😀\n', null] },
  ],
}

const starts = { duckdb: startDuckDB, postgres: startPostgres, spark: startSpark }

describe.each(Object.entries(starts))('%s', (name, start) => {
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine.stop())

  test('keeps every cell of a table as it is', async () => {
    expect(engine.name).toBe(name)
    await engine.load(CELLS)
    const table = name === 'spark' ? '`some "cells"; ``--`' : '"some ""cells""; `--"'
    const { names, rows } = await engine.ask(`select * from ${table}`)
    expect(names).toEqual(CELLS.columns.map((column) => column.name))
    for (const [at, { type, cells }] of CELLS.columns.entries()) {
      if (type !== 'text' && type !== 'double' && type !== 'bigint' && type !== 'boolean') continue
      const found = rows.toSorted((a, b) => Number(a[0]) - Number(b[0])).map((row) => row[at]!)
      expect(type === 'double' ? found.map((cell) => (cell === null ? null : Number(cell))) : found).toEqual(cells)
    }
  })

  test('says what it cannot run', async () => {
    await expect(engine.ask('select nothing from nowhere')).rejects.toThrow(/nowhere/)
  })
})
