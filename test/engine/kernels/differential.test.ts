import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoreAccount } from '../../../src/engine/account.ts'
import { evaluate } from '../../../src/engine/evaluate.ts'
import { plan } from '../../../src/engine/kernels/plan.ts'
import { rowAt } from '../../../src/model/row-at.ts'
import { score } from '../../../src/engine/kernels/score.ts'
import { outlineOf, rowOf } from './outline.ts'
import { models } from './random-models.ts'
import { columnsOf, finiteRows, rows } from './random-rows.ts'
import { simpleModels } from './random-simple-models.ts'

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

test('lookup tables give what the steps give that fill them, and the evaluator as well', () => {
  let byTables = 0
  fc.assert(
    fc.property(simpleModels, finiteRows, (model, table) => {
      const columns = columnsOf(table)
      const made = plan(model, { asOf })
      byTables += made.parts.tables(0) === null ? 0 : 1
      const fast = score(made, columns, { path: 'tables', columns: 'explanation' })
      expect(fast).toEqual(score(made, columns, { path: 'general', columns: 'explanation' }))
      for (let i = 0; i < table.length; i++) {
        const one = scoreAccount(model, rowAt(columns, model.inputs, i), { asOf }).root!
        expect(Number.isNaN(fast.score[i]) ? null : fast.score[i]).toBe(one.points)
        expect(made.bands[fast.band[i]!] ?? null).toBe(one.band)
      }
    }),
    { seed: 20261123, numRuns: 500 },
  )
  expect(byTables).toBeGreaterThan(350)
})
