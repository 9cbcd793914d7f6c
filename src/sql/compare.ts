import type { Comparison } from '../model/expression.ts'
import type { Reader, Said } from './said.ts'
import { tooFarApart } from './arithmetic.ts'
import { cases, sql, UNKNOWN, type Sql } from './sql.ts'

/** Missing where a side is, or where the sides are of different kinds. Numbers within the guard are equal for all six operators. */
export function compared(operator: Comparison, left: Said, right: Said, guard: number, reader: Reader): Sql {
  if (left.kind === 'nothing' || left.kind !== right.kind) return UNKNOWN
  const sign = operator === '!=' ? '<>' : operator
  if (left.kind === 'text' && sign !== '=' && sign !== '<>') {
    reader.refuse('an order of texts')
    return UNKNOWN
  }
  if (left.kind !== 'number' || guard === 0) return sql`(${left.sql} ${sign} ${right.sql})`
  const a = reader.sheet.once(left.sql, 'number')
  const b = reader.sheet.once(right.sql, 'number')
  const apart = tooFarApart(left, right, a, b, reader.sheet)
  const met = meeting(operator, a, b, guard, reader)
  return apart === null ? met : cases([[apart, sql`${a} ${sign} ${b}`]], met)
}

function meeting(operator: Comparison, a: Sql, b: Sql, guard: number, { sheet: { number } }: Reader): Sql {
  const within = sql`${number(guard)} * greatest(${number(1)}, abs(${a}), abs(${b}))`
  switch (operator) {
    case '=':
      return sql`(abs(${a} - ${b}) <= ${within})`
    case '!=':
      return sql`(abs(${a} - ${b}) > ${within})`
    case '<':
      return sql`(${b} - ${a} > ${within})`
    case '<=':
      return sql`(${a} - ${b} <= ${within})`
    case '>':
      return sql`(${a} - ${b} > ${within})`
    case '>=':
      return sql`(${b} - ${a} <= ${within})`
  }
}
