import type { Measure } from '../../model/group.ts'
import type { Band } from '../../model/judge.ts'
import type { Scope } from '../expression.ts'
import { numberOf } from '../expression.ts'
import type { Value } from '../value.ts'
import { MISSING, pointsVerdict, type Verdict } from '../verdict.ts'
import { judgeCases } from './cases.ts'
import { judgeChoice } from './choices.ts'
import { judgeGrid } from './grid.ts'
import { judgeLine } from './line.ts'
import { judgeStretch } from './stretches.ts'

/** Judges a measure. `value` is what its formula yields; judges that read for themselves (cases, grid, points) take no notice. */
export function judge(measure: Measure, value: Value, ladder: readonly Band[], scope: Scope): Verdict {
  const { judge: by } = measure
  switch (by.kind) {
    case 'ranges':
      return typeof value === 'number' ? judgeStretch(by.banding, value) : MISSING
    case 'line':
      return typeof value === 'number' ? judgeLine(by, value, measure.value?.computed ?? false) : MISSING
    case 'choices':
      return value === null ? MISSING : judgeChoice(by, value)
    case 'cases':
      return judgeCases(by, ladder, scope)
    case 'grid':
      return judgeGrid(by, scope)
    case 'points':
      return pointsVerdict(numberOf(by.formula, scope))
  }
}
