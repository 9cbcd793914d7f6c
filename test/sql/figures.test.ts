import { expect, test } from 'vitest'
import { startDuckDB } from '../equal/engines/duckdb.ts'
import { figuresOf } from './figures.ts'

test('figures of a log in DuckDB are those of the engine', async () => {
  const engine = await startDuckDB()
  const pairs = await figuresOf(engine)
  await engine.stop()
  expect(pairs.filter(({ found, expected }) => found !== expected)).toEqual([])
  expect(pairs.filter(({ expected }) => expected !== null).length).toBeGreaterThan(pairs.length * 0.6)
})
