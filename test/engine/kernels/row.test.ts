import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Row } from '../../../src/model/columns.ts'
import type { Model } from '../../../src/model/model.ts'
import { plan } from '../../../src/engine/kernels/plan.ts'
import { bindRow, type RowValues } from '../../../src/engine/kernels/row.ts'
import { score } from '../../../src/engine/kernels/score.ts'
import { models } from './random-models.ts'
import { columnsOf, inputs, rows } from './random-rows.ts'
import { simpleModels } from './random-simple-models.ts'

const names = inputs.map((input) => input.name)

function valuesOf(row: Row): RowValues {
  return {
    numbers: Float64Array.from(names, (name) => (typeof row[name] === 'string' ? NaN : Number(row[name] ?? NaN))),
    texts: names.map((name) => (typeof row[name] === 'string' ? row[name] : null)),
  }
}

const kinds: readonly [string, fc.Arbitrary<Model>, number, number][] = [
  ['that lookup tables hold', simpleModels, 20261124, 500],
  ['of any kind', models, 20261125, 100],
]

test.each(kinds)('a row by itself scores as it does in a table, by a model %s', (_, of, seed, numRuns) => {
  fc.assert(
    fc.property(of, rows, (model, table) => {
      const made = plan(model, { asOf: 20000 })
      const scores = score(made, columnsOf(table), { path: 'general' })
      const scoreRow = bindRow(made, names)
      for (const [i, row] of table.entries()) {
        const expected = {
          score: scores.score[i],
          band: scores.band[i],
          segment: scores.segment[i],
          coverage: scores.coverage[i],
        }
        expect(scoreRow(valuesOf(row))).toEqual(expected)
      }
    }),
    { seed, numRuns },
  )
})
