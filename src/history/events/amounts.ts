import type { EventFigure } from '../../model/figure.ts'
import { millionthsSum } from './millionths-sum.ts'
import { codesOf, lineValues, linesWhere, type LineValues } from './line-values.ts'
import type { LogLines } from './lines.ts'
import { periodOf } from './periods.ts'

/** The lines of an account in a window: all from `from` to before `to`. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Days the window has; 0 where it has no beginning. */
  readonly length: number
}

/** The amount of a stretch that has lines, as a number or, for a text, a code into `dictionary`; NaN is missing. */
export interface AmountReader {
  readonly dictionary: readonly string[]
  readonly read: (stretch: Stretch) => number
}

/** Reads the amounts of one figure off the lines of a log, which stand account by account in the order of time. */
export function amountReader({ amount, where }: EventFigure, lines: LogLines, asOf: number): AmountReader {
  const holds = linesWhere(where, lines, asOf)
  const counts = (line: number): boolean => holds === null || holds[line] === 1
  const numeric = (read: AmountReader['read']): AmountReader => ({ dictionary: [], read })
  switch (amount.kind) {
    case 'count':
      return numeric(({ from, to }) => countOf(from, to, counts))
    case 'distinct':
    case 'stickiness': {
      const tally = tallyOf(lines, amount.of, counts)
      if (amount.kind === 'distinct') return numeric(({ from, to }) => tally(from, to).all)
      return numeric(({ from, to, length }) => {
        const { all, byDay } = tally(from, to)
        return byDay / length / all
      })
    }
    case 'days since':
      return numeric(({ from, to }) => {
        const line = amount.of === 'last' ? lastOf(from, to, counts) : firstOf(from, to, counts)
        return line < 0 ? NaN : asOf - lines.days[line]!
      })
    case 'streak': {
      const last = periodOf(asOf, amount.period) - 1
      const periods = lines.days.map((day) => periodOf(day, amount.period))
      return numeric(({ from, to }) => streakOf(from, to, last, amount.atLeast, periods, counts))
    }
    case 'first':
    case 'last':
      return outermost(amount.kind, lineValues(amount.of, lines, asOf), lines, counts)
    case 'sum':
    case 'average':
    case 'min':
    case 'max':
    case 'share': {
      const { kind } = amount
      const values = lineValues(amount.of, lines, asOf)
      if (values.kind === 'text') return numeric(() => NaN)
      return numeric(({ from, to }) => summary(kind, values.values, from, to, counts))
    }
  }
}

type Counts = (line: number) => boolean

function countOf(from: number, to: number, counts: Counts): number {
  let count = 0
  for (let line = from; line < to; line++) if (counts(line)) count += 1
  return count
}

function firstOf(from: number, to: number, counts: Counts): number {
  for (let line = from; line < to; line++) if (counts(line)) return line
  return -1
}

function lastOf(from: number, to: number, counts: Counts): number {
  for (let line = to - 1; line >= from; line--) if (counts(line)) return line
  return -1
}

/** How many different values a stretch has, and the same day by day, added up. A value is marked when it is met. */
function tallyOf(
  lines: LogLines,
  name: string,
  counts: Counts,
): (from: number, to: number) => { readonly all: number; readonly byDay: number } {
  const { codes, count } = codesOf(lines.columns.inputs.get(name), lines.columns.length)
  const metInAll = new Int32Array(count)
  const metOnDay = new Int32Array(count)
  let allMark = 0
  let dayMark = 0
  return (from, to) => {
    allMark += 1
    let [all, byDay] = [0, 0]
    for (let line = from; line < to; line++) {
      if (line === from || lines.days[line] !== lines.days[line - 1]) dayMark += 1
      const code = codes[line]!
      if (code < 0 || !counts(line)) continue
      if (metInAll[code] !== allMark) {
        metInAll[code] = allMark
        all += 1
      }
      if (metOnDay[code] !== dayMark) {
        metOnDay[code] = dayMark
        byDay += 1
      }
    }
    return { all, byDay }
  }
}

function streakOf(
  from: number,
  to: number,
  last: number,
  atLeast: number,
  periods: Int32Array,
  counts: Counts,
): number {
  let streak = 0
  let line = to - 1
  for (let period = last; ; period--) {
    let found = 0
    for (; line >= from && periods[line]! >= period; line--) if (periods[line] === period && counts(line)) found += 1
    if (found < atLeast) return streak
    streak += 1
  }
}

function summary(
  kind: 'sum' | 'average' | 'min' | 'max' | 'share',
  values: Float64Array,
  from: number,
  to: number,
  counts: Counts,
): number {
  let [counted, valued, yes] = [0, 0, 0]
  let [least, most] = [Infinity, -Infinity]
  const sum = millionthsSum()
  for (let line = from; line < to; line++) {
    if (!counts(line)) continue
    counted += 1
    const value = values[line]!
    if (Number.isNaN(value)) continue
    valued += 1
    if (value === 1) yes += 1
    if (value < least) least = value
    if (value > most) most = value
    if (kind === 'sum' || kind === 'average') sum.add(value)
  }
  if (kind === 'sum') return counted > 0 && valued === 0 ? NaN : sum.total()
  if (valued === 0) return NaN
  if (kind === 'average') return sum.total() / valued
  if (kind === 'share') return yes / valued
  return kind === 'min' ? least : most
}

/** Of lines at the same moment, the least value is the first and the greatest the last. */
function outermost(kind: 'first' | 'last', values: LineValues, lines: LogLines, counts: Counts): AmountReader {
  const isText = values.kind === 'text'
  const valueAt = (line: number): number => (isText ? values.codes[line]! : values.values[line]!)
  const isMissing = (value: number): boolean => (isText ? value < 0 : Number.isNaN(value))
  const isLess = (a: number, b: number): boolean => (isText ? values.dictionary[a]! < values.dictionary[b]! : a < b)
  return {
    dictionary: isText ? values.dictionary : [],
    read({ from, to }) {
      let best = -1
      for (let n = 0; n < to - from; n++) {
        const line = kind === 'last' ? to - 1 - n : from + n
        if (best >= 0 && lines.moments[line] !== lines.moments[best]) break
        const value = valueAt(line)
        if (!counts(line) || isMissing(value)) continue
        if (best < 0 || (kind === 'last' ? isLess(valueAt(best), value) : isLess(value, valueAt(best)))) best = line
      }
      return best < 0 ? NaN : valueAt(best)
    },
  }
}
