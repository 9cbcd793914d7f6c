import { cover } from '../findings/span.ts'
import type { Comparison, Expression } from '../model/expression.ts'
import type { Band } from '../model/judge.ts'
import type { ExpressionTree } from '../parser/tree.ts'
import { findBand, nearest, quote, renameFix, report, writeFix, type Context } from './context.ts'
import { ladderOf } from './ladder-of.ts'
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
  if (leftTree.kind === 'missing' || rightTree.kind === 'missing')
    return compareMissing(context, operator, leftTree, rightTree, compile)
  const left = compileBeside(context, leftTree, rightTree, compile)
  const right = compileBeside(context, rightTree, leftTree, compile)
  if (left.type === null || right.type === null) return yesNo(compare(operator, left, right))
  const ordered = operator !== '=' && operator !== '!='
  if (ordered && (left.type === 'text' || left.type === 'yes/no')) {
    report(
      context,
      'type-mismatch',
      { what: `\`${quote(context, leftTree.span)}\``, is: describeType(left.type), needed: 'a number or a date' },
      leftTree.span,
      { question: `text and yes or no have no order: is \`=\` meant, not \`${operator}\`?` },
    )
    return yesNo(compare(operator, left, right))
  }
  demand(context, right, left.type, rightTree)
  checkBareNumber(context, left, leftTree, rightTree)
  checkBareNumber(context, right, rightTree, leftTree)
  return yesNo(compare(operator, left, right))
}

/** Nothing equals missing, so `x = missing` would never hold. */
function compareMissing(
  context: Context,
  operator: Comparison,
  leftTree: ExpressionTree,
  rightTree: ExpressionTree,
  compile: Compile,
): Typed {
  const other = leftTree.kind === 'missing' ? rightTree : leftTree
  const of = compile(context, other)
  const tests = `${quote(context, other.span)} is ${operator === '!=' ? 'not ' : ''}missing`
  const equality = operator === '=' || operator === '!='
  report(context, 'missing-compared', { instead: tests }, cover(leftTree.span, rightTree.span), {
    ...(equality ? writeFix(cover(leftTree.span, rightTree.span), tests) : {}),
    question: equality ? null : 'what should it be compared with?',
  })
  return yesNo({ kind: 'is missing', of: of.expression })
}

/** `x is one of (a, b)`. */
export function compileOneOf(
  context: Context,
  tree: Extract<ExpressionTree, { kind: 'one of' }>,
  compile: Compile,
): Typed {
  const of = compileBeside(context, tree.of, tree.values[0] ?? tree.of, compile)
  const values = tree.values.map((value) => {
    if (value.kind === 'missing') {
      const instead = `${quote(context, tree.of.span)} is missing`
      report(context, 'missing-compared', { instead }, value.span, { question: `is \`or ${instead}\` meant?` })
    }
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
  if (other.kind === 'hole') return compile(context, tree)
  const beside = peek(context, other, compile)
  if (tree.kind === 'name' && isValue(context, word, beside)) return compile(context, tree)
  if (beside === 'unknown') return unknown
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
  if (beside?.text && tree.kind === 'name') {
    const text = JSON.stringify(word)
    report(context, 'text-unquoted', { text: word }, tree.span, writeFix(tree.span, text))
    return { expression: { kind: 'text', value: word }, type: 'text', unit: null, computed: false }
  }
  return compile(context, tree)
}

/** An input or `let`; but beside a choice, one of its values before an input that could never equal it. */
function isValue(context: Context, word: string, beside: Beside | 'unknown' | null): boolean {
  const type = context.inputs.get(word)?.type ?? context.resolveLet(word)?.formula.type
  if (type === undefined) return context.letNames.has(word)
  const isChoice = beside !== 'unknown' && beside?.choices?.of.includes(word)
  return !isChoice || type === 'text' || type === 'choice'
}

interface Beside {
  readonly bands: readonly Band[] | null
  readonly choices: { readonly input: string; readonly of: readonly string[] } | null
  readonly text: boolean
}

/** What the other side can be, without reporting its errors twice. */
function peek(context: Context, tree: ExpressionTree, compile: Compile): Beside | 'unknown' | null {
  if (tree.kind === 'name') {
    const input = context.inputs.get(tree.name.text)
    if (input?.type === 'choice') return { bands: null, choices: { input: input.name, of: input.choices }, text: false }
    const formula = context.resolveLet(tree.name.text)?.formula
    const figure = formula && besideFigure(context, formula.expression, tree.name.text)
    if (figure) return figure
    const type = input?.type ?? formula?.type
    return { bands: null, choices: null, text: type === 'text' }
  }
  if (tree.kind === 'call' && tree.children !== null) {
    const { expression } = compile({ ...context, findings: [] }, tree)
    return besideFigure(context, expression, quote(context, tree.span))
  }
  if (tree.kind !== 'of' || tree.figure !== 'band') return null
  const { expression } = compile({ ...context, findings: [] }, tree)
  const bands = ladderOf(context, expression)
  return bands === null ? 'unknown' : { bands, choices: null, text: false }
}

/** The worst or the best band of children is one of the bands they can have. */
function besideFigure(context: Context, expression: Expression, name: string): Beside | null {
  if (expression.kind !== 'input') return null
  const input = [...context.hoisted.values()].find((one) => one.name === expression.name)
  if (input?.type !== 'choice') return null
  return { bands: null, choices: { input: name, of: input.choices }, text: false }
}

/** `mau_per_seat < 40`, where 40% is meant. */
function checkBareNumber(context: Context, beside: Typed, besideTree: ExpressionTree, tree: ExpressionTree): void {
  if (tree.kind !== 'number' || (besideTree.kind !== 'name' && beside.unit !== 'percent')) return
  const name = quote(context, besideTree.span)
  checkUnit(context, tree.number, { type: 'number', unit: beside.unit, name }, tree.span)
}
