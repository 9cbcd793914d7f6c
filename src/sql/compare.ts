import type { Comparison } from '../model/expression.ts'
import type { Reader, Said } from './said.ts'
import { number } from './literals.ts'
import { sql, UNKNOWN, type Sql } from './sql.ts'

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
  const within = sql`${number(guard)} * greatest(1e0, abs(${a}), abs(${b}))`
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
