import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIALECTS } from '../../src/sql/index.ts'
import { HOSTILE_CELLS, hostileQuery, hostileResults, longNames, NAMES } from '../sql/hostile.ts'
import { startPostgres, startSpark, type Engine } from './engines/index.ts'
import { startParser, type Parser } from './parser.ts'

const KEYS = { name: 'the key', type: 'text', cells: ['0', '1', '2'] } as const

describe.each(Object.entries({ postgres: startPostgres, spark: startSpark }))('in %s', (name, start) => {
  const dialect = DIALECTS.find((one) => one.name === name)!
  let engine: Engine
  beforeAll(async () => {
    engine = await start()
  }, 120_000)
  afterAll(() => engine.stop())

  test.each(NAMES)('%j is a name and a word like any other', { timeout: 120_000 }, async (hostile) => {
    await engine.load({
      name: hostile,
      columns: [KEYS, { name: hostile, type: 'text', cells: HOSTILE_CELLS(hostile) }],
    })
    const { rows } = await engine.ask(hostileQuery(hostile, dialect).text!)
    expect(rows.toSorted((a, b) => Number(a[0]) - Number(b[0]))).toEqual(hostileResults(hostile))
  })

  test('a word with what looks like a variable stays as it is', { timeout: 120_000 }, async () => {
    const { rows } = await engine.ask(`select ${dialect.text('${env:HOME} ${spark.app.name}')}`)
    expect(rows).toEqual([['${env:HOME} ${spark.app.name}']])
  })

  test('long names stay apart', { timeout: 120_000 }, async () => {
    const columns = [
      KEYS,
      { name: 'a', type: 'text', cells: ['yes', 'no', null] } as const,
      { name: 'b', type: 'text', cells: ['no', 'no', 'yes'] } as const,
    ]
    await engine.load({ name: 'accounts', columns })
    const { names, rows } = await engine.ask(longNames(dialect).text!)
    expect(new Set(names).size).toBe(names.length)
    const bands = rows.toSorted((a, b) => Number(a[0]) - Number(b[0])).map((row) => [row[7], row[9]])
    expect(bands).toEqual([
      ['healthy', 'poor'],
      ['poor', 'poor'],
      [null, 'healthy'],
    ])
  })
})

describe('by the parser', () => {
  let parser: Parser
  beforeAll(async () => {
    parser = await startParser()
  }, 60_000)
  afterAll(() => parser.stop())

  test.each(DIALECTS)('hostile names parse as $name', { timeout: 60_000 }, async (dialect) => {
    for (const hostile of NAMES) {
      expect(await parser.complaints(hostileQuery(hostile, dialect).text!, dialect.name)).toEqual([])
    }
  })
})
