import { cellHolds, cellsOf, missingCell, witnessOf, type Cell } from './cells.ts'
import { folded, holdsNumber, type Domain } from './domain.ts'
import type { Measure } from './group.ts'
import type { ChoicesJudge, LineJudge, Outcome, Range, RangesJudge } from './judge.ts'
import type { Model } from './model.ts'
import { domainOfFormula } from './value-domain.ts'

/** One cell of what a measure judges, and what becomes of it. */
export interface MeasureCell {
  readonly cell: Cell
  /** Places in `rows` of the rows that claim it, in written order. */
  readonly claims: readonly number[]
  /** `nothing`: no row claims it and there is no `otherwise`. `line`: points along a line, or its ends. */
  readonly decides: 'row' | 'otherwise' | 'nothing' | 'line' | 'missing rule'
  /** What it is judged to be; null under `nothing`, `line` and `missing rule`. */
  readonly outcome: Outcome | null
}

/** The cells of a measure's value; null where the judge reads more than one value (cases, grid) or a formula (points). */
export function measureCells(model: Model, measure: Measure): readonly MeasureCell[] | null {
  if (measure.value === null) return null
  const domain = domainOfFormula(model, measure.value)
  switch (measure.judge.kind) {
    case 'ranges':
      return rangeCells(measure.judge, domain)
    case 'choices':
      return choiceCells(measure.judge, domain)
    case 'line':
      return lineCells(measure.judge, domain)
    default:
      return null
  }
}

/** The numbers at which rows begin and end, ascending. */
export function edgesOf(judge: RangesJudge): readonly number[] {
  const edges = judge.rows.flatMap((row) => row.ranges.flatMap((range) => [range.low, range.high]))
  return [...new Set(edges.filter((edge) => edge !== null))].toSorted((a, b) => a - b)
}

export function rangeCells(judge: RangesJudge, domain: Domain): readonly MeasureCell[] {
  return cellsOf(domain, edgesOf(judge)).map((cell) =>
    judged(
      cell,
      judge.rows.flatMap((row, n) => (row.ranges.some((range) => rangeHolds(range, cell)) ? [n] : [])),
      judge,
    ),
  )
}

/** Whether a range claims a cell; a cell cut at the range's ends lies wholly in or out of it. */
export function rangeHolds(range: Range, cell: Cell): boolean {
  const value = witnessOf(cell)
  return typeof value === 'number' && holdsNumber({ ...range, kind: 'number', whole: false }, value)
}

function choiceCells(judge: ChoicesJudge, domain: Domain): readonly MeasureCell[] {
  const named = judge.rows.flatMap((row) => row.values)
  return cellsOf(domain, named).map((cell) =>
    judged(
      cell,
      judge.rows.flatMap((row, n) => (row.values.some((value) => choiceHolds(value, cell)) ? [n] : [])),
      judge,
    ),
  )
}

/** A judge writes yes and no as words. */
export function choiceHolds(written: string, cell: Cell): boolean {
  if (cell.kind !== 'value') return false
  return typeof cell.value === 'boolean' ? folded(written) === (cell.value ? 'yes' : 'no') : cellHolds(cell, written)
}

function judged(
  cell: Cell,
  claims: readonly number[],
  judge: { readonly rows: readonly { readonly outcome: Outcome }[]; readonly otherwise: Outcome | null },
): MeasureCell {
  if (cell === missingCell) return { cell, claims: [], decides: 'missing rule', outcome: null }
  const first = claims[0]
  if (first !== undefined) return { cell, claims, decides: 'row', outcome: judge.rows[first]!.outcome }
  return { cell, claims, decides: judge.otherwise === null ? 'nothing' : 'otherwise', outcome: judge.otherwise }
}

function lineCells(judge: LineJudge, domain: Domain): readonly MeasureCell[] {
  return cellsOf(
    domain,
    judge.knots.map((knot) => knot.at),
  ).map((cell) => ({ cell, claims: [], decides: cell === missingCell ? 'missing rule' : 'line', outcome: null }))
}
