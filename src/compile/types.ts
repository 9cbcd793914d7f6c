import type { Unit, ValueType } from '../model/expression.ts'
import type { InputType } from '../model/input.ts'

/** What an expression over an input of the type yields. */
export function valueTypeOf(type: InputType): ValueType {
  switch (type) {
    case 'yes/no':
      return 'yes/no'
    case 'choice':
    case 'text':
      return 'text'
    case 'date':
      return 'date'
    default:
      return 'number'
  }
}

/** How its numbers are shown. */
export function unitOf(type: InputType): Unit | null {
  switch (type) {
    case 'yes/no':
    case 'choice':
    case 'text':
    case 'date':
      return null
    default:
      return type
  }
}

/** The unit that `as percent` names; null for none, or for one that is no unit of numbers. */
export function unitNamed(text: string | null): Unit | null {
  const units: readonly string[] = ['count', 'number', 'percent', 'ratio', 'days', 'money'] satisfies Unit[]
  return text !== null && units.includes(text) ? (text as Unit) : null
}
