import type { Dialect } from './dialect.ts'
import type { Stage } from './sheet.ts'
import { stageText } from './stage.ts'

/** A query that others read by its name. */
export interface Cte {
  readonly name: string
  readonly text: string
}

/** Stages one above the other, the first over a table: only its own columns are read on. `widened` is read in the place of the first. */
export function ctesOf(stages: readonly Stage[], from: string, dialect: Dialect, widened?: Cte): readonly Cte[] {
  return stages.flatMap((stage, n) => {
    const before = n === 0 ? null : ((n === 1 ? widened?.name : undefined) ?? stages[n - 1]!.name)
    const own = { name: stage.name, text: stageText(stage, before, from, dialect) }
    return n === 0 && widened !== undefined ? [own, widened] : [own]
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
