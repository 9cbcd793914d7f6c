import type { Comparison, Expression } from '../model/expression.ts'
import type { Band } from '../model/judge.ts'
import type { ExpressionTree } from '../parser/tree.ts'
import { findBand, nearest, renameFix, report, type Context } from './context.ts'
import { checkUnit, describeType } from './literals.ts'
import { demand, unknown, yesNo, type Compile, type Typed } from './typed.ts'

/** Numbers this close, relative to 1 or to the larger of them, are equal where one side is computed. */
const GUARD = 1e-9

export function compileComparison(
  context: Context,
  operator: Comparison,
  leftTree: ExpressionTree,
  rightTree: ExpressionTree,
  compile: Compile,
): Typed {
  const left = compileBeside(context, leftTree, rightTree, compile)
  const right = compileBeside(context, rightTree, leftTree, compile)
  if (left.type === null || right.type === null) return yesNo(compare(operator, left, right))
  const ordered = operator !== '=' && operator !== '!='
  if (ordered && (left.type === 'text' || left.type === 'yes/no')) {
    report(
      context,
      'type-mismatch',
      { what: `the left of \`${operator}\``, is: describeType(left.type), needed: 'a number or a date' },
      leftTree.span,
      { question: 'is `=` meant?' },
    )
    return yesNo(compare(operator, left, right))
  }
  demand(context, right, left.type, rightTree)
  checkBareNumber(context, left, leftTree, rightTree)
  checkBareNumber(context, right, rightTree, leftTree)
  return yesNo(compare(operator, left, right))
}

/** `x is one of (a, b)`. */
export function compileOneOf(
  context: Context,
  tree: Extract<ExpressionTree, { kind: 'one of' }>,
  compile: Compile,
): Typed {
  const of = compileBeside(context, tree.of, tree.values[0] ?? tree.of, compile)
  const values = tree.values.map((value) => {
    const typed = compileBeside(context, value, tree.of, compile)
    if (of.type !== null) demand(context, typed, of.type, value)
    checkBareNumber(context, of, tree.of, value)
    return typed.expression
  })
  const test: Expression = { kind: 'one of', of: of.expression, values }
  return yesNo(tree.negated ? { kind: 'not', of: test } : test)
}

function compare(operator: Comparison, left: Typed, right: Typed): Expression {
  const guard = left.computed || right.computed ? GUARD : 0
  return { kind: 'compare', operator, left: left.expression, right: right.expression, guard }
}

/** One side of a comparison. A bare word means what the other side can be: a band, a choice, or text. */
function compileBeside(context: Context, tree: ExpressionTree, other: ExpressionTree, compile: Compile): Typed {
  if (tree.kind !== 'name' && tree.kind !== 'text') return compile(context, tree)
  const word = tree.kind === 'name' ? tree.name.text : tree.text
  const isName = tree.kind === 'name' && (context.inputs.has(word) || context.letNames.has(word))
  if (isName || other.kind === 'hole') return compile(context, tree)
  const beside = peek(context, other, compile)
  if (beside?.bands) {
    const band = findBand(context, beside.bands, word, tree.span)
    if (band === null) return unknown
    const rank = beside.bands.indexOf(band)
    return { expression: { kind: 'band', name: band.name, rank }, type: 'band', unit: null, computed: false }
  }
  if (beside?.choices) {
    const choice = beside.choices.of.find((value) => value.toLowerCase() === word.toLowerCase())
    if (choice !== undefined)
      return { expression: { kind: 'text', value: choice }, type: 'text', unit: null, computed: false }
    const suggestion = nearest(word, beside.choices.of)
    report(context, 'choice-unknown', { input: beside.choices.input, name: word, nearest: suggestion }, tree.span, {
      ...renameFix(tree.span, suggestion),
      question: suggestion === null ? `which of ${beside.choices.of.join(', ')} is meant?` : null,
    })
    return unknown
  }
  return compile(context, tree)
}

interface Beside {
  readonly bands: readonly Band[] | null
  readonly choices: { readonly input: string; readonly of: readonly string[] } | null
}

/** What the other side can be, without reporting its errors twice. */
function peek(context: Context, tree: ExpressionTree, compile: Compile): Beside | null {
  if (tree.kind === 'name') {
    const input = context.inputs.get(tree.name.text)
    return input?.type === 'choice' ? { bands: null, choices: { input: input.name, of: input.choices } } : null
  }
  if (tree.kind !== 'of' || tree.figure !== 'band') return null
  const { expression } = compile({ ...context, findings: [] }, tree)
  return { bands: ladderOf(context, expression), choices: null }
}

/** `mau_per_seat < 40`, where 40% is meant. */
function checkBareNumber(context: Context, beside: Typed, besideTree: ExpressionTree, tree: ExpressionTree): void {
  if (tree.kind !== 'number' || (besideTree.kind !== 'name' && beside.unit !== 'percent')) return
  const name = besideTree.kind === 'name' ? besideTree.name.text : 'this'
  checkUnit(context, tree.number, { type: 'number', unit: beside.unit, name }, tree.span)
}

/** The bands that an expression of type band is one of; null where it is not a reference. */
export function ladderOf(context: Context, expression: Expression): readonly Band[] | null {
  if (expression.kind !== 'band of') return null
  if (expression.model !== null) {
    const model = context.uses.get(expression.model)
    return model?.segments.at(-1)?.root.bands ?? null
  }
  return context.places.get(expression.path)?.ladder ?? null
}
