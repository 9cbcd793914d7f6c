import type { Rounding, Scale } from '../model/group.ts'
import { isSure } from './arithmetic.ts'
import { LARGEST, numeric, type Said } from './said.ts'
import type { Sheet } from './sheet.ts'
import { cases, sql, type Sql } from './sql.ts'

export interface RoundingWithin extends Pick<Rounding, 'direction' | 'places'> {
  /** What lies within it of a tie or a step is on it. */
  readonly guard: Sql
}

/** Half away from zero, up or down, on the decimal value. `x` is a column. */
export function rounded({ sql: x, size }: Said, { direction, places, guard }: RoundingWithin, sheet: Sheet): Said {
  const { dialect, number } = sheet
  const by = 10 ** Math.abs(places)
  const step = number(by)
  const grown = places > 0 ? size * by : size
  const scaled = (of: Sql): Sql => (places === 0 ? of : places > 0 ? sql`${of} * ${step}` : sql`${of} / ${step}`)
  const toWhole = (change: 'floor' | 'ceil', of: Sql): Sql => ({ ...of, text: dialect[change](of.text, grown * 2) })
  const whole =
    direction === 'up'
      ? toWhole('ceil', scaled(sql`(${x} - ${guard})`))
      : direction === 'down'
        ? toWhole('floor', scaled(sql`(${x} + ${guard})`))
        : sql`sign(${x}) * ${toWhole('floor', sql`${scaled(sql`(abs(${x}) + ${guard})`)} + ${number(0.5)}`)}`
  const back = places === 0 ? whole : places > 0 ? sql`${whole} / ${step}` : sql`${whole} * ${step}`
  // Never -0.
  const plain = sql`(${back} + ${number(0)})`
  const least = places > 0 ? 1 / by : 1
  if (isSure(grown * 2, sheet)) return numeric(plain, grown * 2, least)
  return numeric(cases([[sql`abs(${x}) < ${number((LARGEST / by) * (1 - 1e-8))}`, plain]]), LARGEST, least)
}

/** The number a person sees of a score, which is a column. */
export function shownNumber(score: Said, scale: Pick<Scale, 'decimals' | 'guard'>, sheet: Sheet): Said {
  const { decimals: places, guard } = scale
  return rounded(score, { direction: 'nearest', places, guard: sheet.number(guard) }, sheet)
}
