import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { bindTable } from '../../src/tables/browser.ts'
import { anyCharacter } from '../any-character.ts'
import { input } from './inputs.ts'
import { readAs, whole } from './read.ts'

/**
 * The reader of delimited text, bytes straight to columns, against Papa Parse and the reader of single cells, which
 * every other format goes through.
 */
const inputs = [
  input('count', 'count', { high: 1e6 }),
  input('number', 'number', { missingWhen: [-1] }),
  input('percent', 'percent'),
  input('ratio', 'ratio'),
  input('money', 'money'),
  input('flag', 'yes/no'),
  input('band', 'choice', { choices: ['Poor', 'Very good'] }),
  input('note', 'text'),
  input('day', 'date'),
  input('account', 'text', { role: 'account' }),
]
const header = [...inputs.map(({ name }) => name), 'unread']

const plainNumber = fc
  .tuple(
    fc.constantFrom('', '-'),
    fc.integer({ min: 0, max: 99_999_999 }),
    fc.constantFrom('', '.', '.5', '.25', '.007'),
  )
  .map((parts) => parts.join(''))
const cell = fc.oneof(
  { weight: 4, arbitrary: plainNumber },
  { weight: 2, arbitrary: fc.constantFrom('', '85%', '1,204', '1,5', '(12)', '€ 5', '1e3', '-1', '-0', '.', '-', '2') },
  { weight: 2, arbitrary: fc.constantFrom('yes', 'No', 'TRUE', 'Poor', ' very  good', 'N/A', 'none', '#REF!', 'NaN') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('2025-01-31', '45688', '31/01/2025', '123456789012345678', '0.1234567890123456'),
  },
  { weight: 1, arbitrary: fc.string({ unit: anyCharacter, maxLength: 6 }) },
  { weight: 1, arbitrary: fc.constantFrom('"', '""', 'a"b', 'a,b', 'a\nb', 'a\r\nb', ' x ', 'Zoë', '名前', '\t') },
)
// A lone surrogate is no text, and a mark at the head of the file would be read as a byte order mark.
const sane = cell.map((text) => text.toWellFormed().replaceAll(/[\0\uFEFF]/g, ''))
const rows = fc.array(fc.array(sane, { minLength: 1, maxLength: header.length + 1 }), { maxLength: 12 })

test('the same as Papa Parse and one cell at a time', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), async (body, newline, quotes) => {
      const text = Papa.unparse([header, ...body], { newline, quotes })
      const { data } = Papa.parse<string[]>(text, { delimiter: ',', newline })
      const raw = { rows: data.slice(1), rowNumbers: data.slice(1).map((_, i) => i), findings: [] }
      const expected = await whole(bindTable({ header, batches: [raw] }, inputs))
      const got = await readAs('csv', text, inputs)
      expect(got.accounts).toEqual(expected.accounts)
      expect(got.inputs).toEqual(expected.inputs)
      expect(got.unreadable).toEqual(expected.unreadable)
    }),
    { seed: 20_251_122, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 150) },
  )
})
