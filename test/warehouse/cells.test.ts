import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Columns } from '../../src/model/columns.ts'
import type { Input } from '../../src/model/input.ts'
import { bindCells } from '../../src/tables/browser.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { sqlText, withDuckdb, type DuckDBConnection } from '../../src/tables/parquet/duckdb.ts'
import { readView } from '../../src/warehouse/duckdb/read-view.ts'
import { ask } from '../sql/duckdb.ts'
import { particulars } from '../tables/arbitrary-cells.ts'
import { input } from '../tables/inputs.ts'

/** Cells read by SQL against the same cells read by the tables: every type of input, every kind of column. */
const seed = 20_251_122
const runs = Number(process.env['SALUS_FUZZ_RUNS'] ?? 6)

const digits = fc
  .tuple(
    fc.constantFrom('', '-', '+', '- ', '−', '('),
    fc.constantFrom('', '$', 'US$', 'USD ', '€ ', '€', 'XX$', 'ABC', '- ', '+'),
    fc.constantFrom(
      '0',
      '1',
      '5',
      '60',
      '1,204',
      '1 204',
      '1_204',
      '0,204',
      '1,5',
      '12345',
      '.5',
      '7.',
      '29.3',
      '1e3',
      '1E-2',
      '2e400',
      '1e-330',
    ),
    fc.constantFrom('', '', '', '%', ' %', ' €', 'EUR', '  USD', ')', ' )', '.25', '\u00a0%'),
  )
  .map((parts) => parts.join(''))
const words = fc.constantFrom(
  '',
  ' ',
  'n/a',
  '#N/A',
  'NA',
  'none',
  '-',
  '–',
  'null',
  '#REF!',
  '#div/0!',
  'NaN',
  'Infinity',
  'inf',
  'true',
  'Yes',
  'T',
  '✓',
  '☐',
  'x',
)
const dates = fc.oneof(
  fc.constantFrom(
    '2025-01-31',
    '2025-02-30',
    '2024-02-29',
    '0000-01-01',
    '9999-12-31',
    '2025-01-31T10:00',
    '2025-01-31 10:00:59.5Z',
  ),
  fc.constantFrom(
    '2025-01-31T10:00 +0200',
    '31/01/2025',
    '45000',
    '60',
    '59',
    '61',
    '0',
    '2958465',
    '2958466',
    '45000.75',
    '1e3',
  ),
)
const choices = fc.constantFrom(
  'Poor',
  'poor',
  ' GOOD ',
  'Very  good',
  'very good',
  'gone',
  'n. a.',
  'Fair',
  'fair\u2003',
  '\ufeffGood',
)
const texts = fc.oneof(
  { weight: 4, arbitrary: digits },
  { weight: 2, arbitrary: words },
  { weight: 2, arbitrary: dates },
  { weight: 2, arbitrary: choices },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 5 }).map((text) => text.toWellFormed().replaceAll('\0', '')),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom(...'0123456789.,-+eE% ()$€_ \t\u00a0'), maxLength: 8 }) },
)
const blank = fc.constantFrom('', '', '', ' ', '\t', '\n', '\u00a0', '\u2003', '\ufeff', '\v')
const padded = fc.tuple(blank, texts, blank).map((parts) => parts.join(''))
const numbers = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 5, 29, 29.3, 100, 0.29, 45000, 60, 59, 61, -0, -1, NaN, Infinity, -Infinity),
  fc.constantFrom(
    1e308,
    5e-324,
    2 ** 53,
    9e15 + 2,
    1e22,
    1e21,
    123456789012345680,
    1.5e-7,
    0.000001,
    0.0000123,
    1e15,
    1e16,
  ),
  fc.double(),
  fc.integer(),
  fc.integer().map((n) => n / 1000),
)
const days = fc.integer({ min: -719_000, max: 2_900_000 })

const kinds = {
  text: { type: 'VARCHAR', cell: padded, literal: (cell: string) => sqlText(cell) },
  number: {
    type: 'DOUBLE',
    cell: numbers,
    literal: (cell: number) => `'${Object.is(cell, -0) ? '-0' : String(cell)}'::double`,
  },
  answer: { type: 'BOOLEAN', cell: fc.boolean(), literal: (cell: boolean) => String(cell) },
  day: { type: 'DATE', cell: days, literal: (cell: number) => `(date '1970-01-01' + ${cell})` },
}

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  '%s cells read as the tables read them',
  { timeout: 120_000 },
  async (kind) => {
    await withDuckdb({}, async (connection) => {
      const { type, cell, literal } = kinds[kind] as {
        type: string
        cell: fc.Arbitrary<string | number | boolean>
        literal: (cell: never) => string
      }
      const columns = fc.array(fc.tuple(particulars, fc.constantFrom(null, 'EUR', 'usd')), {
        minLength: 6,
        maxLength: 6,
      })
      const some = fc.array(fc.option(cell, { freq: 12 }), { minLength: 60, maxLength: 60 })
      await fc.assert(
        fc.asyncProperty(columns, some, async (given, cells) => {
          const inputs = given.map(([one, currency], n) =>
            input(`i${n}`, one.type!, {
              ...one,
              currency,
              choices: one.choices!.length > 0 ? ['Poor', 'Fair', 'Good', 'Very good', '1'] : [],
            }),
          )
          const rows = cells.map((one) =>
            inputs.map((): Cell => (one !== null && kind === 'day' ? { kind: 'date', value: one as number } : one)),
          )
          const { columns: expected } = bindCells([inputs.map(({ name }) => name), ...rows], inputs)
          const found = await readBySql(
            connection,
            inputs,
            type,
            cells.map((one) => (one === null ? 'null' : literal(one as never))),
          )
          for (const one of inputs) {
            for (const [row, shown] of cells.entries()) {
              const wanted = cellAt(expected, one, row)
              const got = found[row]![one.name]!
              expect({ type: one.type, shown, ...got }).toEqual({
                type: one.type,
                shown,
                ...wanted,
              })
            }
          }
        }),
        { seed, numRuns: runs },
      )
    })
  },
)

interface Read {
  readonly value: unknown
  readonly unreadable: boolean
}

async function readBySql(
  connection: DuckDBConnection,
  inputs: readonly Input[],
  type: string,
  literals: readonly string[],
): Promise<readonly Readonly<Record<string, Read>>[]> {
  await connection.run(
    `create or replace table cells as select n, x::${type} as x from (values ${literals.map((one, n) => `(${n}, ${one})`).join(', ')}) t(n, x) order by n`,
  )
  const header = inputs.map(({ name }) => name)
  const source = { columns: inputs.map(() => ({ name: 'x', type })), from: 'cells', where: null }
  const matching = { columns: new Map(inputs.map(({ name }, n) => [name, n])), account: null, unused: [], findings: [] }
  const view = readView(source, header, matching, inputs)
  const rows = await ask(connection, view.sql)
  return rows.map((row) =>
    Object.fromEntries(
      view.inputs.map((one) => [one.input.name, { value: row[one.value], unreadable: row[one.unreadable] as boolean }]),
    ),
  )
}

function cellAt({ inputs }: Columns, { name, type }: Input, row: number): Read {
  const column = inputs.get(name)!
  const unreadable = column.unreadable.includes(row)
  if (column.kind === 'text') {
    const text = column.dictionary[column.codes[row]!] ?? null
    return { value: type === 'choice' ? (text?.toLowerCase() ?? null) : text, unreadable }
  }
  const value = column.values[row]!
  return { value: Number.isNaN(value) ? null : type === 'yes/no' ? value === 1 : value, unreadable }
}
