import { score } from '../engine/kernels/score.ts'
import type { RowScore } from '../engine/kernels/row-score.ts'
import type { Detail, Scores } from '../engine/kernels/scores.ts'
import type { Applied } from '../host/desk/state.ts'
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
  if (cells.length <= SLICE) return slice(prepared, of, cells)
  return inSlices(prepared, of)
}

/** Rows at a time: some milliseconds of work. */
const SLICE = 10_000

async function inSlices(
  prepared: Prepared,
  of: readonly ColumnFunction[],
): Promise<readonly (readonly AnswerCell[])[]> {
  const out: AnswerCell[][] = of.map(() => [])
  for (let start = 0; start < prepared.cells.length; start += SLICE) {
    if (start > 0) await breath()
    const columns = slice(prepared, of, prepared.cells.slice(start, start + SLICE))
    for (const [at, column] of columns.entries()) for (const cell of column) out[at]!.push(cell)
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
  if (of.one === undefined || overridesOf(binding, cells) !== null) return explainedCell(prepared, of, cells)
  const scored = binding.scoreRow(binding.reader.read(cells))
  return of.one(scored, binding.applied) ?? otherwise(prepared, of, cells, scored)
}

/** Blank rows of a block are left blank: ranges are often longer than their lists. */
function slice(
  prepared: Prepared,
  of: readonly ColumnFunction[],
  cells: readonly (readonly Cell[])[],
): readonly (readonly AnswerCell[])[] {
  const { binding } = prepared
  const details = of.flatMap(({ many }) => many?.detail ?? [])
  const scores = details.length === 0 ? null : scoresOf(prepared, mostOf(details), cells)
  return of.map((one) => {
    const { many } = one
    return cells.map((row, index) => {
      if (isBlank(row)) return null
      if (scores === null || many === undefined || overridesOf(binding, row) !== null) {
        return explainedCell(prepared, one, row)
      }
      const quick = many.of(scores, index, binding.applied)
      if (quick !== undefined) return quick
      const [scored, segment, coverage] = [scores.score[index]!, scores.segment[index]!, scores.coverage[index]!]
      return otherwise(prepared, one, row, { score: scored, segment, coverage })
    })
  })
}

/** What is computed for one column is there for all. */
function mostOf(details: readonly Detail[]): Detail {
  return details.includes('account') ? 'account' : 'scores'
}

function scoresOf({ binding }: Prepared, detail: Detail, cells: readonly (readonly Cell[])[]): Scores {
  const { applied, header, matching, read } = binding
  return score(applied.plan, readColumns(cells, header, matching, read), { columns: detail })
}

function explainedCell({ binding, doubts }: Prepared, of: ColumnFunction, cells: readonly Cell[]): AnswerCell {
  if (of.fromCells !== undefined) return of.fromCells(binding, cells)
  const account = { binding, cells, doubts }
  return of.explained(explain(account, { nearest: of.nearest === true }), account)
}

/** What the quick ways do not know: why there is no score, which is explained once for all accounts that lack it alike. */
function otherwise(
  prepared: Prepared,
  of: ColumnFunction,
  cells: readonly Cell[],
  { score: scored, segment, coverage }: Pick<RowScore, 'score' | 'segment' | 'coverage'>,
): AnswerCell {
  const { applied } = prepared.binding
  const isAlone = segment < 0 && applied.model.appliesWhen !== null
  const known = of.saysWhyNot === true && Number.isNaN(scored) && !isAlone ? lackingOf(applied) : null
  if (known === null) return explainedCell(prepared, of, cells)
  const key = `${segment} ${coverage}`
  const before = known.get(key)
  if (before !== undefined) return before
  const cell = explainedCell(prepared, of, cells)
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
