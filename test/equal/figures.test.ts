import { expect, test } from 'vitest'
import { figuresOf } from '../sql/figures.ts'
import { startPostgres, startSpark } from './engines/index.ts'

/** Spark plans every count of different values by itself: it is asked for one figure of five. */
const databases = [
  ['postgres', startPostgres, 1],
  ['spark', startSpark, 5],
] as const

test.each(databases)(
  'figures of a log in %s are those of the engine',
  async (_, start, oneOf) => {
    const engine = await start()
    const pairs = await figuresOf(engine, oneOf).finally(() => engine.stop())
    expect(pairs.filter(({ found, expected }) => found !== expected)).toEqual([])
    expect(pairs.length).toBeGreaterThan(200)
  },
  240_000,
)
