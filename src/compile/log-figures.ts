import type { ValueType } from '../model/expression.ts'
import type { Amount, EventFigure, Figure, Window } from '../model/figure.ts'
import { labelOf, type Input } from '../model/input.ts'
import type { Log } from '../model/log.ts'
import type { AmountTree, ExpressionTree, FigureTree, InputTree } from '../parser/tree.ts'
import { nearest, quote, renameFix, report, reportCycle, type Context } from './context.ts'
import { compileCondition, compileFormula } from './expressions.ts'
import { describeType, nounOf } from './literals.ts'
import { valueTypeOf } from './types.ts'
import { isWindow } from './windows.ts'

/** The inputs, those that say from which log they are computed with their figures. */
export function withFigures(
  context: Context,
  inputs: readonly Input[],
  trees: readonly InputTree[],
  logs: ReadonlyMap<string, Log | null>,
): readonly Input[] {
  const byName = new Map(inputs.map((input) => [input.name, input]))
  const written = new Map(trees.map((tree) => [tree.name.text, tree]))
  for (const { zone, name } of trees) {
    if (zone === null) continue
    const place = 'the date of a log: in the account table a date is the day it is written with'
    report(context, 'setting-misplaced', { setting: `in "${zone.text}"`, place }, zone.span, {
      question: `is \`${name.text}\` a column of a log?`,
    })
  }
  const done = inputs.map((input): Input => {
    const tree = written.get(input.name)?.figure
    return tree ? { ...input, figure: compileFigure({ ...context, inputs: byName }, tree, input, logs) } : input
  })
  reportAnchors(context, done, written)
  return done
}

function compileFigure(
  context: Context,
  tree: FigureTree,
  input: Input,
  logs: ReadonlyMap<string, Log | null>,
): Figure | null {
  const log = findLog(context, tree, logs)
  if (log === null || tree.amount === null) return null
  const lines: Context = {
    ...context,
    inputs: new Map(log.columns.map((column) => [column.name, column])),
    letNames: new Set(),
    resolveLet: () => null,
    hoisted: new Map(),
  }
  const amount = compileAmount(lines, tree.amount)
  const where = tree.where === null ? null : compileCondition(lines, tree.where).expression
  const window = compileWindow(context, tree)
  for (const inner of lines.hoisted.values())
    report(context, 'figure-nested', { figure: labelOf(inner) }, tree.span, {
      question: 'which column of the log holds it?',
    })
  if (amount === null || window === null) return null
  checkType(context, tree, amount.type, input)
  return {
    kind: 'events',
    log: log.name,
    amount: amount.amount,
    where,
    window,
    against: tree.against?.kind ?? null,
    otherwise: tree.otherwise?.value ?? null,
  } satisfies EventFigure
}

function findLog(context: Context, tree: FigureTree, logs: ReadonlyMap<string, Log | null>): Log | null {
  if (tree.log === null) return null
  const found = logs.get(tree.log.text)
  if (found !== undefined) return found
  const suggestion = nearest(tree.log.text, logs.keys())
  report(context, 'log-unknown', { name: tree.log.text }, tree.log.span, {
    ...renameFix(tree.log.span, suggestion),
    question: suggestion === null ? 'which columns does it have: account, date, what happened?' : null,
  })
  return null
}

interface TypedAmount {
  readonly amount: Amount
  readonly type: ValueType
}

function compileAmount(lines: Context, tree: AmountTree): TypedAmount | null {
  switch (tree.kind) {
    case 'count':
    case 'days since':
      return { amount: tree.kind === 'count' ? { kind: 'count' } : { kind: 'days since', of: tree.of }, type: 'number' }
    case 'distinct':
    case 'stickiness': {
      if (tree.of === null) return null
      const name: ExpressionTree = { kind: 'name', name: tree.of, span: tree.of.span }
      const { expression } = compileFormula(lines, name)
      return expression.kind === 'input' ? { amount: { kind: tree.kind, of: expression.name }, type: 'number' } : null
    }
    case 'streak': {
      const atLeast = tree.atLeast?.value ?? 1
      if (!Number.isSafeInteger(atLeast) || atLeast < 1) {
        const needed = 'a whole number of lines, at least 1'
        report(lines, 'arguments-wrong', { name: 'streak', expected: needed }, tree.atLeast?.span ?? tree.span, {
          question: 'how many lines must a period have?',
        })
        return null
      }
      return { amount: { kind: 'streak', period: tree.period, atLeast }, type: 'number' }
    }
    default: {
      const needed = tree.kind === 'share' ? 'yes/no' : tree.kind === 'sum' || tree.kind === 'average' ? 'number' : null
      const { expression: of, type } = compileFormula(lines, tree.of, needed)
      return { amount: { kind: tree.kind, of }, type: tree.kind === 'share' ? 'number' : type }
    }
  }
}

