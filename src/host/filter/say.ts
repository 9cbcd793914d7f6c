import type { Filter, FilterValue } from '../document/document.ts'
import type { Field, Fields } from './field.ts'
import type { Condition } from './matches.ts'
import { needs, sayOperator } from './operators.ts'
import { numberOf, typedNumber } from './typed.ts'

/** A filter in plain words: `ACV is more than 10,000 and (Region is EMEA or Region is APAC)`. */
export function sayFilter(filter: Filter, fields: Fields): string {
  if (filter.kind === 'condition') return sayCondition(filter, fields.get(filter.field))
  const parts = filter.of.map((one) => {
    const said = sayFilter(one, fields)
    return one.kind !== 'condition' && one.of.length > 1 && filter.of.length > 1 ? `(${said})` : said
  })
  if (parts.length === 0) return filter.kind === 'all' ? 'every account' : 'no account'
  return parts.join(filter.kind === 'all' ? ' and ' : ' or ')
}

/** Fields of a filter that the accounts do not have, as people call them. */
export function lostFields(filter: Filter, fields: Fields): readonly string[] {
  if (filter.kind !== 'condition') return [...new Set(filter.of.flatMap((one) => lostFields(one, fields)))]
  return fields.has(filter.field) ? [] : [nameOf(filter.field)]
}

function sayCondition({ field: id, operator, value }: Condition, field: Field | undefined): string {
  const label = field?.label ?? nameOf(id)
  const kind = field?.kind ?? 'text'
  const days = operator === 'within' ? numberOf(value, 'number') : null
  if (days !== null) return `${label} is within the ${days < 0 ? 'last' : 'next'} ${sayDays(Math.abs(days))}`
  const said = `${label} ${sayOperator(operator, kind)}`
  if (needs(operator) === 'nothing') return said
  if (Array.isArray(value)) return `${said} ${sayValue(value[0], field)} and ${sayValue(value[1], field)}`
  return `${said} ${sayValue(value, field)}`
}

function sayValue(value: FilterValue, field: Field | undefined): string {
  if (value === null || value === '') return '…'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const option = field?.options.find((one) => one.value === value)
  if (option !== undefined) return option.label
  const number = field === undefined ? null : numberOf(value, field.kind)
  if (number === null || field === undefined) return String(value).trim()
  return field.kind === 'number'
    ? number.toLocaleString('en', { maximumFractionDigits: 10 })
    : typedNumber(number, field.kind)
}

/** `column:Region` is Region. */
function nameOf(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}

function sayDays(days: number): string {
  return days === 1 ? 'day' : `${days} days`
}
