import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import { amountOf } from '../../finance/read/amount.ts'
import {
  type DayOrder,
  type DayOrders,
  dayOf,
  isUntold,
  NO_DAY,
  toldDay,
  untoldText,
  weighOrder,
} from '../../finance/read/days.ts'

/** A column read, with what was to be said of it. NaN where a cell is empty or cannot be read. */
export interface ReadNumbers {
  readonly values: Float64Array
  readonly findings: readonly Finding[]
}

/** Days since 1970-01-01. Dates that may be day or month first are settled by the others of their column, or asked about. */
export function readDays(texts: readonly (string | null)[], header: string, declared?: DayOrder): ReadNumbers {
  const days = texts.map((text) => (text === null ? NaN : dayOf(text)))
  const orders: DayOrders = { dayFirst: false, monthFirst: false, slashes: false }
  for (const day of days) if (isUntold(day)) weighOrder(day, orders)
  const untold = days.find((day) => isUntold(day))
  const isUnclear =
    declared === undefined && orders.dayFirst === orders.monthFirst && (orders.dayFirst || orders.slashes)
  const order = declared ?? (orders.monthFirst ? 'month-day' : 'day-month')
  const values = Float64Array.from(days, (day) => {
    const told = isUntold(day) ? (isUnclear ? NO_DAY : toldDay(day, order)) : day
    return told === NO_DAY ? NaN : told
  })
  if (isUnclear && untold !== undefined) {
    return { values, findings: [finding('ledger-dates-untold', { text: untoldText(untold) })] }
  }
  return { values, findings: unreadable(texts, values, header, 'date') }
}

/** Numbers; a percentage counts as its share of one. */
export function readNumbers(texts: readonly (string | null)[], header: string): ReadNumbers {
  const values = Float64Array.from(texts, (text) => (text === null || text === '' ? NaN : numberOf(text)))
  return { values, findings: unreadable(texts, values, header, 'number') }
}

/** Amounts in cents. */
export function readAmounts(texts: readonly (string | null)[], header: string): ReadNumbers {
  const values = Float64Array.from(texts, (text) =>
    text === null || text === '' ? NaN : (amountOf(text)?.cents ?? NaN),
  )
  return { values, findings: unreadable(texts, values, header, 'amount') }
}

const YES = /^(?:yes|y|true|t|1|churned|churn|lost|left|cancel(?:l?ed)?)$/i
const NO = /^(?:no|n|false|f|0|renewed|retained|stayed|active|won|kept)$/i

/** Whether an account was lost: 1 or 0. `meant` is the value that says so where words do not. */
export function readAnswers(texts: readonly (string | null)[], header: string, meant: string | null): ReadNumbers {
  const values = Float64Array.from(texts, (text) => {
    if (text === null || text === '') return NaN
    if (meant !== null) return text.toLowerCase() === meant.toLowerCase() ? 1 : 0
    return YES.test(text) ? 1 : NO.test(text) ? 0 : NaN
  })
  return { values, findings: unreadable(texts, values, header, 'answer') }
}

function numberOf(text: string): number {
  const percent = /^(-?[\d.]+)\s?%$/.exec(text)
  return percent === null ? Number(text) : Number(percent[1]) / 100
}

function unreadable(
  texts: readonly (string | null)[],
  values: Float64Array,
  column: string,
  what: 'date' | 'number' | 'amount' | 'answer',
): readonly Finding[] {
  const bad = texts.filter((text, at) => text !== null && text !== '' && Number.isNaN(values[at]!))
  if (bad.length === 0) return []
  return [finding('validate-unreadable', { column, text: bad[0]!.slice(0, 20), what, count: bad.length })]
}
