import { membersByPath } from '../../model/members-by-path.ts'
import type { Model } from '../../model/model.ts'
import type { Dialect } from '../dialect.ts'
import type { QueryColumn } from '../query.ts'
import { identifier } from '../sheet.ts'
import { inJinja } from './escape.ts'

/** Accounts whose score lies outside the scale of their segment: there are none. */
export function rangeTest(model: Model, name: string, dialect: Dialect): string {
  const outside = model.segments.map(({ name: segment, root: { scale } }) => {
    const { low, high } = scale
    return `(segment = ${inJinja(dialect.text(segment))} and (score < ${low} or score > ${high}))`
  })
  return `-- No score lies outside its scale.\nselect account, segment, score\nfrom {{ ref('${name}') }}\nwhere\n  ${outside.join('\n  or ')}\n`
}

/** Accounts whose losses are not its shortfall: there are none. Null where a path is a measure here and a dimension there. */
export function lossesTest(
  model: Model,
  name: string,
  columns: readonly QueryColumn[],
  dialect: Dialect,
): string | null {
  const members = membersByPath(model)
  const kinds = [...members.values()].map((same) => new Set(same.map(({ kind }) => kind)))
  if (kinds.some((same) => same.size > 1)) return null
  const lost = columns.filter(
    ({ of, what }) => what === 'changes_lost' || (what === 'lost' && members.get(of)?.[0]?.kind === 'measure'),
  )
  const sum = lost.map((column) => `coalesce(${inJinja(identifier(dialect, column.name))}, 0)`)
  const span = Math.max(...model.segments.map(({ root: { scale } }) => scale.high - scale.low))
  return `-- What measures and changes lose is the shortfall.
select account, shortfall
from {{ ref('${name}') }}
where abs(shortfall - (${sum.join(' + ')})) > ${1e-9 * Math.max(1, span)}
`
}
