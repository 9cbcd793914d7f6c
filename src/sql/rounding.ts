import type { Rounding, Scale } from '../model/group.ts'
import { number } from './literals.ts'
import { sql, type Sql } from './sql.ts'

/** Half away from zero, up or down, on the decimal value: what lies within `guard` of a tie or a step is on it. `x` is a column. */
export function rounded(x: Sql, direction: Rounding['direction'], places: number, guard: Sql): Sql {
  const step = number(10 ** Math.abs(places))
  const scaled = (of: Sql): Sql => (places === 0 ? of : places > 0 ? sql`${of} * ${step}` : sql`${of} / ${step}`)
  const whole =
    direction === 'up'
      ? sql`ceil(${scaled(sql`(${x} - ${guard})`)})`
      : direction === 'down'
        ? sql`floor(${scaled(sql`(${x} + ${guard})`)})`
        : sql`sign(${x}) * floor(${scaled(sql`(abs(${x}) + ${guard})`)} + 0.5e0)`
  const back = places === 0 ? whole : places > 0 ? sql`${whole} / ${step}` : sql`${whole} * ${step}`
  // Never -0.
  return sql`(${back} + 0e0)`
}

/** The number a person sees of a score; `x` is a column. */
export function shownNumber(x: Sql, scale: Pick<Scale, 'decimals' | 'guard'>): Sql {
  return rounded(x, 'nearest', scale.decimals, number(scale.guard))
}
