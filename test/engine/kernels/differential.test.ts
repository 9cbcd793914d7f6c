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
    { seed: 20261122, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 600) },
  )
})

test('lookup tables give what the steps give that fill them, and the evaluator as well', () => {
  const found = { byTables: 0, bySums: 0 }
  fc.assert(
    fc.property(simpleModels, finiteRows, (model, table) => {
      const columns = columnsOf(table)
      const made = plan(model, { asOf })
      const tables = made.parts.tables(0)
      found.byTables += tables === null ? 0 : 1
      found.bySums += tables?.whole.kind === 'sums' ? 1 : 0
      const fast = score(made, columns, { path: 'tables' })
      expect(fast).toEqual(score(made, columns, { path: 'general' }))
      const explained = score(made, columns, { path: 'tables', columns: 'explanation' })
      expect(explained).toEqual(score(made, columns, { path: 'general', columns: 'explanation' }))
      for (let i = 0; i < table.length; i++) {
        const one = scoreAccount(model, rowAt(columns, model.inputs, i), { asOf }).root!
        expect(Number.isNaN(fast.score[i]) ? null : fast.score[i]).toBe(one.points)
        expect(made.bands[fast.band[i]!] ?? null).toBe(one.band)
      }
    }),
    { seed: 20261123, numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 500) },
  )
  expect(found.byTables).toBeGreaterThan(350)
  expect(found.bySums).toBeGreaterThan(15)
})
