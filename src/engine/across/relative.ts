import { isCohort } from '../../model/across.ts'
import type { RelativeFigure } from '../../model/figure.ts'
import { segmentColumn } from '../kernels/formula-columns.ts'
import { among, type Groups } from './among.ts'
import { unscored, type Filling, type Formulas } from './filling.ts'

/** The column of a figure among other accounts. */
export function relativeColumn(table: Filling, figure: RelativeFigure, formulas: Formulas): Float64Array {
  const [values] = formulas([figure.of])
  return among(figure, values!, groupsOf(table, figure.within))
}

/** An account in no segment, or whose cohort is missing, is in no group. */
function groupsOf(table: Filling, within: RelativeFigure['within']): Groups {
  if (within.kind === 'portfolio') return { of: new Int32Array(table.columns.length), count: 1 }
  if (!isCohort(within)) {
    const of = Int32Array.from(segmentColumn(table.plan, table.columns))
    return { of, count: table.model.segments.length }
  }
  const [keys] = unscored(table)([within])
  const numbers = new Map<number, number>()
  const of = new Int32Array(keys!.length).fill(-1)
  for (const [row, key] of keys!.entries()) {
    if (Number.isNaN(key)) continue
    const known = numbers.get(key) ?? numbers.size
    numbers.set(key, known)
    of[row] = known
  }
  return { of, count: numbers.size }
}
