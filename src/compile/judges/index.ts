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
      return compileChain(numeric(scope, tree), tree)
    case 'table':
      return isWords(scope) ? compileChoicesTable(scope, tree) : compileTable(scope, tree)
    case 'even':
      return isWords(scope) ? reportWords(scope, tree, nothing) : compileEven(scope, tree)
    case 'choices':
      return compileChoices(scope, tree)
    case 'line':
      return compileLine(numeric(scope, tree), tree)
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

/** The scope for a judge of numbers. Where the value is none, that is said once and its edges are read as plain numbers. */
function numeric(scope: JudgeScope, tree: JudgeTree): JudgeScope {
  return isWords(scope) ? reportWords(scope, tree, { ...scope, value: null, input: null }) : scope
}

const nothing: Judge = { kind: 'choices', rows: [], otherwise: null, span: null }

function reportWords<T>(scope: JudgeScope, tree: JudgeTree, instead: T): T {
  const [worst, best] = [scope.context.ladder[0], scope.context.ladder.at(-1)].map((band) => band?.name ?? '…')
  report(
    scope.context,
    'type-mismatch',
    { what: `\`${scope.name}\``, is: describeType(scope.value?.type ?? 'text'), needed: 'a number' },
    tree.span,
    { question: `which of its values are ${worst}, which ${best}? Write \`${worst} = …, ${best} = …\`.` },
  )
  return instead
}
