import { score } from '../engine/kernels/score.ts'
import type { Scores } from '../engine/kernels/scores.ts'
import { bindCells } from '../tables/bind.ts'
import type { Cell } from '../tables/cell.ts'
import type { AnswerCell } from './call.ts'
import { cellError } from './cell-error.ts'
import type { ColumnFunction } from './column-function.ts'
import type { Prepared } from './prepare.ts'
import { explain, isBlank, overridesOf } from './scored.ts'
import type { Soon } from './soon.ts'

/**
 * One cell for each row. A single row goes to the engine as it is, a block as columns; where they are many, in slices,
 * so that the page can be used meanwhile.
 */
export function columnOf(prepared: Prepared, of: ColumnFunction): Soon<readonly AnswerCell[]> {
  const { cells } = prepared
  if (cells.length === 1) {
    const [row] = cells
    return [isBlank(row!) ? cellError('notAvailable', 'this row is blank') : oneCell(prepared, of, row!)]
  }
  if (cells.length <= SLICE) return slice(prepared, of, cells)
  return inSlices(prepared, of)
}

/** Rows at a time: some milliseconds of work. */
const SLICE = 20_000

async function inSlices(prepared: Prepared, of: ColumnFunction): Promise<readonly AnswerCell[]> {
  const out: AnswerCell[] = []
  for (let start = 0; start < prepared.cells.length; start += SLICE) {
    if (start > 0) await breath()
    for (const cell of slice(prepared, of, prepared.cells.slice(start, start + SLICE))) out.push(cell)
  }
  return out
}

/** Lets the page draw and hear clicks. */
function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

function oneCell({ binding, doubts }: Prepared, of: ColumnFunction, cells: readonly Cell[]): AnswerCell {
  if (of.one !== undefined && overridesOf(binding, cells) === null) {
    const quick = of.one(binding.scoreRow(binding.reader.read(cells)), binding.applied)
    if (quick !== undefined) return quick
  }
  const account = { binding, cells, doubts }
  return of.explained(explain(account), account)
}

/** Blank rows of a block are left blank: ranges are often longer than their lists. */
function slice(prepared: Prepared, of: ColumnFunction, cells: readonly (readonly Cell[])[]): readonly AnswerCell[] {
  const { binding } = prepared
  const scores = of.many === undefined ? null : scoresOf(prepared, of.many.detail, cells)
  return cells.map((row, index) => {
    if (isBlank(row)) return null
    if (scores !== null && overridesOf(binding, row) === null) {
      const quick = of.many!.of(scores, index, binding.applied)
      if (quick !== undefined) return quick
    }
    return oneCell(prepared, of, row)
  })
}

function scoresOf(
  { binding }: Prepared,
  detail: 'scores' | 'account' | 'explanation',
  cells: readonly (readonly Cell[])[],
): Scores {
  const { applied, header, connected } = binding
  const { columns } = bindCells([header, ...cells], applied.inputs, { connected })
  return score(applied.plan, columns, { columns: detail })
}
