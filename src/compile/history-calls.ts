import type { Expression, Unit, ValueType } from '../model/expression.ts'
import type { HistoryFigure } from '../model/figure.ts'
import type { InputType } from '../model/input.ts'
import type { CallTree, ExpressionTree } from '../parser/tree.ts'
import { quote, report, type Context } from './context.ts'
import { windowFigures } from './functions.ts'
import { hoist } from './hoist.ts'
import { demand, unknown, type Compile, type Typed } from './typed.ts'
import { isWindow } from './windows.ts'

/** Whether a call looks back: `change`, `average`, `streak`, `previous`, or `days_since` a condition. */
export function isOverTime(context: Context, tree: CallTree, compile: Compile): boolean {
  const name = tree.function.text
  if ((windowFigures as readonly string[]).includes(name)) return true
  if (name !== 'days_since' || tree.of.length !== 1) return false
  return tree.since !== null || compile(context, tree.of[0]!).type === 'yes/no'
}

/** A call that looks back reads an input which is filled from the history of the account. */
export function compileHistory(context: Context, tree: CallTree, compile: Compile): Typed {
  const name = tree.function.text as Name
  const rule = rules[name]
  const [of, window, ...more] = tree.of
  const days = window === undefined ? null : daysOf(window)
  const counted = window === undefined || days !== null
  const bounded = window !== undefined || tree.since !== null
  const twice = window !== undefined && tree.since !== null
  if (of === undefined || more.length > 0 || !counted || twice || (rule.bounded && !bounded)) {
    report(context, 'arguments-wrong', { name, expected: rule.takes }, tree.span, {
      question: `what should \`${name}\` be given?`,
    })
    return { ...unknown, type: rule.type }
  }
  if (days !== null && !isWindow(context, days, window!.span)) return { ...unknown, type: rule.type }
  const typed = compile(context, of)
  const { type } = typed
  if (rule.of !== null) demand(context, typed, rule.of, of)
  const anchor = anchorOf(context, tree, compile)
  if (type === null || (tree.since !== null && anchor === null)) return { ...unknown, type: rule.type }
  const figure = (kind: HistoryFigure['figure']): HistoryFigure => ({
    kind: 'history',
    figure: kind,
    of: typed.expression,
    days,
    anchor,
  })
  const given: Given = { typed, type, figure, text: (as) => `${as}${quote(context, tree.span).slice(name.length)}` }
  return rule.build(context, given)
}

type Name = 'change' | 'average' | 'streak' | 'previous' | 'days_since'

interface Given {
  readonly typed: Typed
  readonly type: ValueType
  readonly figure: (kind: HistoryFigure['figure']) => HistoryFigure
  /** The call as written, as if it were one of another function. */
  readonly text: (as: string) => string
}

interface Rule {
  readonly takes: string
  readonly bounded: boolean
  readonly of: ValueType | null
  readonly type: ValueType | null
  readonly build: (context: Context, given: Given) => Typed
}

/** A number is shown as its unit says; a band is its rank. */
function inputTypeOf(type: ValueType, unit: Unit | null): InputType {
  return type === 'number' ? (unit ?? 'number') : type === 'band' ? 'number' : type
}

const past = (context: Context, { typed, type, figure, text }: Given): Typed => ({
  expression: hoist(context, figure('previous'), text('previous'), typed.unit, { type: inputTypeOf(type, typed.unit) }),
  type,
  unit: typed.unit,
  computed: true,
})

const counting =
  (kind: 'streak' | 'days since', name: Name, unit: Unit) =>
  (context: Context, { figure, text }: Given): Typed => ({
    expression: hoist(context, figure(kind), text(name), unit),
    type: 'number',
    unit,
    computed: true,
  })

const rules: Readonly<Record<Name, Rule>> = {
  previous: {
    takes: 'a value, and how many days ago or `since` which date',
    bounded: true,
    of: null,
    type: null,
    build: past,
  },
  change: {
    takes: 'a number, and since how many days ago or `since` which date',
    bounded: true,
    of: 'number',
    type: 'number',
    build: (context, given) => {
      const before = past(context, given)
      const expression: Expression = {
        kind: 'arithmetic',
        operator: '-',
        left: given.typed.expression,
        right: before.expression,
      }
      return { ...before, expression }
    },
  },
  average: {
    takes: 'a number, and over how many days or `since` which date',
    bounded: false,
    of: 'number',
    type: 'number',
    build: (context, { typed, figure, text }) => ({
      expression: hoist(context, figure('average'), text('average'), typed.unit),
      type: 'number',
      unit: typed.unit,
      computed: true,
    }),
  },
  streak: {
    takes: 'a condition, and over how many days or `since` which date',
    bounded: false,
    of: 'yes/no',
    type: 'number',
    build: counting('streak', 'streak', 'count'),
  },
  days_since: {
    takes: 'a condition',
    bounded: false,
    of: 'yes/no',
    type: 'number',
    build: counting('days since', 'days_since', 'days'),
  },
}

function daysOf(tree: ExpressionTree): number | null {
  return tree.kind === 'duration' ? tree.days : null
}

/** The input that `since` names: a date of the account. */
function anchorOf(context: Context, tree: CallTree, compile: Compile): string | null {
  if (tree.since === null) return null
  const name: ExpressionTree = { kind: 'name', name: tree.since, span: tree.since.span }
  const typed = compile(context, name)
  demand(context, typed, 'date', name)
  if (typed.type !== 'date') return null
  if (typed.expression.kind === 'input') return typed.expression.name
  report(context, 'type-mismatch', { what: `\`${tree.since.text}\``, is: 'a `let`', needed: 'an input' }, name.span, {
    question: 'which column of the account holds the date?',
  })
  return null
}
