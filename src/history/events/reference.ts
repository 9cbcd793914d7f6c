import { finite, fold, type Value } from '../../engine/value.ts'
import type { Expression } from '../../model/expression.ts'
import type { Row } from '../../model/columns.ts'
import type { Amount, EventFigure, HistoryFigure } from '../../model/figure.ts'
import type { Model } from '../../model/model.ts'
import { millionths } from './millionths-sum.ts'
import { valueOnDay, valueOnLine } from './line.ts'
import { periodOf } from './periods.ts'

/** One line of a log, of one account. */
export interface Line {
  /** Days since 1970-01-01. */
  readonly day: number
  /** Milliseconds since 1970. */
  readonly moment: number
  readonly row: Row
}

/**
 * A figure of one account from its lines, as docs/events.md words it and no faster: what the quick way and every other
 * back end is held to. `lines` may come in any order; those on or after the scoring date are not looked at.
 */
export function figureOfLines(
  figure: EventFigure,
  lines: readonly Line[],
  asOf: number,
  anchor: number | null = null,
): Value {
  const past = lines.filter(({ day }) => day < asOf)
  const { window, against } = figure
  if (window.kind === 'all') return amountOrElse(figure, past, asOf, null)
  const length = window.kind === 'last' ? window.days : anchor === null ? 0 : asOf - anchor
  const between = (from: number, to: number): Value =>
    amountOrElse(
      figure,
      past.filter(({ day }) => day >= from && day < to),
      asOf,
      length,
    )
  const now = between(asOf - length, asOf)
  if (against === null) return now
  const before = between(asOf - 2 * length, asOf - length)
  if (against === 'previous') return before
  if (typeof now !== 'number' || typeof before !== 'number') return null
  if (against === 'change') return finite(now - before)
  return finite((against === 'increase' ? now - before : before - now) / before)
}

function amountOrElse(figure: EventFigure, lines: readonly Line[], asOf: number, length: number | null): Value {
  return amountOf(figure, lines, asOf, length) ?? figure.otherwise
}

/** `lines` are all that the account has in the window: none is a window without data. */
function amountOf({ amount, where }: EventFigure, lines: readonly Line[], asOf: number, length: number | null): Value {
  if (lines.length === 0) return null
  const counted = lines.filter(({ row }) => where === null || valueOnLine(where, row, asOf) === true)
  const last = Math.max(...counted.map(({ day }) => day))
  const first = Math.min(...counted.map(({ day }) => day))
  switch (amount.kind) {
    case 'count':
      return counted.length
    case 'distinct':
      return different(amount.of, counted)
    case 'stickiness': {
      const days = [...new Set(counted.map(({ day }) => day))]
      const users = days.map((day) =>
        different(
          amount.of,
          counted.filter((line) => line.day === day),
        ),
      )
      const perDay = users.reduce((sum, n) => sum + n, 0) / length!
      return finite(perDay / different(amount.of, counted))
    }
    case 'days since':
      return counted.length === 0 ? null : asOf - (amount.of === 'last' ? last : first)
    case 'streak': {
      const periods = counted.map(({ day }) => periodOf(day, amount.period))
      let streak = 0
      let period = periodOf(asOf, amount.period) - 1
      while (periods.filter((one) => one === period).length >= amount.atLeast) {
        streak += 1
        period -= 1
      }
      return streak
    }
    default:
      return amountOfValues(amount, counted, asOf)
  }
}

function amountOfValues(amount: Extract<Amount, { of: Expression }>, counted: readonly Line[], asOf: number): Value {
  const valued = counted.flatMap((line) => {
    const value = valueOnLine(amount.of, line.row, asOf)
    return value === null ? [] : [{ ...line, value }]
  })
  const numbers = valued.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  const sum = finite(Number(numbers.reduce((total, value) => total + BigInt(millionths(value)), 0n)) / 1e6)
  switch (amount.kind) {
    case 'sum':
      return counted.length > 0 && valued.length === 0 ? null : sum
    case 'average':
      return sum === null ? null : finite(sum / valued.length)
    case 'min':
      return valued.length === 0 ? null : Math.min(...numbers)
    case 'max':
      return valued.length === 0 ? null : Math.max(...numbers)
    case 'share':
      return finite(valued.filter(({ value }) => value === true).length / valued.length)
    case 'first':
      return valued.toSorted((a, b) => a.moment - b.moment || order(a.value, b.value))[0]?.value ?? null
    case 'last':
      return valued.toSorted((a, b) => a.moment - b.moment || order(a.value, b.value)).at(-1)?.value ?? null
  }
}

/** Of things that happened at once, the smallest is the first and the greatest the last: no before yes. */
function order(a: NonNullable<Value>, b: NonNullable<Value>): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many different values a column has; texts are compared as everywhere, without regard to case. */
function different(column: string, lines: readonly Line[]): number {
  const values = lines.map(({ row }) => row[column] ?? null).filter((value) => value !== null)
  return new Set(values.map((value) => (typeof value === 'string' ? fold(value) : value))).size
}

/** What a formula of the model was on earlier days: `lines` are an account's rows of those days. */
export function figureOfHistory(
  model: Model,
  figure: HistoryFigure,
  lines: readonly Line[],
  asOf: number,
  anchor: number | null = null,
): Value {
  const start = figure.anchor !== null ? anchor : figure.days === null ? null : asOf - figure.days
  const bounded = figure.anchor !== null || figure.days !== null
  if (bounded && start === null) return null
  const past = lines.filter(({ day }) => day < asOf).toSorted((a, b) => a.moment - b.moment)
  const value = ({ row, day }: Line): Value => valueOnDay(model, figure.of, row, day)
  if (figure.figure === 'previous') {
    const then = past.filter(({ day }) => day <= start!).at(-1)
    return then === undefined ? null : value(then)
  }
  const within = bounded ? past.filter(({ day }) => day >= start!) : past
  if (within.length === 0) return null
  const values = within.map(value)
  switch (figure.figure) {
    case 'average': {
      const numbers = values.filter((one) => typeof one === 'number')
      return finite(Number(numbers.reduce((sum, one) => sum + BigInt(millionths(one)), 0n)) / 1e6 / numbers.length)
    }
    case 'streak': {
      const broken = values.findLastIndex((one) => one !== true)
      return values.length - 1 - broken
    }
    case 'days since': {
      const last = values.lastIndexOf(true)
      return last === -1 ? null : asOf - within[last]!.day
    }
  }
}
