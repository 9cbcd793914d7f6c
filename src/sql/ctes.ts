import type { Dialect } from './dialect.ts'
import { identifier, type Stage } from './sheet.ts'

/** A query that others read by its name. */
export interface Cte {
  readonly name: string
  readonly text: string
}

/** Stages one above the other, the first over a table: only its own columns are read on. */
export function ctesOf(stages: readonly Stage[], from: string, dialect: Dialect): readonly Cte[] {
  return stages.map(({ name, columns }, n) => {
    const lines = columns.map(
      (column) => `${column.value.text.replaceAll('\n', '\n    ')} as ${identifier(dialect, column.name)}`,
    )
    const source = n === 0 ? from : stages[n - 1]!.name
    const text = `select\n    ${[...(n === 0 ? [] : ['*']), ...lines].join(',\n    ')}\n  from ${source}${dialect.fence}`
    return { name, text }
  })
}

/** `with a as (…), b as (…)`, the beginning of a query. */
export function withCtes(ctes: readonly Cte[]): string {
  return `with\n${ctes.map(({ name, text }) => `${name} as (\n  ${text}\n)`).join(',\n')}\n`
}

/** A table by its name, each part quoted. */
export function tableNamed(parts: readonly string[], dialect: Dialect): string {
  return parts.map((part) => dialect.quoted(part)).join('.')
}
