import type { Input } from '../model/input.ts'
import type { Formula } from '../model/expression.ts'
import { showNumber } from '../model/show.ts'
import { isoDate } from './days.ts'
import { asText, type Value } from './value.ts'

/** A value as people write it; null where it is missing. */
export function valueShown(value: Value, formula: Formula | null, inputs: readonly Input[]): string | null {
  if (value === null) return null
  if (typeof value !== 'number') return asText(value)
  if (formula?.type === 'date') return isoDate(value)
  const { expression, unit } = formula ?? { expression: null, unit: null }
  const input = expression?.kind === 'input' ? inputs.find((one) => one.name === expression.name) : undefined
  return showNumber(value, unit, input?.currency ?? null)
}

/** A value as the explanation's JSON has it: dates in ISO form. */
export function valueInJson(value: Value, formula: Formula | null): Value {
  return typeof value === 'number' && formula?.type === 'date' ? isoDate(value) : value
}
