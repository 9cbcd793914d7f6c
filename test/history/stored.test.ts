import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { plan } from '../../src/engine/kernels/plan.ts'
import type { History } from '../../src/history/history.ts'
import { layOut } from '../../src/history/lay-out.ts'
import { readSnapshots, snapshotInputs } from '../../src/history/read-snapshots.ts'
import { textAt } from '../../src/history/rows.ts'
import { scoreRows } from '../../src/history/score-rows.ts'
import { storedTable } from '../../src/history/stored-table.ts'
import { dimensionAt, measureAt } from '../../src/model/explanation-parts.ts'
import type { Column } from '../../src/model/columns.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { outputCell } from '../../src/tables/write/output.ts'
import { anyModelAndRows, INPUTS } from '../engine/arbitrary.ts'
import { columnsOf } from '../engine/columns.ts'

const DAY = 20_089

/** The cells of a stored table, as a sheet or a file would hold them. */
function cellsOf(history: History): Cell[][] {
  const { fields, batches } = storedTable(history)
  const rows = batches.flatMap(({ length, columns }) =>
    Array.from({ length }, (_, row) => columns.map((column) => outputCell(column, row))),
  )
  return [fields.map(({ name }) => name), ...rows]
}

function readBack(history: History): History {
  const cells = cellsOf(history)
  const inputs = snapshotInputs(cells[0]!.map(String))
  const { columns, findings } = bindCells(cells, inputs, { key: 'account' })
  expect(findings.filter(({ slug }) => slug !== 'account-duplicate' && slug !== 'data-more')).toEqual([])
  return readSnapshots(columns).history
}

const keeping = { date: DAY, recordedAt: null, overridden: new Map(), carried: new Map<string, Column>() }

describe('what is kept of any model and any accounts', () => {
  test('is what the evaluator says of each account', () => {
    fc.assert(
      fc.property(anyModelAndRows({ min: 1, max: 6 }), ({ model, rows }) => {
        const accounts = rows.map((_, row) => `A-${row}`)
        const judged: (readonly [kept: string | null, said: string | null])[] = []
        const kept = scoreRows(plan(model, { asOf: DAY }), columnsOf(INPUTS, rows, accounts), keeping)
        for (const [row, values] of rows.entries()) {
          const said = evaluate(model, values, { asOf: DAY })
          expect(textAt(kept.segment, row)).toBe(said.segment)
          expect(nullIfNone(kept.score[row]!)).toBe(said.score)
          expect(textAt(kept.shown, row)).toBe(said.shown)
          expect(textAt(kept.band, row)).toBe(said.band)
          for (const [path, part] of kept.parts) {
            const measure = measureAt(said, path)
            const points = part.kind === 'measure' ? measure?.points : dimensionAt(said, path)?.score
            expect(nullIfNone(part.points[row]!)).toBe(points ?? null)
            // A path that is a dimension in another segment is kept as that.
            if (measure?.state === 'scored' && part.kind === 'measure')
              judged.push([part.value && textAt(part.value, row), measure.valueShown])
          }
        }
        expect(judged.map(([value]) => value)).toEqual(judged.map(([, said]) => said))
      }),
      { numRuns: 25, seed: 20_261_122, endOnFailure: true },
    )
  })

  test('comes back from a table as it was', () => {
    fc.assert(
      fc.property(anyModelAndRows({ min: 1, max: 6 }), fc.boolean(), ({ model, rows }, carries) => {
        const accounts = rows.map((_, row) => `A-${row}`)
        const acv: Column = { kind: 'number', values: Float64Array.from(rows, (_, row) => row / 3), unreadable: [] }
        const scored = scoreRows(plan(model, { asOf: DAY }), columnsOf(INPUTS, rows, accounts), {
          ...keeping,
          carried: new Map(carries ? [['acv', acv]] : []),
        })
        const history = layOut([
          scored,
          { ...scored, date: DAY + 31, recordedAt: DAY + 40, restated: 'wrong seats', sequence: 2 },
        ])
        const read = readBack(history)
        expect(cellsOf(read)).toEqual(cellsOf(readBack(read)))
        expect(read.snapshots.map(plainHeader)).toEqual(history.snapshots.map(plainHeader))
        expect(read.snapshots[0]!.score).toEqual(history.snapshots[0]!.score)
        expect(read.snapshots[1]!.carried.get('acv')).toEqual(history.snapshots[1]!.carried.get('acv'))
        const bandsIn = ({ bands, snapshots }: History) => Array.from(snapshots[0]!.band, (code) => bands[code] ?? null)
        expect(bandsIn(read)).toEqual(bandsIn(history))
      }),
      { numRuns: 20, seed: 20_261_123, endOnFailure: true },
    )
  })
})

function nullIfNone(value: number): number | null {
  return Number.isNaN(value) ? null : value
}

function plainHeader({
  date,
  model,
  inputsHash,
  sequence,
  recordedAt,
  restated,
  ladder,
  scale,
}: History['snapshots'][number]) {
  return { date, model, inputsHash, sequence, recordedAt, restated, ladder, scale }
}
