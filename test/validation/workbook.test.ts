import { expect, test } from 'vitest'
import { validationBook } from '../../src/validation/report/workbook.ts'
import { validate } from '../../src/validation/validate.ts'
import { drawn } from './controls.ts'

test('the workbook holds every row, and its bands are formulas over them with the values of the report', () => {
  const { scores, outcomes } = drawn(4, 120, (score) => 0.5 - score / 250)
  const amount = scores.score.map((score) => 1000 + 100 * score)
  const report = validate({ ...scores, amount }, outcomes, { horizon: 90, seed: 1 })
  const [summary, bands, rows] = validationBook(report, scores).sheets
  expect(summary!.rows[0]![0]!.value).toBe(report.verdict.sentence)
  expect(rows!.rows).toHaveLength(121)
  for (const [at, { band, n, events, arr }] of report.byBand!.bands.entries()) {
    const own = rows!.rows.slice(1).filter((row) => row[3]!.value === band)
    expect(own).toHaveLength(n)
    expect(own.filter((row) => row[4]!.value === 1)).toHaveLength(events)
    const cells = bands!.rows[at + 1]!
    expect(cells.slice(0, 3).map((cell) => cell!.value)).toEqual([band, events, n])
    expect(cells[1]!.formula).toContain('SUMIFS(Rows!$E$2:$E$121')
    expect(cells[6]!.value).toBe(arr!.lost / 100)
  }
})
