import type { Column } from '../../model/columns.ts'
import type { Filter, FilterOperator, FilterValue } from '../document/document.ts'
import type { Field, Fields } from './field.ts'
import { numberOf } from './typed.ts'

export type Condition = Extract<Filter, { kind: 'condition' }>

/** Whether an account, by its place in the list, is one of those a filter is about. */
export type Test = (index: number) => boolean

/**
 * The test a filter stands for. A blank matches nothing but `is blank`: it is neither above 10 nor not above 10. A
 * condition on a field that is gone, or with a value that cannot be read, matches no account.
 */
export function testOf(filter: Filter, fields: Fields, asOf: number): Test {
  if (filter.kind === 'condition') {
    const field = fields.get(filter.field)
    return field === undefined ? never : conditionTest(filter, field, asOf)
  }
  const tests = filter.of.map((one) => testOf(one, fields, asOf))
  if (filter.kind === 'all') return (index) => tests.every((test) => test(index))
  return (index) => tests.some((test) => test(index))
}

/** The places of all accounts that match, in order. */
export function matching(length: number, test: Test): Int32Array {
  const found = new Int32Array(length)
  let count = 0
  for (let index = 0; index < length; index++) if (test(index)) found[count++] = index
  return found.slice(0, count)
}

const never: Test = () => false

function conditionTest({ operator, value }: Condition, field: Field, asOf: number): Test {
  const column = field.column()
  if (operator === 'is blank' || operator === 'is not blank') {
    const wanted = operator === 'is blank'
    return (index) => isBlank(column, index) === wanted
  }
  if (column.kind === 'text') {
    const { codes, dictionary } = column
    const decide = textDecision(operator, value, field)
    const holds = dictionary.map(decide)
    return (index) => holds[codes[index]!] === true
  }
  const decide = numberDecision(operator, value, field, asOf)
  const { values } = column
  // Every comparison with a blank, which is NaN, would be false; `is not` would not.
  return (index) => !Number.isNaN(values[index]!) && decide(values[index]!)
}

function isBlank(column: Column, index: number): boolean {
  if (column.kind === 'number') return Number.isNaN(column.values[index]!)
  return (column.dictionary[column.codes[index]!] ?? '') === ''
}

function textDecision(operator: FilterOperator, value: FilterValue, { options }: Field): (text: string) => boolean {
  const wanted = fold(String(value ?? ''))
  if (wanted === '') return () => false
  const rank = (text: string): number => options.findIndex((one) => fold(one.value) === fold(text))
  switch (operator) {
    case 'is':
      return (text) => fold(text) === wanted
    case 'is not':
      return (text) => text !== '' && fold(text) !== wanted
    case 'contains':
      return (text) => fold(text).includes(wanted)
    case 'does not contain':
      return (text) => text !== '' && !fold(text).includes(wanted)
    case 'at least':
    case 'at most': {
      const limit = rank(wanted)
      const sign = operator === 'at least' ? 1 : -1
      return (text) => limit !== -1 && rank(text) !== -1 && sign * (rank(text) - limit) >= 0
    }
    default:
      return () => false
  }
}

function numberDecision(
  operator: FilterOperator,
  value: FilterValue,
  { kind }: Field,
  asOf: number,
): (number: number) => boolean {
  if (operator === 'between') {
    const [one, other] = Array.isArray(value) ? value : [null, null]
    const [low, high] = [numberOf(one, kind), numberOf(other, kind)]
    return low === null || high === null ? () => false : (number) => number >= low && number <= high
  }
  if (operator === 'within') {
    const days = numberOf(value, 'number')
    if (days === null) return () => false
    const [low, high] = days < 0 ? [asOf + days, asOf] : [asOf, asOf + days]
    return (number) => number >= low && number <= high
  }
  const wanted = numberOf(value, kind)
  if (wanted === null) return () => false
  switch (operator) {
    case 'is':
      return (number) => number === wanted
    case 'is not':
      return (number) => number !== wanted
    case 'greater':
    case 'after':
      return (number) => number > wanted
    case 'at least':
      return (number) => number >= wanted
    case 'less':
    case 'before':
      return (number) => number < wanted
    case 'at most':
      return (number) => number <= wanted
    default:
      return () => false
  }
}

/** Case, and how much space stands between words, make no difference. */
function fold(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
