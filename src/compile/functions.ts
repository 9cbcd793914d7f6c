import type { Expression, Unit, ValueType } from '../model/expression.ts'

/** A function of the language: what it takes, in words for messages, and what it makes of it. */
export interface FunctionOfLanguage {
  readonly takes: string
  readonly least: number
  readonly most: number
  /** The type every argument must have; null: all of one type, which is the result's. */
  readonly arguments: ValueType | null
  readonly type: ValueType | null
  readonly unit: 'first' | Unit | null
  readonly build: (of: readonly Expression[]) => Expression
}

const round =
  (direction: 'nearest' | 'up' | 'down') =>
  (of: readonly Expression[]): Expression => {
    const places = of[1]
    return { kind: 'round', direction, of: of[0]!, places: places && isPlaces(places) ? places.value : 0 }
  }

/** A number of decimals to round to; below 0, of tens and hundreds. */
export function isPlaces(expression: Expression): expression is Extract<Expression, { kind: 'number' }> {
  return expression.kind === 'number' && Number.isInteger(expression.value) && Math.abs(expression.value) <= 15
}

const rounding = {
  takes: 'a number, and to how many decimals',
  least: 1,
  most: 2,
  arguments: 'number',
  type: 'number',
  unit: 'first',
} as const

const many = 99

/** Functions by name. */
export const functions: ReadonlyMap<string, FunctionOfLanguage> = new Map<string, FunctionOfLanguage>(
  Object.entries({
    min: {
      takes: 'two or more numbers',
      least: 2,
      most: many,
      arguments: 'number',
      type: 'number',
      unit: 'first',
      build: (of) => ({ kind: 'min', of }),
    },
    max: {
      takes: 'two or more numbers',
      least: 2,
      most: many,
      arguments: 'number',
      type: 'number',
      unit: 'first',
      build: (of) => ({ kind: 'max', of }),
    },
    abs: {
      takes: 'a number',
      least: 1,
      most: 1,
      arguments: 'number',
      type: 'number',
      unit: 'first',
      build: (of) => ({ kind: 'abs', of: of[0]! }),
    },
    round: { ...rounding, build: round('nearest') },
    round_up: { ...rounding, build: round('up') },
    round_down: { ...rounding, build: round('down') },
    coalesce: {
      takes: 'two or more values of one type',
      least: 2,
      most: many,
      arguments: null,
      type: null,
      unit: 'first',
      build: (of) => ({ kind: 'coalesce', of }),
    },
    count: {
      takes: 'conditions',
      least: 1,
      most: many,
      arguments: 'yes/no',
      type: 'number',
      unit: 'count',
      build: (of) => ({ kind: 'count', of }),
    },
    days_between: {
      takes: 'two dates',
      least: 2,
      most: 2,
      arguments: 'date',
      type: 'number',
      unit: 'days',
      build: (of) => ({ kind: 'days between', from: of[0]!, to: of[1]! }),
    },
    workdays_between: {
      takes: 'two dates',
      least: 2,
      most: 2,
      arguments: 'date',
      type: 'number',
      unit: 'days',
      build: (of) => ({ kind: 'workdays between', from: of[0]!, to: of[1]! }),
    },
    days_since: {
      takes: 'a date',
      least: 1,
      most: 1,
      arguments: 'date',
      type: 'number',
      unit: 'days',
      build: (of) => ({ kind: 'days between', from: of[0]!, to: { kind: 'as of' } }),
    },
  } satisfies Record<string, FunctionOfLanguage>),
)

/** Figures over earlier days. */
export const windowFigures = ['change', 'average', 'streak', 'previous'] as const
/** Figures among other accounts, and over the children of an account. */
export const relativeFigures = ['median', 'mean', 'percentile', 'rank'] as const
export const rollupFigures = ['mean', 'sum', 'min', 'max', 'share'] as const

/** How each figure is written, for who came near its name. */
export const figureExamples: ReadonlyMap<string, string> = new Map([
  ...rollupFigures.map((name): [string, string] => [name, `${name}(x) of children`]),
  ...relativeFigures.map((name): [string, string] => [name, `${name}(x) within segment`]),
  ['percentile', 'percentile(x, 75) within segment'],
  ...windowFigures.map((name): [string, string] => [name, `${name}(x, 30 days)`]),
  ['streak', 'streak(x < 10)'],
])
