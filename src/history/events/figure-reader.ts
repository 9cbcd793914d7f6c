import type { EventFigure, HistoryFigure } from '../../model/figure.ts'
import type { Model } from '../../model/model.ts'
import { rowAt } from '../../model/row-at.ts'
import { amountReader, type AmountReader } from './amounts.ts'
import { millionthsSum } from './millionths-sum.ts'
import { valueOnDay } from './line.ts'
import type { LogLines } from './lines.ts'

/**
 * The figure of an account of the log (-1: one it does not know), whose window begins on the day `anchor` (NaN where
 * it has none). A text is a code into `dictionary`; NaN is missing.
 */
export interface FigureReader {
  readonly dictionary: readonly string[]
  readonly read: (account: number, anchor: number) => number
}

/** The quick way to what `figureOfLines` says. */
export function eventReader(figure: EventFigure, lines: LogLines, asOf: number): FigureReader {
  const { dictionary, read }: AmountReader = amountReader(figure, lines, asOf)
  const { window, against } = figure
  const otherwise = figure.otherwise ?? NaN
  const amountOf = (account: number, start: number, end: number): number => {
    const stretch = stretchOf(lines, account, start, end)
    const found = stretch.from >= stretch.to ? NaN : read({ ...stretch, length: end - start })
    return Number.isFinite(found) ? found : otherwise
  }
  return {
    dictionary,
    read(account, anchor) {
      if (window.kind === 'all') return amountOf(account, -Infinity, asOf)
      const length = window.kind === 'last' ? window.days : Number.isNaN(anchor) ? 0 : asOf - anchor
      const now = amountOf(account, asOf - length, asOf)
      if (against === null) return now
      const before = amountOf(account, asOf - 2 * length, asOf - length)
      if (against === 'previous') return before
      const found =
        against === 'change' ? now - before : (against === 'increase' ? now - before : before - now) / before
      return Number.isFinite(found) ? found : NaN
    },
  }
}

/** The lines of an account from one day to before another. */
function stretchOf(
  { starts, days }: LogLines,
  account: number,
  start: number,
  end: number,
): { readonly from: number; readonly to: number } {
  if (account < 0) return { from: 0, to: 0 }
  const [first, last] = [starts[account]!, starts[account + 1]!]
  return { from: firstFrom(days, first, last, start), to: firstFrom(days, first, last, end) }
}

/** The first line of a stretch that is of the day or later. */
function firstFrom(days: Int32Array, from: number, to: number, day: number): number {
  let [low, high] = [from, to]
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}

/** The quick way to what `figureOfHistory` says: a formula is computed only on the days that are looked at. */
export function historyReader(model: Model, figure: HistoryFigure, lines: LogLines, asOf: number): FigureReader {
  const texts = new Map<string, number>()
  const dictionary: string[] = []
  const values = new Map<number, number>()
  const valueAt = (line: number): number => {
    const known = values.get(line)
    if (known !== undefined) return known
    const row = rowAt(lines.columns, lines.log.columns, line)
    const value = valueOnDay(model, figure.of, row, lines.days[line]!)
    const found = value === null ? NaN : typeof value === 'string' ? codeOf(value) : Number(value)
    values.set(line, found)
    return found
  }
  const codeOf = (text: string): number => {
    const known = texts.get(text)
    if (known !== undefined) return known
    texts.set(text, dictionary.length)
    return dictionary.push(text) - 1
  }
  return {
    dictionary,
    read(account, anchor) {
      const start = figure.anchor !== null ? anchor : figure.days === null ? -Infinity : asOf - figure.days
      if (Number.isNaN(start)) return NaN
      if (figure.figure === 'previous') {
        const { from, to } = stretchOf(lines, account, -Infinity, Math.min(start + 1, asOf))
        return from === to ? NaN : valueAt(to - 1)
      }
      const { from, to } = stretchOf(lines, account, start, asOf)
      if (from >= to) return NaN
      return overTime(figure.figure, from, to, valueAt, lines.days, asOf)
    },
  }
}

function overTime(
  kind: 'average' | 'streak' | 'days since',
  from: number,
  to: number,
  valueAt: (line: number) => number,
  days: Int32Array,
  asOf: number,
): number {
  let line = to - 1
  if (kind === 'streak') {
    while (line >= from && valueAt(line) === 1) line -= 1
    return to - 1 - line
  }
  if (kind === 'days since') {
    while (line >= from && valueAt(line) !== 1) line -= 1
    return line < from ? NaN : asOf - days[line]!
  }
  const sum = millionthsSum()
  let count = 0
  for (; line >= from; line--) {
    const value = valueAt(line)
    if (Number.isNaN(value)) continue
    sum.add(value)
    count += 1
  }
  const average = sum.total() / count
  return Number.isFinite(average) ? average : NaN
}
