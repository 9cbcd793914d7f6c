import { isoDay } from '../../tables/values/day.ts'
import type { Filter, FilterValue } from '../document/document.ts'
import type { Field, Fields } from './field.ts'
import type { Condition } from './matches.ts'
import { needs, operatorsOf } from './operators.ts'
import { numberOf } from './typed.ts'

/** Where a part of a filter stands: its place in each group from the outermost in. */
export type FilterPath = readonly number[]

/** The filter with the part at `path` replaced; null takes it away. */
export function replaced(filter: Filter, path: FilterPath, part: Filter | null): Filter {
  const [at, ...rest] = path
  if (at === undefined) return part ?? { kind: 'all', of: [] }
  if (filter.kind === 'condition') return filter
  const of = filter.of.flatMap((one, k) => {
    if (k !== at) return [one]
    return rest.length > 0 ? [replaced(one, rest, part)] : part === null ? [] : [part]
  })
  return { ...filter, of }
}

/** A condition to begin with: the likeliest question about a field. */
export function freshCondition({ id, kind, options }: Field): Condition {
  const value = kind === 'yes/no' ? true : (options[0]?.value ?? '')
  return { kind: 'condition', field: id, operator: operatorsOf(kind)[0]!, value }
}

/** A filter as it is stored: what was typed as a number is one, and dates are written as dates are. */
export function settled(filter: Filter, fields: Fields): Filter {
  if (filter.kind !== 'condition') return { ...filter, of: filter.of.map((one) => settled(one, fields)) }
  const field = fields.get(filter.field)
  if (field === undefined || field.column().kind === 'text') return filter
  const { operator, value } = filter
  const settle = <T extends FilterValue>(one: T): T | number | string => {
    const kind = operator === 'within' ? 'number' : field.kind
    const number = typeof one === 'boolean' ? null : numberOf(one, kind)
    return number === null ? one : kind === 'date' ? isoDay(number) : number
  }
  if (needs(operator) === 'nothing') return { ...filter, value: null }
  return { ...filter, value: Array.isArray(value) ? [settle(value[0]), settle(value[1])] : settle(value) }
}

/** The filter without conditions that are not finished yet and groups that are empty; null where nothing is left. */
export function finished(filter: Filter, fields: Fields): Filter | null {
  if (filter.kind === 'condition') return isFinished(filter, fields) ? filter : null
  const of = filter.of.map((one) => finished(one, fields)).filter((one) => one !== null)
  return of.length === 0 ? null : { ...filter, of }
}

/** Whether every condition of a filter is finished. */
export function isWhole(filter: Filter, fields: Fields): boolean {
  return filter.kind === 'condition' ? isFinished(filter, fields) : filter.of.every((one) => isWhole(one, fields))
}

function isFinished({ field: id, operator, value }: Condition, fields: Fields): boolean {
  const field = fields.get(id)
  // Of a field that is gone nothing better is known than what was written.
  if (field === undefined) return true
  const readable = (one: typeof value): boolean =>
    field.column().kind === 'text' ? typeof one === 'string' && one.trim() !== '' : numberOf(one, field.kind) !== null
  switch (needs(operator)) {
    case 'nothing':
      return true
    case 'two':
      return Array.isArray(value) && value.every(readable)
    case 'days':
      return numberOf(value, 'number') !== null
    case 'one':
      return readable(value)
  }
}
