import type { Filter } from '../document/document.ts'
import type { Fields } from './field.ts'
import { needs } from './operators.ts'
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

/** The filter without conditions that are not finished yet and groups that are empty; null where nothing is left. */
export function finished(filter: Filter, fields: Fields): Filter | null {
  if (filter.kind === 'condition') return isFinished(filter, fields) ? filter : null
  const of = filter.of.map((one) => finished(one, fields)).filter((one) => one !== null)
  return of.length === 0 ? null : { ...filter, of }
}

function isFinished({ field: id, operator, value }: Extract<Filter, { kind: 'condition' }>, fields: Fields): boolean {
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
