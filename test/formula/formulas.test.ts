import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileFile } from '../../src/cli/load-model.ts'
import { formulaBook, type FormulaBook, type FormulaOptions } from '../../src/formula/index.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { Model } from '../../src/model/model.ts'
import { choices, compare, condition, input, measure, model, of, raw, segment, text, whole } from '../engine/build.ts'

const root = resolve(import.meta.dirname, '../..')

function bookOf(made: Model, style: FormulaOptions['style'] = 'cells'): FormulaBook {
  const inputs = allInputs(made)
  const at = new Map(inputs.map((one, n) => [one.name, n]))
  return formulaBook(made, {
    accounts: { header: inputs.map((one) => one.name), rows: [inputs.map(() => null)] },
    columnOf: ({ name }) => at.get(name) ?? null,
    asOf: 20_269,
    style,
    sheets: { model: 'Model', accounts: 'Accounts' },
  })
}

function formulasOf(book: FormulaBook): ReadonlyMap<string, string> {
  const [, cells] = book.sheets![0]!.rows
  const given = cells!.length - book.columns.length
  return new Map(book.columns.map(({ key }, n) => [key, cells![given + n]!.formula!]))
}

/** Functions that Excel 2019 and LibreOffice have, as docs/formulas.md lists them. */
const KNOWN = 'IF AND OR NOT IFERROR ISNUMBER ISLOGICAL ISBLANK INDEX COUNT MIN MAX ABS SIGN INT LEN N NA TRIM'.split(
  ' ',
)

function functionsIn(formulas: Iterable<string>): ReadonlySet<string> {
  const found = [...formulas].flatMap((one) =>
    [...one.replaceAll(/"(?:[^"]|"")*"/g, '').matchAll(/([A-Z.]+)\(/g)].map((match) => match[1]!),
  )
  return new Set(found)
}

/** Columns of the same row that a formula reads, and whatever else looks like one. */
function columnsIn(formula: string): readonly string[] {
  const bare = formula.replaceAll(/"(?:[^"]|"")*"/g, '').replaceAll(/Model!\S*?\$\d+(?::\$[A-Z]+\$\d+)?/g, '')
  return [...bare.matchAll(/(?<![\w$])([A-Za-z]+)2(?![\w(])/g)].map((match) => match[1]!)
}

function indexOf(column: string): number {
  return [...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

describe.each(readdirSync(join(root, 'models')).filter((file) => file.endsWith('.salus')))('%s', (file) => {
  const { model: made } = compileFile(join(root, 'models', file))

  test.each(['cells', 'let'] as const)('is said within what a workbook takes, in style %s', (style) => {
    const book = bookOf(made, style)
    expect(book.findings).toEqual([])
    const formulas = [...formulasOf(book).values()]
    expect(Math.max(...formulas.map((one) => one.length + 1))).toBeLessThanOrEqual(8192)
    const allowed = style === 'let' ? [...KNOWN, 'LET'] : KNOWN
    expect([...functionsIn(formulas)].filter((name) => !allowed.includes(name))).toEqual([])
    const last = book.sheets![0]!.rows[1]!.length
    expect(formulas.flatMap((one) => columnsIn(one)).filter((column) => indexOf(column) >= last)).toEqual([])
  })
})

test('what is too long or too deep for one formula is spread over columns', () => {
  const words = Array.from({ length: 400 }, (_, n) => `word number ${n} of a long list`)
  const many = Array.from({ length: 300 }, (_, n) =>
    measure(`m${n}`, choices({ healthy: [words[n]!], poor: [words[n + 1]!] }), {
      value: raw(of('word'), null, 'text'),
    }),
  )
  const long = measure('long', choices({ healthy: words, poor: ['no'] }), { value: raw(of('word'), null, 'text') })
  const segments = words
    .slice(0, 60)
    .map((word, n) => segment(word, whole([long, many[n]!]), { when: condition(compare(of('word'), '=', text(word))) }))
  const rest = segment('rest', whole([long, ...many]))
  const book = bookOf(model({ inputs: [input('word', { type: 'text' })], segments: [...segments, rest] }))
  expect(book.findings).toEqual([])
})

test('what cannot be said is refused, with the measure it is in', () => {
  const made = model({
    inputs: [input('word', { type: 'text' })],
    root: whole([measure('late', choices({}), { value: raw(compare(of('word'), '<', text('m')), null, 'yes/no') })]),
  })
  const { sheets, findings } = bookOf(made)
  expect(sheets).toBeNull()
  expect(findings.map(({ slug, parameters }) => ({ slug, parameters }))).toContainEqual({
    slug: 'formula-unsaid',
    parameters: expect.objectContaining({ what: 'an order of texts' }),
  })
})
