import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { evaluate } from '../../../src/engine/evaluate.ts'
import { plan } from '../../../src/engine/kernels/plan.ts'
import { rowAt } from '../../../src/engine/kernels/row-at.ts'
import { score } from '../../../src/engine/kernels/score.ts'
import { outlineOf, rowOf } from './outline.ts'
import { models } from './random-models.ts'
import { columnsOf, rows } from './random-rows.ts'

const asOf = 20000

test('kernels give what the evaluator of single accounts gives, to the last digit', () => {
  fc.assert(
    fc.property(models, rows, (model, table) => {
      const columns = columnsOf(table)
      const made = plan(model, { asOf })
      const scores = score(made, columns, { columns: 'explanation' })
      for (let i = 0; i < table.length; i++) {
        const row = rowAt(columns, model.inputs, i)
        expect(rowOf(made, scores, i)).toEqual(outlineOf(evaluate(model, row, { asOf })))
      }
    }),
    { seed: 20261122, numRuns: 600 },
  )
})
