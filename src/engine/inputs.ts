import type { Row } from '../model/columns.ts'
import type { Input } from '../model/input.ts'
import { asText, type Value } from './value.ts'

/** One input of a row as its type has it. Blank text, numbers that are not finite and what is of another kind are missing. */
export function inputValue(input: Input, row: Row): Value {
  const given = Object.hasOwn(row, input.name) ? row[input.name] : null
  if (given === null || given === undefined) return null
  if (typeof given === 'number' && !Number.isFinite(given)) return null
  switch (input.type) {
    case 'yes/no':
      return typeof given === 'string' ? null : Boolean(given)
    case 'choice':
    case 'text': {
      const text = asText(given)
      return text.trim() === '' ? null : text
    }
    default:
      return typeof given === 'number' ? given : null
  }
}
