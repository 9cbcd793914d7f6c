import * as fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/index.ts'
import { evaluate } from '../../../src/engine/evaluate.ts'
import { explanationTexts } from '../../../src/engine/json/explanation-texts.ts'
import { plan } from '../../../src/engine/kernels/plan.ts'
import type { Columns } from '../../../src/model/columns.ts'
import type { Input } from '../../../src/model/input.ts'
import type { Model } from '../../../src/model/model.ts'
import { rowAt } from '../../../src/model/row-at.ts'
import { models } from '../kernels/random-models.ts'
import { columnsOf, finiteRows, rows } from '../kernels/random-rows.ts'
import { simpleModels } from '../kernels/random-simple-models.ts'

const asOf = 20000

/** The texts beside the evaluator's JSON, and how many rows were put together without it. */
function textsOf(model: Model, columns: Columns, segment?: string) {
  const options = { asOf, ...(segment !== undefined && { segment }) }
  const row = (index: number) => rowAt(columns, model.inputs, index)
  const reference = (index: number) =>
    evaluate(model, row(index), { ...options, account: columns.accounts?.[index] ?? null })
  let evaluated = 0
  const texts = explanationTexts(plan(model, options))(columns, {
    row,
    explanation: (index) => {
      evaluated++
      return reference(index)
    },
    isSpecial: () => false,
  })
  const expected = texts.map((_, index) => JSON.stringify(reference(index)))
  return { texts, expected, put: columns.length - evaluated }
}

describe('full explanations as texts are those of the evaluator, byte for byte', () => {
  test('plain random models', () => {
    let put = 0
    fc.assert(
      fc.property(simpleModels, finiteRows, (model, table) => {
        const found = textsOf(model, columnsOf(table))
        expect(found.texts).toEqual(found.expected)
        put += found.put
      }),
      { seed: 20261122, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 250) },
    )
    expect(put).toBeGreaterThan(20)
  })

  test('any random models', () => {
    fc.assert(
      fc.property(models, rows, (model, table) => {
        const { texts, expected } = textsOf(model, columnsOf(table))
        expect(texts).toEqual(expected)
      }),
      { seed: 20261123, numRuns: 100 },
    )
  })

  const folder = new URL('../../../models/', import.meta.url)
  const modelOf = (name: string): Model => {
    const path = new URL(name, folder).pathname
    return compile(readFileSync(path, 'utf8'), path, (file) => {
      const found = new URL(file, folder)
      return { text: readFileSync(found, 'utf8'), file: found.pathname }
    }).model
  }
  test('the Default model, which needs the evaluator only where there is no score', () => {
    const model = modelOf('sourcegraph.salus')
    expect(textsOf(model, accountsOf(model), 'Default').put).toBeGreaterThan(35)
  })
  test.each(readdirSync(folder).filter((name) => name.endsWith('.salus')))('%s', (name) => {
    const model = modelOf(name)
    const columns = accountsOf(model)
    for (const segment of [undefined, ...model.segments.map((one) => one.name)]) {
      const { texts, expected } = textsOf(model, columns, segment)
      expect(texts).toEqual(expected)
    }
  })
})

/** Forty accounts, drawn evenly from what the model's inputs may hold and the numbers it was written with. */
function accountsOf(model: Model): Columns {
  const length = 40
  const words = ['Default', 'Airgapped', 'Digital', 'Established', 'New', 'other', 'a "quoted" word', '']
  const numbers = [
    0,
    0.1,
    0.2,
    0.29,
    0.3,
    0.5,
    0.8,
    1,
    2,
    3,
    4,
    5,
    7.5,
    10,
    15,
    30,
    60,
    90,
    19_950,
    20_000,
    1234.5,
    NaN,
  ]
  let at = 0
  const next = <T>(from: readonly T[]): T => from[(at += 7) % from.length]!
  const column = (input: Input) => {
    if (input.type === 'choice' || input.type === 'text') {
      const dictionary = [...input.choices, ...words]
      const codes = Int32Array.from({ length }, (_, row) => ((row * 5 + (at += 3)) % (dictionary.length + 1)) - 1)
      return { kind: 'text', codes, dictionary, unreadable: [] } as const
    }
    const values = Float64Array.from({ length }, (_, row) => {
      const value = next(numbers.slice(row % 5))
      return input.type === 'yes/no' ? (Number.isNaN(value) ? value : Number(value > 3)) : value
    })
    return { kind: 'number', values, unreadable: [] } as const
  }
  const accounts = Array.from({ length }, (_, row) => `account "${row}"`)
  return { length, accounts, inputs: new Map(model.inputs.map((input) => [input.name, column(input)])) }
}
