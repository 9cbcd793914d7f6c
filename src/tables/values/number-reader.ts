import type { Input } from '../../model/input.ts'
import type { Cell, Reading, Unreadable } from '../cell.ts'
import { isoDate, isoDay, serialDate } from './day.ts'
import { shiftDecimal, shiftText } from './decimal.ts'
import { isMissingMark, isSpreadsheetError } from './missing.ts'
import { type NumberText, numberText } from './number-text.ts'
import { yesNo } from './yes-no.ts'

export type NumberReader = (cell: Cell) => Reading<number>

/**
 * How cells of a numeric input (yes/no and dates included) become numbers on the model's scale: fractions of
 * percentages, days since 1970-01-01, 1 and 0. The rules are written for people in docs/data.md.
 */
export function numberReader(input: Input): NumberReader {
  const { type, low, high, whole } = input
  const words = new Set(input.missingWhen.filter((mark) => typeof mark === 'string').map(fold))
  const numbers = new Set(input.missingWhen.filter((mark) => typeof mark === 'number'))
  const outside: Unreadable = { expected: rangeText(input) }
  const wrong: Unreadable = { expected: typeText(input) }
  const fraction: Unreadable = { expected: 'a whole number' }
  const comma: Unreadable = { expected: 'clear: write decimals with a point' }

  /** `bare` is the number as typed, before its scale: a sentinel may be written either way. */
  const accept = (value: number, bare: number): Reading<number> => {
    if (numbers.size > 0 && (numbers.has(value) || numbers.has(bare))) return null
    if (!Number.isFinite(value)) return wrong
    if (whole && !Number.isInteger(value)) return fraction
    if ((low !== null && value < low) || (high !== null && value > high)) return outside
    // No account has a count of -0.
    return value + 0
  }

  const fromNumber = (value: number): Reading<number> => {
    if (type === 'percent') return accept(shiftDecimal(value, -2), value)
    if (type === 'yes/no') return numbers.has(value) ? null : value === 1 || value === 0 ? value + 0 : wrong
    if (type !== 'date') return accept(value, value)
    if (numbers.has(value)) return null
    const day = serialDate(value)
    return typeof day === 'number' ? accept(day, value) : day
  }

  const fromTyped = (typed: NumberText): Reading<number> => {
    if (typed.currency !== null && !(type === 'money' && sameCurrency(typed.currency, input.currency))) return wrong
    const bare = Number(typed.digits)
    if (typed.percent) return takesPercent(type) ? accept(shiftText(typed.digits, -2), bare) : wrong
    return type === 'percent' ? accept(shiftText(typed.digits, -2), bare) : fromNumber(bare)
  }

  const fromText = (text: string): Reading<number> => {
    const trimmed = text.trim()
    if (isMissingMark(trimmed, type) || words.has(fold(trimmed))) return null
    if (isSpreadsheetError(trimmed)) return wrong
    if (type === 'yes/no') {
      const answer = yesNo(trimmed)
      if (answer !== null) return answer ? 1 : 0
    }
    if (type === 'date') {
      const day = isoDate(trimmed)
      if (day !== null) return accept(day, day)
      return /^\d+(?:\.\d+)?$/.test(trimmed) ? fromNumber(Number(trimmed)) : wrong
    }
    const typed = numberText(trimmed)
    if (typed === null) return wrong
    if (typed === 'comma') return type === 'yes/no' ? wrong : comma
    return fromTyped(typed)
  }

  return (cell) => {
    if (typeof cell === 'number') return fromNumber(cell)
    if (cell === null) return null
    if (typeof cell === 'string') return fromText(cell)
    if (typeof cell === 'boolean') return type === 'yes/no' ? (cell ? 1 : 0) : wrong
    if (cell.kind === 'percent' && takesPercent(type)) return accept(cell.value, cell.value)
    if (cell.kind === 'date' && type === 'date') return accept(cell.value, cell.value)
    return wrong
  }
}

/** Whether `85%` may stand in its cells. */
export function takesPercent(type: Input['type']): boolean {
  return type === 'percent' || type === 'ratio' || type === 'number'
}

function fold(mark: string): string {
  return mark.trim().toLowerCase()
}

/** The currencies that a sign may stand for. */
export const SIGNS: ReadonlyMap<string, readonly string[]> = new Map([
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN', 'BRL']],
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['₹', ['INR']],
  ['₩', ['KRW']],
  ['US$', ['USD']],
  ['A$', ['AUD']],
  ['C$', ['CAD']],
  ['R$', ['BRL']],
])

function sameCurrency(typed: string, declared: string | null): boolean {
  const known = SIGNS.get(typed)
  if (declared === null) return known !== undefined || /^[A-Z]{3}$/.test(typed)
  return typed === declared.toUpperCase() || (known?.includes(declared.toUpperCase()) ?? false)
}

/** What the input takes, as the end of "`abc` is not …". */
function typeText(input: Input): string {
  switch (input.type) {
    case 'yes/no':
      return 'yes or no'
    case 'date':
      return 'a date such as 2025-01-31'
    case 'percent':
      return 'a percentage'
    case 'money':
      return input.currency === null ? 'an amount' : `an amount in ${input.currency}`
    default:
      return input.whole ? 'a whole number' : 'a number'
  }
}

function rangeText({ type, low, high }: Input): string {
  const shown = (bound: number) =>
    type === 'date' ? isoDay(bound) : type === 'percent' ? `${shiftDecimal(bound, 2)}%` : String(bound)
  if (low !== null && high !== null) return `between ${shown(low)} and ${shown(high)}`
  if (low !== null) return `${shown(low)} or more`
  return high === null ? 'a number' : `${shown(high)} or less`
}
