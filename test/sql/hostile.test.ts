import { expect, test } from 'vitest'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { choices, condition, compare, input, measure, model, of, raw, segment, text, whole } from '../engine/build.ts'
import { ask, connect, fill } from './duckdb.ts'

const NAMES = [
  `a"b`,
  `it's`,
  'select',
  `'; drop table accounts; --`,
  `"; drop table accounts; --`,
  'tab\tand\\slash',
  '/* no comment */',
  'größe — ß',
  '$1 ${x} %s',
]

test.each(NAMES)('%j is a name and a word like any other', async (name) => {
  const one = input(name, { type: 'text' })
  const judged = measure(name, choices({ healthy: [name], poor: ['no'] }), { value: raw(of(name), null, 'text') })
  const made = model({
    inputs: [one],
    segments: [
      segment(name, whole([judged]), { when: condition(compare(of(name), '=', text(name))) }),
      segment('rest', whole([judged])),
    ],
    indicators: [
      {
        kind: 'risk',
        label: name,
        when: condition(compare(of(name), '=', text(name))),
        because: null,
        action: null,
        doc: null,
        span: null,
      },
    ],
  })
  const { text: query } = queryFor(made, {
    dialect: DIALECTS[0]!,
    table: [name],
    columnOf: ({ name: column }) => column,
    account: 'the key',
    asOf: null,
  })
  const connection = await connect()
  await fill(connection, name, [one], [[name], ['no'], [null]])
  const rows = (await ask(connection, query!)).map((row) => Object.values(row))
  expect(rows).toEqual([
    ['0', name, 10, '10.0', 'healthy', 1, 10, 'healthy', true],
    ['1', 'rest', 0, '0.0', 'poor', 1, 0, 'poor', false],
    ['2', 'rest', null, null, null, 0, null, null, false],
  ])
})

test('a name on two lines is refused', () => {
  const made = model({
    inputs: [input('a\nb')],
    root: whole([measure('m', choices({}), { value: raw(of('a\nb')) })]),
  })
  const { text: query, findings } = queryFor(made, {
    dialect: DIALECTS[0]!,
    table: ['accounts'],
    columnOf: ({ name }) => name,
    account: 'account',
    asOf: null,
  })
  expect(query).toBeNull()
  expect(findings.map(({ parameters }) => parameters)).toContainEqual({
    dialect: 'DuckDB',
    where: 'm',
    what: 'a name with a line break',
  })
})
