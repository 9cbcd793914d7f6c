import type { Dialect } from './dialect.ts'
import type { Sql } from './sql.ts'

/** Whether a value is one of those listed; null where it is null. */
export function isListed(value: Sql, list: readonly Sql[], dialect: Dialect): Sql {
  return written(value, 'in', list, dialect)
}

export function isNotListed(value: Sql, list: readonly Sql[], dialect: Dialect): Sql {
  return written(value, 'not in', list, dialect)
}

function written(value: Sql, is: 'in' | 'not in', list: readonly Sql[], { listed }: Dialect): Sql {
  const texts = list.map(({ text }) => text)
  return { text: `${value.text} ${is} ${listed(texts)}`, uses: [...value.uses, ...list.flatMap(({ uses }) => uses)] }
}
