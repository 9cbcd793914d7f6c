import type { Expression, Unit } from '../model/expression.ts'
import type { RelativeFigure, RollupFigure } from '../model/figure.ts'
import type { Input } from '../model/input.ts'
import type { CallTree, ExpressionTree, Name } from '../parser/tree.ts'
import { ladderOf } from './ladder-of.ts'
import { quote, report, type Context } from './context.ts'
import { rollupFigures } from './functions.ts'
import { hoist } from './hoist.ts'
import { demand, unknown, type Compile, type Typed } from './typed.ts'

/** `median(mau) within segment`: where an account stands among others. */
export function compileRelative(
  context: Context,
  tree: CallTree,
  figure: RelativeFigure['figure'],
  compile: Compile,
): Typed {
  const [argument, place, ...more] = tree.of
  const takesPlace = figure === 'percentile'
  if (argument === undefined || more.length > 0 || (place !== undefined) !== takesPlace) {
    report(context, 'arguments-wrong', { name: figure, expected: takesPlace ? TWO : 'one number' }, tree.span, {
      question: `what should \`${figure}\` be given?`,
    })
    return { ...unknown, type: 'number' }
  }
  const of = compile(context, argument)
  demand(context, of, 'number', argument)
  const at = place === undefined ? null : placeOf(context, place)
  const within = withinOf(context, tree, compile)
  if (of.type === null || within === null || (takesPlace && at === null)) return { ...unknown, type: 'number' }
  const computed: RelativeFigure = { kind: 'relative', figure, of: of.expression, at, within }
  if (figure === 'rank') return hoisted(context, tree, computed, 'percent', { low: 0, high: 1 })
  return hoisted(context, tree, computed, unitOfFigure(of.unit))
}

const TWO = 'a number, and a percentage from 0 to 100'

/** `75` and `75%` are both three quarters of the way up. */
function placeOf(context: Context, tree: ExpressionTree): number | null {
  const number = tree.kind === 'number' ? tree.number : null
  const at = number === null ? NaN : number.percent ? number.value : Number(`${number.value}e-2`)
  if (at >= 0 && at <= 1) return at
  report(context, 'arguments-wrong', { name: 'percentile', expected: TWO }, tree.span, {
    question: 'which percentile is meant? 50 is the median.',
  })
  return null
}

function withinOf(context: Context, tree: CallTree, compile: Compile): RelativeFigure['within'] | null {
  const { within } = tree
  if (within === null) {
    const written = quote(context, tree.span)
    report(context, 'others-unnamed', { figure: written }, tree.span, {
      fixes: ['segment', 'portfolio'].map((group) => ({
        title: `add \`within ${group}\``,
        edits: [{ span: { ...tree.span, start: tree.span.end }, text: ` within ${group}` }],
      })),
    })
    return null
  }
  if (within.text === 'segment' || within.text === 'portfolio') return { kind: within.text }
  const cohort = named(context, within, compile)
  return cohort.type === null ? null : cohort.expression
}

/** `mean(score) of children weighted by acv`: over the accounts that name this one as their parent. */
export function compileRollup(context: Context, tree: CallTree, compile: Compile): Typed {
  const { weightedBy, where, includingParent, otherwise } = tree.children!
  const name = tree.function.text
  const figure = rollupFigures.find((one) => one === name)
  if (figure === undefined) {
    report(context, 'rollup-unknown', { name, known: rollupFigures }, tree.function.span, {
      question: `which is meant of ${rollupFigures.join(', ')}?`,
    })
    return unknown
  }
  demandParent(context, tree)
  const [argument, ...more] = tree.of
  if (argument === undefined || more.length > 0) {
    const expected = figure === 'share' ? 'one condition' : 'one value'
    report(context, 'arguments-wrong', { name, expected }, tree.span, { question: `of what is it the ${name}?` })
    return unknown
  }
  const isExtreme = figure === 'min' || figure === 'max'
  const of = compile(context, argument)
  const isBand = of.type === 'band' && isExtreme
  if (!isBand) demand(context, of, figure === 'share' ? 'yes/no' : 'number', argument)
  if (weightedBy !== null && isExtreme) {
    report(
      context,
      'arguments-wrong',
      { name, expected: 'no weight: the greatest stays the greatest' },
      weightedBy.span,
      {
        question: `is \`mean\` meant, not \`${name}\`?`,
      },
    )
  }
  const weight = weightedBy === null ? null : named(context, weightedBy, compile)
  if (weight !== null) demand(context, weight, 'number', { kind: 'name', name: weightedBy!, span: weightedBy!.span })
  const condition = where === null ? null : compile(context, where)
  if (condition !== null) demand(context, condition, 'yes/no', where!)
  const instead = otherwise === null ? null : compile(context, otherwise)
  if (instead !== null) demand(context, instead, isBand ? 'band' : 'number', otherwise!)
  if (of.type === null) return unknown
  const computed: RollupFigure = {
    kind: 'rollup',
    figure,
    of: of.expression,
    weightedBy: weight && weight.expression,
    where: condition && condition.expression,
    includeParent: includingParent,
    otherwise: instead && instead.expression,
  }
  if (isBand) {
    const choices = (ladderOf(context, of.expression) ?? context.ladder).map((band) => band.name)
    return { ...hoisted(context, tree, computed, null, { type: 'choice', choices }), type: 'text' }
  }
  if (figure === 'share') return hoisted(context, tree, computed, 'percent', { low: 0, high: 1 })
  return hoisted(context, tree, computed, unitOfFigure(of.unit))
}

function demandParent(context: Context, tree: CallTree): void {
  if ([...context.inputs.values()].some((input) => input.role === 'parent')) return
  report(context, 'parent-undeclared', { figure: quote(context, tree.span) }, tree.span, {
    question: 'which column names the parent account? Write `parent` behind that input.',
  })
}

function named(context: Context, name: Name, compile: Compile): Typed {
  return compile(context, { kind: 'name', name, span: name.span })
}

/** Half of a whole number need not be one. */
function unitOfFigure(unit: Unit | null): Unit | null {
  return unit === 'count' ? 'number' : unit
}

function hoisted(
  context: Context,
  tree: CallTree,
  figure: RelativeFigure | RollupFigure,
  unit: Unit | null,
  said: Partial<Pick<Input, 'type' | 'low' | 'high' | 'choices'>> = {},
): Typed {
  const expression: Expression = hoist(context, figure, quote(context, tree.span), unit, { ...said, span: tree.span })
  return { expression, type: 'number', unit, computed: true }
}
