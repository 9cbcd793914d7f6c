import type { Expression, WindowExpression } from '../model/expression.ts'
import type { CallTree } from '../parser/tree.ts'
import { nearest, renameFix, report, type Context } from './context.ts'
import {
  functions,
  isPlaces,
  relativeFigures,
  rollupFigures,
  windowFigures,
  type FunctionOfLanguage,
} from './functions.ts'
import { compileRelative, compileRollup } from './others.ts'
import { demand, unknown, type Compile, type Typed } from './typed.ts'

/** A call: a function of values, or one of the figures over time, over others or over children. */
export function compileCall(context: Context, tree: CallTree, compile: Compile): Typed {
  const name = tree.function.text
  const known = functions.get(name)
  if (tree.children !== null) return compileRollup(context, tree, compile)
  if (isOneOf(relativeFigures, name)) return compileRelative(context, tree, name, compile)
  if (isOneOf(windowFigures, name) || (known !== undefined && tree.since !== null))
    return compileWindow(context, tree, compile)
  if (known !== undefined) return compileKnown(context, tree, known, compile)
  for (const argument of tree.of) compile(context, argument)
  const suggestion = nearest(name, functions.keys()) ?? beginningOf(name)
  report(context, 'function-unknown', { name, nearest: suggestion }, tree.function.span, {
    ...renameFix(tree.function.span, suggestion),
    question: suggestion === null ? whichFunction(name) : null,
  })
  return unknown
}

/** `maximum` means max. */
function beginningOf(name: string): string | null {
  return [...functions.keys()].find((known) => name.startsWith(known)) ?? null
}

function whichFunction(name: string): string {
  const figure = nearest(name, [...windowFigures, ...relativeFigures, ...rollupFigures])
  if (figure !== null) return `\`${figure}\` is not computed yet: which column holds the figure?`
  return `which is meant of ${[...functions.keys()].join(', ')}?`
}

function isOneOf<T extends string>(list: readonly T[], name: string): name is T {
  return (list as readonly string[]).includes(name)
}

function compileKnown(context: Context, tree: CallTree, known: FunctionOfLanguage, compile: Compile): Typed {
  const name = tree.function.text
  const of = tree.of.map((argument) => compile(context, argument))
  if (of.length < known.least || of.length > known.most) {
    report(context, 'arguments-wrong', { name, expected: known.takes }, tree.span, {
      question: `what should \`${name}\` be given?`,
    })
    return { ...unknown, type: known.type }
  }
  const wanted = known.arguments ?? of.find((argument) => argument.type !== null)?.type ?? null
  if (wanted !== null) for (const [at, argument] of of.entries()) demand(context, argument, wanted, tree.of[at]!)
  if (known.build([]).kind === 'round' && of.length === 2 && !isPlaces(of[1]!.expression)) {
    report(context, 'arguments-wrong', { name, expected: 'a whole number of decimals, at most 15' }, tree.of[1]!.span, {
      question: 'to how many decimals?',
    })
  }
  return {
    expression: known.build(of.map((argument) => argument.expression)),
    type: known.type ?? wanted,
    unit: known.unit === 'first' ? (of.find((argument) => argument.unit !== null)?.unit ?? null) : known.unit,
    computed: true,
  }
}

function notYet(context: Context, tree: CallTree, feature: string, expression: Expression): Typed {
  report(context, 'not-yet', { feature }, tree.span, {
    question: 'which column of the account table holds the figure?',
  })
  return { expression, type: 'number', unit: null, computed: true }
}

function compileWindow(context: Context, tree: CallTree, compile: Compile): Typed {
  const of = tree.of[0] ? compile(context, tree.of[0]).expression : unknown.expression
  const window = tree.of[1]?.kind === 'duration' ? tree.of[1].days : null
  const anchor: Expression | null = tree.since
    ? compile(context, { kind: 'name', name: tree.since, span: tree.since.span }).expression
    : null
  const name = tree.function.text
  const figure: WindowExpression['figure'] = isOneOf(windowFigures, name) ? name : 'days since'
  return notYet(context, tree, `\`${name}\` over time`, { kind: 'window', figure, of, days: window, anchor })
}
