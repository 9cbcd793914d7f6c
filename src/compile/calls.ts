import type { CallTree } from '../parser/tree.ts'
import { nearest, renameFix, report, type Context } from './context.ts'
import { functions, isPlaces, figureExamples, relativeFigures, type FunctionOfLanguage } from './functions.ts'
import { compileRelative, compileRollup } from './others.ts'
import { compileHistory, isOverTime } from './history-calls.ts'
import { demand, unknown, type Compile, type Typed } from './typed.ts'

/** A call: a function of values, or one of the figures over time, over others or over children. */
export function compileCall(context: Context, tree: CallTree, compile: Compile): Typed {
  const name = tree.function.text
  const known = functions.get(name)
  if (tree.children !== null) return compileRollup(context, tree, compile)
  if (isOneOf(relativeFigures, name)) return compileRelative(context, tree, name, compile)
  if (isOverTime(context, tree, compile)) return compileHistory(context, tree, compile)
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
  const figure = nearest(name, figureExamples.keys())
  if (figure !== null) return `is it \`${figure}\`, as in \`${figureExamples.get(figure)}\`?`
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
