import type { Dialect } from './dialect.ts'
import { identifier, type Column, type Stage } from './sheet.ts'

/** A stage as a query: all columns of the stage before, where there is one, and its own. */
export function stageText({ columns }: Stage, before: string | null, table: string, dialect: Dialect): string {
  const called = (column: Column): string => identifier(dialect, column.name)
  const line = (column: Column): string => `${column.value.text.replaceAll('\n', '\n    ')} as ${called(column)}`
  const plain = columns.filter(({ over }) => over === null).map(line)
  const families = byFamily(columns)
  if (families.length === 0 || before === null) {
    const chosen = [...(before === null ? [] : ['*']), ...plain]
    return `select\n    ${chosen.join(',\n    ')}\n  from ${before ?? table}${dialect.fence}`
  }
  const chosen = families.flatMap((own, at) => own.map((column) => `children_${at + 1}.${called(column)}`))
  const joins = families.map((own, at) => {
    const { account, parent } = own[0]!.over!
    const alias = `children_${at + 1}`
    const inner = [`${parent.text} as of_parent`, ...own.map(line)].join(',\n      ')
    return `  left join (
    select
      ${inner}
    from ${before}
    where ${parent.text} <> ${account.text}
    group by ${parent.text}
  ) as ${alias} on ${alias}.of_parent = each_row.${account.text}`
  })
  return `select
    ${['each_row.*', ...plain, ...chosen].join(',\n    ')}
  from ${before} as each_row
${joins.join('\n')}${dialect.fence}`
}

/** Columns aggregated over the same children, together. */
function byFamily(columns: readonly Column[]): readonly (readonly Column[])[] {
  const families = new Map<string, Column[]>()
  for (const column of columns) {
    if (column.over === null) continue
    const key = `${column.over.account.text} ${column.over.parent.text}`
    families.set(key, [...(families.get(key) ?? []), column])
  }
  return [...families.values()]
}
