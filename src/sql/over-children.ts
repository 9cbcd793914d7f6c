import type { AcrossInput } from '../model/across.ts'
import type { RollupFigure } from '../model/figure.ts'
import { over, times } from './arithmetic.ts'
import { finite, sayOne } from './expression.ts'
import { foldedText } from './literals.ts'
import { NOTHING, numeric, textual, type Reader, type Said } from './said.ts'
import type { Family } from './sheet.ts'
import { cases, casesOf, joined, sql, type Sql } from './sql.ts'

/** A figure over the rows that name this one as their parent; with the account itself as one of them where that is asked. */
export function sayOverChildren({ figure, type, choices }: OfChildren, family: Family, reader: Reader): Said {
  const { sheet } = reader
  const [one, zero] = [sql`${sheet.number(1)}`, sql`${sheet.number(0)}`]
  const of = sayOne(figure.of, reader)
  const weight = figure.weightedBy === null ? null : sayOne(figure.weightedBy, reader)
  const where = figure.where === null ? null : sayOne(figure.where, reader)
  if (of.kind === 'nothing' || weight?.kind === 'nothing' || where?.kind === 'nothing')
    return otherwiseOf(figure, reader)
  const value =
    of.kind === 'truth'
      ? cases([
          [of.sql, one],
          [sql`not ${of.sql}`, zero],
        ])
      : of.sql
  const x = sheet.once(value, 'number')
  const w = weight === null ? null : sheet.once(weight.sql, 'number')
  const conditions = [sql`${x} is not null`, w && sql`${w} is not null`, where && where.sql]
  const counted = joined(
    conditions.filter((condition) => condition !== null),
    ' and ',
  )
  const part = (own: Sql): Sql => sheet.once(cases([[counted, own]]), 'number')
  const total = (own: Sql): Sql => withParent(figure, sheet.ofChildren(sql`sum(${own})`, family), own, 'sum', reader)
  let found: Sql
  if (figure.figure === 'min' || figure.figure === 'max') {
    const own = part(x)
    found = withParent(figure, sheet.ofChildren(sql`${figure.figure}(${own})`, family), own, figure.figure, reader)
  } else {
    const weighted = w === null ? x : times(numeric(w, weight!.size), numeric(x, of.size), sheet).sql
    const sum = total(part(weighted))
    found = figure.figure === 'sum' ? sum : over(numeric(sum), numeric(total(part(w ?? one))), sheet).sql
  }
  const held = finite(numeric(found, Infinity), sheet)
  const instead = otherwiseOf(figure, reader)
  const known = instead.kind === 'nothing' ? held.sql : sql`coalesce(${held.sql}, ${instead.sql})`
  if (type !== 'choice') return numeric(known)
  const names = choices.map((choice, rank): [Sql, Sql] => [
    sql`${sheet.number(rank)}`,
    foldedText(sheet.dialect, choice),
  ])
  return textual(casesOf(sheet.once(known, 'number'), names))
}

type OfChildren = AcrossInput & { readonly figure: RollupFigure }

function otherwiseOf({ otherwise }: RollupFigure, reader: Reader): Said {
  return otherwise === null ? NOTHING : sayOne(otherwise, reader)
}

/** The children's with the account's own, where either may be missing. */
function withParent(
  { includeParent }: RollupFigure,
  children: Sql,
  own: Sql,
  how: 'sum' | 'min' | 'max',
  { sheet }: Reader,
): Sql {
  if (!includeParent) return children
  const known = sheet.once(children, 'number')
  const both = how === 'sum' ? sql`${known} + ${own}` : sql`${how === 'min' ? 'least' : 'greatest'}(${known}, ${own})`
  return sheet.once(
    cases(
      [
        [sql`${known} is null`, own],
        [sql`${own} is null`, known],
      ],
      both,
    ),
    'number',
  )
}