/** Figures that look at all lines up to the scoring date, whatever their number. */
const boundless: readonly AmountTree['kind'][] = ['days since', 'streak']

function compileWindow(context: Context, tree: FigureTree): Window | null {
  const figure = quote(context, tree.amount?.span ?? tree.span)
  const kind = tree.amount?.kind ?? 'count'
  if (boundless.includes(kind) && (tree.window !== null || tree.against !== null)) {
    const span = tree.window?.span ?? tree.against!.span
    report(context, 'window-wrong', { figure, problem: 'unwanted' }, span, {
      fixes: tree.window === null ? [] : [{ title: 'take it out', edits: [{ span, text: '' }] }],
    })
    return null
  }
  if (tree.window === null) {
    if (tree.against === null && kind !== 'stickiness') return { kind: 'all' }
    report(context, 'window-wrong', { figure: tree.against?.kind ?? figure, problem: 'missing' }, tree.span, {
      question: 'over how many days, or since which date?',
    })
    return null
  }
  if (tree.window.kind === 'over') {
    const { days, span } = tree.window
    if (days === null) return null
    return isWindow(context, days, span) ? { kind: 'last', days } : null
  }
  return compileAnchor(context, tree.window.anchor)
}

function compileAnchor(
  context: Context,
  anchor: Extract<FigureTree['window'], { kind: 'since' }>['anchor'],
): Window | null {
  if (anchor === null) return null
  const name: ExpressionTree = { kind: 'name', name: anchor, span: anchor.span }
  const { expression } = compileFormula({ ...context, letNames: new Set() }, name, 'date')
  return expression.kind === 'input' ? { kind: 'since', anchor: expression.name } : null
}

/** The column must be able to hold what the figure gives, and what is compared or stands in must be a number. */
function checkType(context: Context, tree: FigureTree, type: ValueType, input: Input): void {
  const declared = valueTypeOf(input.type)
  const compared = tree.against !== null && tree.against.kind !== 'previous'
  const given: ValueType = compared ? 'number' : type
  const span = tree.amount?.span ?? tree.span
  const what = `\`${quote(context, span)}\``
  const asWritten = `\`${tree.against?.kind ?? tree.amount?.kind ?? ''}\``
  const isExtreme = tree.amount?.kind === 'min' || tree.amount?.kind === 'max'
  if ((compared || isExtreme) && type !== 'number' && type !== 'date')
    report(context, 'type-mismatch', { what, is: describeType(type), needed: 'a number or a date' }, span, {
      question: `does ${asWritten} want a number here?`,
    })
  else if (given !== declared)
    report(context, 'type-mismatch', { what, is: describeType(given), needed: describeType(declared) }, span, {
      question: `is \`${input.name}\` ${nounOf(given)}?`,
    })
  else if (tree.otherwise !== null && given !== 'number')
    report(
      context,
      'type-mismatch',
      { what: `\`${quote(context, tree.otherwise.span)}\``, is: 'a number', needed: describeType(given) },
      tree.otherwise.span,
      { question: 'can a period without data stay missing?' },
    )
  else if (input.whole && hasFractions(tree))
    report(context, 'type-mismatch', { what: asWritten, is: 'seldom whole', needed: 'whole numbers from 0' }, span, {
      question: `is \`${input.name}\` a percent, a ratio or a number?`,
    })
}

/** What a count or a number of days could not hold, and would be missing. */
function hasFractions({ amount, against }: FigureTree): boolean {
  if (against !== null && against.kind !== 'previous') return true
  return amount?.kind === 'stickiness' || amount?.kind === 'average' || amount?.kind === 'share'
}

/** Windows that begin where another begins cannot go round in a circle. */
function reportAnchors(context: Context, inputs: readonly Input[], written: ReadonlyMap<string, InputTree>): void {
  const anchors = new Map(inputs.flatMap(({ name, figure }) => (figure ? [[name, anchorOf(figure)] as const] : [])))
  const told = new Set<string>()
  for (const start of anchors.keys()) {
    const trail = [start]
    for (let next = anchors.get(start); next != null && !told.has(next); next = anchors.get(next)) {
      if (next === start) {
        for (const name of trail) told.add(name)
        reportCycle(context, [...trail, start], written.get(start)!.name.span)
        break
      }
      if (trail.includes(next)) break
      trail.push(next)
    }
  }
}

function anchorOf(figure: Figure): string | null {
  return figure.kind === 'events' && figure.window.kind === 'since' ? figure.window.anchor : null
}
