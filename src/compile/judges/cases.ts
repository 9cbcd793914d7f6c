import type { CaseResult, CasesJudge } from '../../model/judge.ts'
import type { CasesTree, ExpressionTree } from '../../parser/tree.ts'
import { compileCondition, compileFormula } from '../expressions.ts'
import { outcomeOf, UNSCORED, type JudgeScope } from './scope.ts'

/** `first { when tickets > 9 then poor because "…"  otherwise healthy }` */
export function compileCases(scope: JudgeScope, tree: CasesTree): CasesJudge {
  return {
    kind: 'cases',
    hit: tree.hit,
    from: tree.from?.value ?? 0,
    cases: tree.cases.map((item) => ({
      when: compileCondition(scope.context, item.when),
      result: resultOf(scope, item.then),
      because: item.because?.text ?? null,
      action: item.action?.text ?? null,
      span: item.span,
    })),
    otherwise: tree.otherwise ? resultOf(scope, tree.otherwise) : null,
    span: tree.span,
  }
}

/** A bare name that is a rung is that band; anything else yields points. */
function resultOf(scope: JudgeScope, tree: ExpressionTree): CaseResult {
  if (tree.kind === 'name') {
    if (tree.name.text === UNSCORED) return { kind: 'unscored' }
    const known = scope.context.inputs.has(tree.name.text) || scope.context.letNames.has(tree.name.text)
    if (!known) {
      const outcome = outcomeOf(scope, tree.name)
      return outcome?.band ? { kind: 'band', band: outcome.band, points: outcome.points } : { kind: 'unscored' }
    }
  }
  return { kind: 'points', formula: compileFormula(scope.context, tree, 'number') }
}
