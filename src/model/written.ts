import type { Unit } from './expression.ts'

const dayInMilliseconds = 86_400_000

/** A number as an author writes it in a model: `50%` for a percentage, `2025-01-31` for a date, else the shortest decimal. */
export function writtenNumber(value: number, unit: Unit | 'date' | null): string {
  if (unit === 'date') return new Date(value * dayInMilliseconds).toISOString().slice(0, 10)
  return unit === 'percent' ? `${shifted(value, 2)}%` : shifted(value, 0)
}

/** Any value as an author writes it: text in quotes, yes or no, `missing` for null. */
export function writtenValue(value: number | string | boolean | null, unit: Unit | 'date' | null): string {
  if (value === null) return 'missing'
  if (typeof value === 'string') return `"${value}"`
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : writtenNumber(value, unit)
}

/** The shortest decimal of a double with its point moved to the right: exact, because it moves in the text. */
function shifted(value: number, places: number): string {
  const [digits = '0', exponent = '0'] = value.toExponential().split('e')
  const negative = digits.startsWith('-')
  const plain = digits.replace('-', '').replace('.', '')
  const point = 1 + Number(exponent) + places
  const whole = value === 0 || point <= 0 ? '0' : plain.slice(0, point).padEnd(point, '0')
  const fraction = point > 0 ? plain.slice(point) : '0'.repeat(-point) + plain
  const trimmed = fraction.replace(/0+$/, '')
  return `${negative && value !== 0 ? '-' : ''}${whole}${trimmed === '' ? '' : `.${trimmed}`}`
}
