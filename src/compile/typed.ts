import type { Expression, Unit, ValueType } from '../model/expression.ts'
import type { ExpressionTree } from '../parser/tree.ts'
import { quote, report, type Context } from './context.ts'
import { describeType, nounOf } from './literals.ts'

/** An argument or a result while it is compiled. `type` null: an error was reported, ask nothing more of it. */
export interface Typed {
  readonly expression: Expression
  readonly type: ValueType | null
  readonly unit: Unit | null
  /** More than one raw input or literal. */
  readonly computed: boolean
}

/** Compiles an expression: handed to what compiles parts of one, so that imports stay one-way. */
export type Compile = (context: Context, tree: ExpressionTree) => Typed

/** What stands in for an expression that could not be compiled: it asks nothing more of its surroundings. */
export const unknown: Typed = { expression: { kind: 'missing' }, type: null, unit: null, computed: true }

export function yesNo(expression: Expression): Typed {
  return { expression, type: 'yes/no', unit: null, computed: true }
}

/** Reports a value of the wrong type. */
export function demand(context: Context, typed: Typed, needed: ValueType, tree: ExpressionTree): void {
  if (typed.type === null || typed.type === needed || typed.expression.kind === 'missing') return
  report(
    context,
    'type-mismatch',
    { what: `\`${quote(context, tree.span)}\``, is: describeType(typed.type), needed: describeType(needed) },
    tree.span,
    { question: needed === 'yes/no' ? 'what should it be compared with?' : `which ${nounOf(needed)} is meant?` },
  )
}
