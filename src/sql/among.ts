import { isCohort } from '../model/across.ts'
import type { RelativeFigure } from '../model/figure.ts'
import { minus, plus, times } from './arithmetic.ts'
import { finite, sayOne } from './expression.ts'
import { NOTHING, numeric, type Reader, type Said } from './said.ts'
import { cases, joined, sql, type Sql } from './sql.ts'

/**
 * Where an account stands among others, by window functions that every engine has: places and counts within the group, so
 * that the numbers taken from it and the arithmetic on them are the evaluator's own.
 */
export function sayAmong({ figure, of, at, within }: RelativeFigure, segment: Sql, reader: Reader): Said {
  const { sheet } = reader
  const said = sayOne(of, reader)
  if (said.kind !== 'number') return NOTHING
  const group = groupOf(within, segment, reader)
  if (group === 'none') return NOTHING
  // A zero has no sign among others.
  const x = sheet.once(sql`${said.sql} + ${sheet.number(0)}`, 'number')
  const over = (parts: readonly Sql[], order: Sql | null = null): Sql => {
    const partition = parts.length === 0 ? [] : [sql`partition by ${joined(parts, ', ')}`]
    return sql`over (${joined([...partition, ...(order === null ? [] : [sql`order by ${order}`])], ' ')})`
  }
  const all = over(group)
  const placed = over([...group, sql`(${x} is null)`], x)
  const held = (value: Sql): Said =>
    finite(numeric(group.length === 0 ? value : cases([[sql`${group[0]!} is not null`, value]]), Infinity), sheet)
  const double = (value: Sql): Sql => sheet.once(sql`cast(${value} as ${sheet.dialect.double})`, 'number')
  if (figure === 'mean') return held(sql`avg(${x}) ${all}`)
  const count = double(sql`count(${x}) ${all}`)
  if (figure === 'rank') {
    const below = double(sql`rank() ${placed} - 1`)
    const upTo = double(sql`count(*) ${placed}`)
    const rank = cases([[sql`${x} is not null`, sql`(${below} + ${upTo}) / ${sheet.number(2)} / ${count}`]])
    return { ...held(rank), size: 1 }
  }
  const place = sheet.once(
    sql`(${count} - ${sheet.number(1)}) * ${sheet.number(figure === 'median' ? 0.5 : at!)}`,
    'number',
  )
  const before = sheet.once({ ...place, text: sheet.dialect.floor(place.text, MOST) }, 'number')
  const nth = double(sql`row_number() ${placed}`)
  const valueAt = (wanted: Sql): Sql =>
    sheet.once(sql`max(case when ${x} is not null and ${nth} = ${wanted} then ${x} end) ${all}`, 'number')
  const low = valueAt(sql`${before} + ${sheet.number(1)}`)
  const high = valueAt(sql`least(${before} + ${sheet.number(2)}, ${count})`)
  const gap = minus(numeric(high, said.size), numeric(low, said.size), sheet)
  const share = numeric(sql`(${place} - ${before})`, 1)
  return held(plus(numeric(low, said.size), times(gap, share, sheet), sheet).sql)
}

/** No table has more rows. */
const MOST = 1e15

/** What the rows of a group have in common: nothing in the portfolio. `none` where no row is in any. */
function groupOf(within: RelativeFigure['within'], segment: Sql, reader: Reader): readonly Sql[] | 'none' {
  if (within.kind === 'portfolio') return []
  if (!isCohort(within)) return [segment]
  const cohort = sayOne(within, reader)
  return cohort.kind === 'nothing' ? 'none' : [reader.sheet.once(cohort.sql, cohort.kind)]
}
