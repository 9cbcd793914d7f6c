import { carriedColumn } from '../../../history/carry.ts'
import { carriedName } from '../../../history/stored-columns.ts'
import type { Filter, SavedFilter } from '../../../host/document/document.ts'
import type { Fields } from '../../../host/filter/field.ts'
import type { Column } from '../../../model/columns.ts'
import { foldHeader } from '../../../tables/match.ts'
import type { Money } from '../money.ts'

/** Columns of the list that are kept with its scores: the amount, its currency, and whatever saved filters ask for, so that trends can follow them. */
export function carriedColumns(
  fields: Fields,
  money: Money | null,
  saved: readonly SavedFilter[],
): ReadonlyMap<string, Column> {
  const ids = [...new Set(saved.flatMap(({ filter }) => columnsIn(filter)))]
  const currency = [...fields.values()].find(
    ({ group, label }) => group === 'Columns' && /currency(code)?$/.test(foldHeader(label)),
  )
  const wanted = [money?.field, currency, ...ids.map((id) => fields.get(id))]
  const carried = new Map<string, Column>()
  for (const field of wanted) {
    if (field === undefined) continue
    const type = field.kind === 'date' || field.kind === 'yes/no' ? field.kind : 'number'
    carried.set(field === currency ? 'currency' : carriedName(field.label), carriedColumn(field.column(), { type }))
  }
  return carried
}

function columnsIn(filter: Filter): readonly string[] {
  if (filter.kind !== 'condition') return filter.of.flatMap(columnsIn)
  return filter.field.startsWith('column:') ? [filter.field] : []
}
