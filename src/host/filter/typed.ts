import { bareInput } from '../../model/bare-input.ts'
import type { InputType } from '../../model/input.ts'
import { isUnreadable } from '../../tables/cell.ts'
import { numberReader } from '../../tables/values/number-reader.ts'
import { isoDay } from '../../tables/values/day.ts'
import { shiftDecimal } from '../../tables/values/decimal.ts'
import type { FilterValue } from '../document/document.ts'
import type { FieldKind } from './field.ts'

/** A value of a filter on the scale of its field; null where it cannot be read as such. Text is read as a person's: `50%`, `$1,200`, `2025-01-31`. */
export function numberOf(value: FilterValue, kind: FieldKind): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return kind === 'yes/no' ? Number(value) : null
  if (typeof value !== 'string') return null
  for (const type of TYPES[kind]) {
    const reading = numberReader(bareInput('', type))(value)
    if (reading !== null && !isUnreadable(reading)) return reading
  }
  return null
}

/** A number on the scale of its field as a person would type it. */
export function typedNumber(value: number, kind: FieldKind): string {
  if (kind === 'percent') return `${shiftDecimal(value, 2)}%`
  return kind === 'date' ? isoDay(value) : String(value)
}

const TYPES: Readonly<Record<FieldKind, readonly InputType[]>> = {
  number: ['number', 'money'],
  percent: ['percent'],
  date: ['date'],
  'yes/no': ['yes/no'],
  band: [],
  choice: [],
  text: [],
}
