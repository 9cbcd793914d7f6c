import { expect, test } from 'vitest'
import { figuresOf } from '../sql/figures.ts'
import { startPostgres, startSpark } from './engines/index.ts'

const starts = { PostgreSQL: startPostgres, Spark: startSpark }

test.each(Object.entries(starts))(
  'figures of a log in %s are those of the engine',
  { timeout: 480_000 },
  async (_, start) => {
    const engine = await start()
    const pairs = await figuresOf(engine).finally(() => engine.stop())
    expect(pairs.filter(({ found, expected }) => found !== expected)).toEqual([])
    expect(pairs.length).toBeGreaterThan(1000)
  },
)
