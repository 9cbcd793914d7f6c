import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import type { Formula } from '../../model/expression.ts'
import { inputValue } from '../inputs.ts'
import type { Value } from '../value.ts'
import { valueInJson, valueShown } from '../valueShown.ts'

/** A value as JSON: as it is, and as people write it. */
export interface ValueText {
  readonly value: Value
  /** `"value":0.47,"valueShown":"47%"` */
  readonly pair: string
  readonly shown: string
}

/** What a measure reads in each row of a table. */
export type ValueTexts = (row: number) => ValueText

/** More different values than these are not remembered. */
const MOST = 1 << 14

/** The texts of an input that is judged as it is; `formula` is the measure's value. Remembers those that come often. */
export function valueTexts(input: Input, formula: Formula, inputs: readonly Input[]): (columns: Columns) => ValueTexts {
  const text = (given: number | string | null): ValueText => {
    const raw = typeof given === 'number' && input.type === 'yes/no' ? given !== 0 : given
    const value = inputValue(input, { [input.name]: raw })
    const shown = JSON.stringify(valueShown(value, formula, inputs))
    return { value, shown, pair: `"value":${JSON.stringify(valueInJson(value, formula))},"valueShown":${shown}` }
  }
  const missing = text(null)
  const known = new Map<number, ValueText>()
  const ofNumber = (value: number): ValueText => {
    if (Number.isNaN(value)) return missing
    const before = known.get(value)
    if (before !== undefined) return before
    const made = text(value)
    if (known.size < MOST) known.set(value, made)
    return made
  }
  return (columns) => {
    const column = columns.inputs.get(input.name)
    if (column === undefined) return () => missing
    if (column.kind === 'number') return (row) => ofNumber(column.values[row]!)
    const made: ValueText[] = []
    return (row) => {
      const code = column.codes[row]!
      return code < 0 ? missing : (made[code] ??= text(column.dictionary[code]!))
    }
  }
}
