import type { Expression, Formula, ValueType } from '../../src/model/expression.ts'
import type { Band } from '../../src/model/judge.ts'
import { computed, raw } from './build.ts'
import { between, COHORT, DATES, many, NUMBERS, oneIn, pick, type Draw } from './draw.ts'

/** What an expression may name at the place where it stands. */
export interface Known {
  readonly draw: Draw
  readonly rungs: readonly Band[]
  readonly lets: readonly string[]
  /** Whether a model is imported, as `other`. */
  readonly other: boolean
  /** Paths of members that are scored without what stands here. */
  readonly seen: readonly string[]
}

export function anyNumber(known: Known, depth: number): Formula {
  return formula(numberExpression(known, depth), 'number')
}

export function anyCondition(known: Known, depth: number): Formula {
  return formula(conditionExpression(known, depth), 'yes/no')
}

export function anyDate(known: Known): Formula {
  return formula(dateExpression(known), 'date')
}

/** An input as it stands. */
export function rawInput(name: string, type: ValueType): Formula {
  return raw({ kind: 'input', name }, null, type)
}

function formula(expression: Expression, type: ValueType): Formula {
  const isPlain = ['input', 'number', 'date', 'text', 'yes/no', 'missing', 'as of'].includes(expression.kind)
  return isPlain ? raw(expression, null, type) : computed(expression, null, type)
}

function numberExpression(known: Known, depth: number): Expression {
  const { draw } = known
  const deeper = (): Expression => numberExpression(known, depth - 1)
  const leaves: (() => Expression)[] = [
    () => ({ kind: 'number', value: pick(draw, NUMBERS) }),
    () => ({ kind: 'input', name: pick(draw, ['n1', 'n2', 'whole', 'share']) }),
    ...(known.lets.length > 0 ? [(): Expression => ({ kind: 'let', name: pick(draw, known.lets) })] : []),
    ...(known.seen.length > 0 ? [(): Expression => reference(known, pick(draw, ['points of', 'score of']))] : []),
    ...(known.other ? [(): Expression => ({ kind: 'score of', path: '', model: 'other' })] : []),
  ]
  const branches: (() => Expression)[] = [
    () => ({ kind: 'arithmetic', operator: pick(draw, ['+', '-', '*', '/']), left: deeper(), right: deeper() }),
    () => ({
      kind: 'arithmetic',
      operator: '^',
      left: deeper(),
      right: { kind: 'number', value: pick(draw, [2, 0.5, -1]) },
    }),
    () => ({ kind: pick(draw, ['negate', 'abs']), of: deeper() }),
    () => ({ kind: pick(draw, ['min', 'max', 'coalesce']), of: many(draw, 1, 3, deeper) }),
    () => ({ kind: 'count', of: many(draw, 1, 3, () => conditionExpression(known, depth - 1)) }),
    () => ({
      kind: 'round',
      direction: pick(draw, ['nearest', 'up', 'down']),
      of: deeper(),
      places: pick(draw, [0, 1, 2, -1]),
    }),
    () => ({ kind: 'if', when: conditionExpression(known, depth - 1), then: deeper(), else: deeper() }),
    () => ({
      kind: pick(draw, ['days between', 'workdays between']),
      from: dateExpression(known),
      to: dateExpression(known),
    }),
    () => ({ kind: 'missing' }),
  ]
  return pick(draw, depth <= 0 || oneIn(draw, 3) ? leaves : branches)()
}

function conditionExpression(known: Known, depth: number): Expression {
  const { draw } = known
  const deeper = (): Expression => conditionExpression(known, depth - 1)
  const leaves: (() => Expression)[] = [
    () => compareNumbers(known, 0),
    () => compareNumbers(known, 0),
    () => ({ kind: 'input', name: 'flag' }),
    () => ({ kind: 'is missing', of: numberExpression(known, 0) }),
    () => comparison(draw, { kind: 'input', name: 'cohort' }, { kind: 'text', value: pick(draw, COHORT) }, ['=', '!=']),
    () => ({
      kind: 'one of',
      of: { kind: 'input', name: pick(draw, ['cohort', 'note']) },
      values: many(draw, 1, 2, () => ({ kind: 'text', value: pick(draw, [...COHORT, 'A ', 'b']) })),
    }),
    () => comparison(draw, dateExpression(known), dateExpression(known)),
    ...(known.seen.length > 0
      ? [
          (): Expression => {
            const rank = between(draw, 0, known.rungs.length - 1)
            return comparison(draw, reference(known, 'band of'), { kind: 'band', name: known.rungs[rank]!.name, rank })
          },
        ]
      : []),
  ]
  const branches: (() => Expression)[] = [
    () => ({ kind: pick(draw, ['and', 'or']), of: many(draw, 2, 3, deeper) }),
    () => ({ kind: 'not', of: deeper() }),
    () => compareNumbers(known, depth - 1),
  ]
  return pick(draw, depth <= 0 || oneIn(draw, 3) ? leaves : branches)()
}

/** Guarded where a side is computed, as the compiler does. */
function compareNumbers(known: Known, depth: number): Expression {
  return comparison(known.draw, numberExpression(known, depth), numberExpression(known, depth))
}

function comparison(
  draw: Draw,
  left: Expression,
  right: Expression,
  operators: readonly ('=' | '!=' | '<' | '<=' | '>' | '>=')[] = ['=', '!=', '<', '<=', '>', '>='],
): Expression {
  const guard = formula(left, 'number').computed || formula(right, 'number').computed ? 1e-9 : 0
  return { kind: 'compare', operator: pick(draw, operators), left, right, guard }
}

function dateExpression(known: Known): Expression {
  const { draw } = known
  return pick<Expression>(draw, [
    { kind: 'date', value: pick(draw, DATES) },
    { kind: 'input', name: 'date' },
    { kind: 'as of' },
  ])
}

function reference(known: Known, kind: 'points of' | 'score of' | 'band of'): Expression {
  return { kind, path: pick(known.draw, known.seen), model: null }
}
