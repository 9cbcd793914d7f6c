import type { Combine } from '../model/group.ts'
import { isSure, plus, SETTLED, times, totalOf } from './arithmetic.ts'
import type { Part } from './place.ts'
import { constant, numeric, type Said } from './said.ts'
import type { Sheet } from './sheet.ts'
import { bare, cases, joined, NULL, sql, type Sql } from './sql.ts'

/** What is combined of a part: null exactly where it has no points. */
export interface Combined {
  readonly sql: Sql
  readonly size: number
}

/** One score of those with points, in the written order: sums first, one division. Not their points are combined where `of` says so. */
export function combinationOf(
  combine: Combine,
  counted: readonly Part[],
  sheet: Sheet,
  of: (part: Part) => Combined = ({ points, size }) => ({ sql: points, size }),
): Said {
  if (counted.length === 0) return numeric(NULL, 0)
  const { number } = sheet
  const each = counted.map((part) => ({ weight: part.weight, ...of(part) }))
  const values = each.map((one) => one.sql)
  const some = each.length === 1 ? sql`${values[0]!} is not null` : sql`coalesce(${joined(values, ', ')}) is not null`
  switch (combine.operator) {
    case 'mean': {
      const [only, ...others] = each
      if (others.length === 0 && only!.weight.integer === 1) return numeric(only!.sql, only!.size, SETTLED)
      const sum = weighed(each, ({ integer }) => integer, sheet)
      const taking = sql`nullif(${weightTaken(counted, sheet)}, ${number(0)})`
      return numeric(sql`(${sum.sql})\n  / ${taking}`, sum.size, SETTLED * 1e-20)
    }
    case 'sum': {
      const sum = weighed(each, ({ value }) => value, sheet)
      const bracketed = { ...sum, sql: sql`(${sum.sql})` }
      const all = counted.reduce((total, child) => total + child.weight.integer, 0)
      const added = combine.rescale
        ? times(bracketed, numeric(rescalingOf(counted, sheet), all, 1 / all), sheet)
        : bracketed
      return where(some, plus(constant(combine.from, sheet), added, sheet))
    }
    case 'product': {
      const factors = each.map((one) =>
        numeric(sql`coalesce(${one.sql}, ${number(1)})`, Math.max(1, one.size), SETTLED),
      )
      return where(
        some,
        factors.reduce((product, one) => times(product, one, sheet)),
      )
    }
    case 'min':
    case 'max':
      return numeric(best(combine.operator, values), Math.max(...each.map((one) => one.size)), SETTLED)
  }
}

/** The weight of those with points. */
export function weightTaken(counted: readonly Part[], { number }: Sheet): Sql {
  return joined(
    counted.map((child) => cases([[sql`${child.points} is not null`, number(child.weight.integer)]], number(0))),
    ' + ',
  )
}

/** How much a rescaled sum is stretched to make up for what has no points. */
export function rescalingOf(counted: readonly Part[], sheet: Sheet): Sql {
  const { number } = sheet
  const active = counted.map((child) => {
    const weight = number(child.weight.integer)
    return child.active === null ? weight : cases([[child.active, weight]], number(0))
  })
  return sql`((${joined(active, ' + ')}) / nullif(${weightTaken(counted, sheet)}, ${number(0)}))`
}

interface Weighted extends Combined {
  readonly weight: Part['weight']
}

/** The sum of weights times values, in the written order; what is missing adds nothing. */
function weighed(parts: readonly Weighted[], weightOf: (weight: Part['weight']) => number, sheet: Sheet): Said {
  const terms = parts.map((part) => {
    const value = numeric(part.sql, part.size, SETTLED)
    const weight = weightOf(part.weight)
    return weight === 1 ? value : times(constant(weight, sheet), value, sheet)
  })
  const sure = isSure(
    terms.reduce((sum, term) => sum + term.size, 0),
    sheet,
  )
  const zero = sheet.number(0)
  const each = terms.map((term, n) => ({
    ...term,
    sql: sure ? sql`coalesce(${bare(term.sql)}, ${zero})` : cases([[sql`${parts[n]!.sql} is null`, zero]], term.sql),
  }))
  return totalOf(each, sheet)
}

function where(some: Sql, value: Said): Said {
  return { ...value, sql: cases([[some, value.sql]]) }
}

/** Of those that are there: each beside the best so far, since engines disagree about `least` of what is missing. */
function best(operator: 'min' | 'max', points: readonly Sql[]): Sql {
  const [first, ...rest] = points
  if (first === undefined) return NULL
  if (rest.length === 0) return first
  const sign = operator === 'min' ? '<=' : '>='
  const rows = points.map((one): [Sql, Sql] => {
    const others = points.filter((other) => other !== one).map((other) => sql`coalesce(${one} ${sign} ${other}, true)`)
    return [sql`${one} is not null and ${joined(others, ' and ')}`, one]
  })
  return cases(rows)
}
