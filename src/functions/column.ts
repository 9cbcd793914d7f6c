import { score as scoreAll } from '../engine/kernels/score.ts'
import type { RowScore } from '../engine/kernels/row-score.ts'
import type { Detail, Scores } from '../engine/kernels/scores.ts'
import type { Applied } from '../host/desk/state.ts'
import { sliceColumns } from '../model/pick-rows.ts'
import { withholds } from '../model/withholds.ts'
import { readColumns } from '../tables/bind.ts'
import type { Cell } from '../tables/cell.ts'
import type { AnswerCell } from './call.ts'
import { cellError } from './cell-error.ts'
import type { ColumnFunction } from './column-function.ts'
import type { Prepared } from './prepare.ts'
import { explain, isBlank, overridesOf } from './scored.ts'
import { after, type Soon } from './soon.ts'

/** One cell for each row. */
export function columnOf(prepared: Prepared, of: ColumnFunction): Soon<readonly AnswerCell[]> {
  return after(columnsOf(prepared, [of]), ([column]) => column!)
}

/**
 * A column of cells for each function. A single row goes to the engine as it is, a block as columns; where rows are
 * many, in slices, so that the page can be used meanwhile.
 */
export function columnsOf(prepared: Prepared, of: readonly ColumnFunction[]): Soon<readonly (readonly AnswerCell[])[]> {
  const { cells } = prepared
  if (cells.length === 1) return of.map((one) => [singleCell(prepared, one, cells[0]!)])
  const out = of.map(() => Array<AnswerCell>(cells.length).fill(null))
  const size = of.every(isQuick) ? QUICK : EXPLAINED
  if (cells.length > size) return inSlices(prepared, of, out, size)
  fill(prepared, of, out, 0, cells.length)
  return out
}

/** Rows at a time, some milliseconds of work: scored by columns, or explained one by one. */
const QUICK = 10_000
const EXPLAINED = 200

function isQuick({ many, fromCells }: ColumnFunction): boolean {
  return many !== undefined || fromCells !== undefined
}

async function inSlices(
  prepared: Prepared,
  of: readonly ColumnFunction[],
  out: readonly AnswerCell[][],
  size: number,
): Promise<readonly (readonly AnswerCell[])[]> {
  const { length } = prepared.cells
  // Slices of one length are scored into the same lists.
  let into: Scores | null = null
  for (let start = 0; start < length; start += size) {
    if (start > 0) await breath()
    into = fill(prepared, of, out, start, Math.min(length, start + size), into)
  }
  return out
}

/** Lets the page draw and hear clicks. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function singleCell(prepared: Prepared, of: ColumnFunction, cells: readonly Cell[]): AnswerCell {
  if (isBlank(cells)) return cellError('notAvailable', 'this row is blank')
  const { binding } = prepared
  if (of.one === undefined || overridesOf(binding, cells) !== null) return explainedCell(prepared, of, 0)
  const scored = binding.scoreRow(cells)
  return of.one(scored, binding.applied) ?? otherwise(prepared, of, 0, scored)
}

/** Blank rows of a block are left blank: ranges are often longer than their lists. Gives the scores, if any were made. */
function fill(
  prepared: Prepared,
  of: readonly ColumnFunction[],
  out: readonly AnswerCell[][],
  start: number,
  end: number,
  into: Scores | null = null,
): Scores | null {
  const { binding, cells } = prepared
  const details = of.flatMap(({ many }) => many?.detail ?? [])
  const scores = details.length === 0 ? null : scoresOf(prepared, mostOf(details), start, end, into)
  const isOverridden = (row: readonly Cell[]) => overridesOf(binding, row) !== null
  for (const [at, one] of of.entries()) {
    const { many } = one
    const column = out[at]!
    for (let index = start; index < end; index++) {
      const row = cells[index]!
      if (isBlank(row)) continue
      column[index] =
        scores === null || many === undefined || isOverridden(row)
          ? explainedCell(prepared, one, index)
          : (many.of(scores, index - start, binding.applied) ?? unscored(prepared, one, index, scores, index - start))
    }
  }
  return scores
}

function unscored(prepared: Prepared, of: ColumnFunction, index: number, scores: Scores, at: number): AnswerCell {
  const [score, segment, coverage] = [scores.score[at]!, scores.segment[at]!, scores.coverage[at]!]
  return otherwise(prepared, of, index, { score, segment, coverage })
}

/** What is computed for one column is there for all. */
function mostOf(details: readonly Detail[]): Detail {
  return details.includes('account') ? 'account' : 'scores'
}

function scoresOf(
  { binding, cells, whole }: Prepared,
  detail: Detail,
  start: number,
  end: number,
  into: Scores | null,
): Scores {
  const { applied, header, matching, read, scored } = binding
  const inputs = detail === 'scores' ? scored : read
  const columns =
    whole === null
      ? readColumns(cells.slice(start, end), header, matching, inputs)
      : sliceColumns(whole, start, end - start)
  return scoreAll(applied.plan, columns, { columns: detail, ...(into !== null && { into }) })
}

function explainedCell(
  { binding, doubts, cells: all, whole }: Prepared,
  of: ColumnFunction,
  index: number,
): AnswerCell {
  const cells = all[index]!
  if (of.fromCells !== undefined) return of.fromCells(binding, cells)
  const account = { binding, cells, doubts, placed: whole && { columns: whole, index } }
  return of.explained(explain(account, { nearest: of.nearest === true }), account)
}

/** What the quick ways do not know: why there is no score, which is explained once for all accounts that lack it alike. */
function otherwise(
  prepared: Prepared,
  of: ColumnFunction,
  index: number,
  { score: scored, segment, coverage }: Pick<RowScore, 'score' | 'segment' | 'coverage'>,
): AnswerCell {
  const { applied } = prepared.binding
  const isAlone = segment < 0 && applied.model.appliesWhen !== null
  const known = of.saysWhyNot === true && Number.isNaN(scored) && !isAlone ? lackingOf(applied) : null
  if (known === null) return explainedCell(prepared, of, index)
  const key = `${segment} ${coverage}`
  const before = known.get(key)
  if (before !== undefined) return before
  const cell = explainedCell(prepared, of, index)
  known.set(key, cell)
  return cell
}

/** Where nothing is withheld, accounts of one segment and one coverage have no score for the same reason; else null. */
function lackingOf(applied: Applied): Map<string, AnswerCell> | null {
  const before = lacking.get(applied)
  if (before !== undefined) return before
  const isAlike = !applied.model.segments.some((segment) => withholds(segment.root))
  const made = isAlike ? new Map<string, AnswerCell>() : null
  lacking.set(applied, made)
  return made
}

const lacking = new WeakMap<Applied, Map<string, AnswerCell> | null>()
