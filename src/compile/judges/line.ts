import type { LineEnd, LineJudge } from '../../model/judge.ts'
import type { LineEndTree, LineTree } from '../../parser/tree.ts'
import { report } from '../context.ts'
import { numberOf, writtenLiteral } from '../literals.ts'
import { wantedOf, type JudgeScope } from './scope.ts'

/** `line 0% = 0, 50% = 4 then 6, 100% = 10`; outside, the end's points unless it says otherwise. */
export function compileLine(scope: JudgeScope, tree: LineTree): LineJudge {
  const knots: LineJudge['knots'][number][] = []
  for (const knot of tree.knots) {
    const at = numberOf(scope.context, knot.at, wantedOf(scope.value, scope.name))
    if (at === null) continue
    const text = writtenLiteral(knot.at)
    const last = knots.at(-1)
    if (last && at <= last.at) {
      report(scope.context, 'line-order', { before: last.text, after: text }, knot.span, {
        question: 'where should this point stand? A jump is written `50 = 4 then 6`.',
      })
      continue
    }
    const before = knot.points.value
    const after = knot.jump?.points.value ?? before
    knots.push({ at, before, after, owner: knot.jump?.kind === 'after' ? 'below' : 'above', text })
  }
  if (knots.length === 0) knots.push({ at: 0, before: 0, after: 0, owner: 'above', text: '0' })
  return { kind: 'line', knots, below: endOf(tree.below), above: endOf(tree.above), span: tree.span }
}

function endOf(tree: LineEndTree | null): LineEnd {
  if (tree === null) return { kind: 'hold' }
  return tree.kind === 'points' ? { kind: 'points', points: tree.points.value } : { kind: tree.kind }
}
