import type { RowScore } from '../engine/kernels/row-score.ts'
import type { Detail, Scores } from '../engine/kernels/scores.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Applied } from '../host/desk/state.ts'
import type { Cell } from '../tables/cell.ts'
import type { Binding } from './binding.ts'
import type { AnswerCell } from './call.ts'
import type { Account } from './scored.ts'

/**
 * A function that gives one cell for each account. Its meaning is `explained`; the others are quicker ways to the same
 * cell, and give undefined where only an explanation knows it (why there is no score, say).
 */
export interface ColumnFunction {
  /** Whether `explained` reads what would lift the band. */
  readonly nearest?: true
  /** Whether an account without a score gets the reason why, and nothing else. */
  readonly saysWhyNot?: true
  readonly explained: (explanation: Explanation, account: Account) => AnswerCell
  /** From the cells alone. */
  readonly fromCells?: (binding: Binding, cells: readonly Cell[]) => AnswerCell
  /** From the score of a single row. */
  readonly one?: (score: RowScore, applied: Applied) => AnswerCell | undefined
  /** From the scores of many. */
  readonly many?: {
    readonly detail: Exclude<Detail, 'explanation'>
    readonly of: (scores: Scores, index: number, applied: Applied) => AnswerCell | undefined
  }
}
