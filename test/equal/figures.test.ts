import { expect, test } from 'vitest'
import { figuresOf } from '../sql/figures.ts'
import { startPostgres, startSpark } from './engines/index.ts'

test.each(Object.entries({ postgres: startPostgres, spark: startSpark }))(
  'figures of a log in %s are those of the engine',
  async (_, start) => {
    const engine = await start()
    const pairs = await figuresOf(engine).finally(() => engine.stop())
    expect(pairs.filter(({ found, expected }) => found !== expected)).toEqual([])
    expect(pairs.length).toBeGreaterThan(1000)
  },
  240_000,
)
