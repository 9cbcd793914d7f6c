import type { Judge } from '../../model/judge.ts'
import type { JudgeTree } from '../../parser/tree.ts'
import { report } from '../context.ts'
import { compileFormula } from '../expressions.ts'
import { describeType } from '../literals.ts'
import { compileCases } from './cases.ts'
import { compileChoices, compileChoicesTable } from './choices.ts'
import { compileGrid } from './grid.ts'
import { compileLine } from './line.ts'
import { compileChain, compileEven, compileTable } from './ranges.ts'
import type { JudgeScope } from './scope.ts'

/** How a measure is judged, whichever of the written forms it has. */
export function compileJudge(scope: JudgeScope, tree: JudgeTree): Judge {
  switch (tree.kind) {
    case 'chain':
      demandNumbers(scope, tree)
      return compileChain(scope, tree)
    case 'table':
      return isWords(scope) ? compileChoicesTable(scope, tree) : compileTable(scope, tree)
    case 'even':
      demandNumbers(scope, tree)
      return compileEven(scope, tree)
    case 'choices':
      return compileChoices(scope, tree)
    case 'line':
      demandNumbers(scope, tree)
      return compileLine(scope, tree)
    case 'cases':
      return compileCases(scope, tree)
    case 'grid':
      return compileGrid(scope, tree)
    case 'points':
      return { kind: 'points', formula: compileFormula(scope.context, tree.expression, 'number'), span: tree.span }
  }
}

/** Whether the judge reads the measure's own value; the others name what they read themselves. */
export function readsValue(tree: JudgeTree): boolean {
  return tree.kind !== 'cases' && tree.kind !== 'grid' && tree.kind !== 'points'
}

function isWords(scope: JudgeScope): boolean {
  return scope.value?.type === 'text' || scope.value?.type === 'yes/no'
}

function demandNumbers(scope: JudgeScope, tree: JudgeTree): void {
  if (!isWords(scope) || scope.value === null) return
  report(
    scope.context,
    'type-mismatch',
    { what: `\`${scope.name}\``, is: describeType(scope.value.type), needed: 'a number' },
    tree.span,
    { question: `which values are poor, which healthy? Write \`poor = …, healthy = …\`.` },
  )
}
