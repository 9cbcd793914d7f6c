import type { Span } from '../../findings/span.ts'
import type { ChoicesJudge } from '../../model/judge.ts'
import type { ChoicesTree, ClaimTree, LiteralTree, TableTree } from '../../parser/tree.ts'
import { nearest, renameFix, report } from '../context.ts'
import { describeType, textOf, writtenLiteral } from '../literals.ts'
import { outcomeOf, type JudgeScope } from './scope.ts'

/** `poor = Poor or Bad, healthy = Good, otherwise concerning` */
export function compileChoices(scope: JudgeScope, tree: ChoicesTree): ChoicesJudge {
  const rows = tree.rows.flatMap((row) => {
    const outcome = outcomeOf(scope, row.band)
    return outcome ? [{ outcome, values: row.values.flatMap((value) => valueOf(scope, value)), span: row.span }] : []
  })
  const otherwise = tree.otherwise ? outcomeOf(scope, tree.otherwise) : null
  return { kind: 'choices', rows, otherwise, span: tree.span }
}

/** The table form over choices: `{ poor Poor or Bad because "…"  healthy Good }`. */
export function compileChoicesTable(scope: JudgeScope, tree: TableTree): ChoicesJudge {
  const rows = tree.rows.flatMap((row) => {
    const outcome = outcomeOf(scope, row.band, row)
    return outcome ? [{ outcome, values: valuesOf(scope, row.claims), span: row.span }] : []
  })
  const otherwise = tree.otherwise ? outcomeOf(scope, tree.otherwise.band, tree.otherwise) : null
  return { kind: 'choices', rows, otherwise, span: tree.span }
}

/** The values that claims name; a stretch of numbers is none. */
export function valuesOf(scope: JudgeScope, claims: readonly ClaimTree[]): string[] {
  return claims.flatMap((claim) => {
    if (claim.kind === 'value') return valueOf(scope, claim.value)
    reportStretch(scope, claim.span)
    return []
  })
}

function reportStretch(scope: JudgeScope, span: Span): void {
  const is = describeType(scope.value?.type ?? 'text')
  report(scope.context, 'type-mismatch', { what: `\`${scope.name}\``, is, needed: 'a number' }, span, {
    question: 'which of its values are meant?',
  })
}

/** A written value as the data will have it: a choice in its declared spelling, 'yes' or 'no', or any text. */
function valueOf(scope: JudgeScope, literal: LiteralTree): string[] {
  const text = textOf(literal)
  if (text === null) {
    reportStretch(scope, literal.span)
    return []
  }
  const known = scope.value?.type === 'yes/no' ? ['yes', 'no'] : (scope.input?.choices ?? [])
  if (known.length === 0) return [text]
  const choice = known.find((value) => value.toLowerCase() === text.toLowerCase())
  if (choice !== undefined) return [choice]
  const suggestion = nearest(text, known)
  report(
    scope.context,
    'choice-unknown',
    { input: scope.name, name: writtenLiteral(literal), nearest: suggestion },
    literal.span,
    {
      ...renameFix(literal.span, suggestion),
      question: suggestion === null ? `which of ${known.join(', ')} is meant?` : null,
    },
  )
  return []
}
