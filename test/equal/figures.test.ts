import { expect, test } from 'vitest'
import { figuresOf } from '../sql/figures.ts'
import { startPostgres } from './engines/index.ts'

test('figures of a log in PostgreSQL are those of the engine', { timeout: 240_000 }, async () => {
  const engine = await startPostgres()
  const pairs = await figuresOf(engine).finally(() => engine.stop())
  expect(pairs.filter(({ found, expected }) => found !== expected)).toEqual([])
  expect(pairs.length).toBeGreaterThan(1000)
})
