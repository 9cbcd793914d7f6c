import { queryFor, type Dialect, type Query } from '../../src/sql/index.ts'
import type { Model } from '../../src/model/model.ts'
import { choices, condition, compare, input, measure, model, of, raw, segment, text, whole } from '../engine/build.ts'

/** Names that mean something to one engine or another. */
export const NAMES: readonly string[] = [
  `a"b`,
  `it's`,
  'select',
  'order',
  'user',
  `'; drop table accounts; --`,
  `"; drop table accounts; --`,
  '`; drop table accounts; --',
  '\\',
  "\\'; drop table accounts; --",
  'tab\tand\\slash',
  '/* no comment */',
  'größe — ß',
  '😀 smile',
  'a.b',
  'a-b',
  '{{ jinja }}',
  '$1 :x ? %s %(x)s &x @x #x',
  "$$; drop table accounts; $$ 'e",
  '\\u0041\\x41\\101',
]

/** A model in which everything is called so: an input, a measure, a choice, a segment and a risk. */
export function hostileModel(name: string): Model {
  const judged = measure(name, choices({ healthy: [name], poor: ['no'] }), { value: raw(of(name), null, 'text') })
  const isName = condition(compare(of(name), '=', text(name)))
  return model({
    inputs: [input(name, { type: 'text' })],
    segments: [segment(name, whole([judged]), { when: isName }), segment('rest', whole([judged]))],
    indicators: [{ kind: 'risk', label: name, when: isName, because: null, action: null, doc: null, span: null }],
  })
}

/** What the column holds, and what is to come of it. */
export const HOSTILE_CELLS = (name: string): readonly (string | null)[] => [name, 'no', null]

export const hostileResults = (name: string): readonly (readonly unknown[])[] => [
  ['0', name, 10, '10.0', 'healthy', 1, 10, 'healthy', true],
  ['1', 'rest', 0, '0.0', 'poor', 1, 0, 'poor', false],
  ['2', 'rest', null, null, null, 0, null, null, false],
]

/** The query over a table of that name with a column of that name. */
export function hostileQuery(name: string, dialect: Dialect): Query {
  return queryFor(hostileModel(name), {
    dialect,
    table: [name],
    columnOf: ({ name: column }) => column,
    account: 'the key',
    asOf: null,
  })
}

/** Two measures whose names differ only where most engines no longer look, over the columns a and b. */
export function longNames(dialect: Dialect): Query {
  const names = ['1', '2'].map((end) => `${'ä'.repeat(200)}${end}`)
  const made = model({
    inputs: names.map((name) => input(name, { type: 'text' })),
    root: whole(
      names.map((name) =>
        measure(name, choices({ healthy: ['yes'], poor: ['no'] }), { value: raw(of(name), null, 'text') }),
      ),
    ),
  })
  return queryFor(made, {
    dialect,
    table: ['accounts'],
    columnOf: ({ name }) => (name.endsWith('1') ? 'a' : 'b'),
    account: 'the key',
    asOf: null,
  })
}
