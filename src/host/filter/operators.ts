import type { FilterOperator } from '../document/document.ts'
import type { FieldKind } from './field.ts'

/** What can be asked of a kind of field, the likeliest first. */
export function operatorsOf(kind: FieldKind): readonly FilterOperator[] {
  return BY_KIND[kind]
}

/** What an operator needs beside the field: nothing, one value, two, or a number of days. */
export function needs(operator: FilterOperator): 'nothing' | 'one' | 'two' | 'days' {
  if (operator === 'is blank' || operator === 'is not blank') return 'nothing'
  if (operator === 'between') return 'two'
  return operator === 'within' ? 'days' : 'one'
}

/** The operator as it stands between a field and a value in a sentence. */
export function sayOperator(operator: FilterOperator, kind: FieldKind): string {
  if (kind === 'band' && operator === 'at most') return 'is or is worse than'
  if (kind === 'band' && operator === 'at least') return 'is or is better than'
  return WORDS[operator]
}

const ordered = ['greater', 'at least', 'less', 'at most', 'between', 'is', 'is not'] as const
const blanks = ['is blank', 'is not blank'] as const

const BY_KIND: Readonly<Record<FieldKind, readonly FilterOperator[]>> = {
  number: [...ordered, ...blanks],
  percent: [...ordered, ...blanks],
  date: ['within', 'before', 'after', 'between', 'is', 'is not', ...blanks],
  'yes/no': ['is', ...blanks],
  band: ['is', 'is not', 'at most', 'at least', ...blanks],
  choice: ['is', 'is not', 'contains', 'does not contain', ...blanks],
  text: ['contains', 'does not contain', 'is', 'is not', ...blanks],
}

const WORDS: Readonly<Record<FilterOperator, string>> = {
  is: 'is',
  'is not': 'is not',
  contains: 'contains',
  'does not contain': 'does not contain',
  greater: 'is more than',
  'at least': 'is at least',
  less: 'is less than',
  'at most': 'is at most',
  between: 'is between',
  within: 'is within',
  before: 'is before',
  after: 'is after',
  'is blank': 'is blank',
  'is not blank': 'is not blank',
}
