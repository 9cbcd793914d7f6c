import type { Dimension, Modifier, Rounding } from '../model/group.ts'
import { minus, plus, SETTLED, settled, times } from './arithmetic.ts'
import { bandNamed, byRank } from './banding.ts'
import { condition, finite, numberOf, say } from './expression.ts'
import { LARGEST, numeric, type Said } from './said.ts'
import type { Place } from './place.ts'
import { rounded } from './rounding.ts'
import type { Phase, Sheet } from './sheet.ts'
import { cases, joined, NULL, sql, type Sql } from './sql.ts'

/** A number after rounding and modifiers. */
export interface Changed {
  readonly points: Sql
  readonly size: number
  /** Set by an override; null where none can. */
  readonly band: Sql | null
}

export interface Changing {
  readonly path: string
  readonly phase: Phase
  readonly round: Rounding | null
  readonly modifiers: readonly Modifier[]
  /** The dimension whose bands an override names. */
  readonly bands: Dimension
  /** Held inside afterwards; null where no scale was declared. */
  readonly inside: { readonly low: number; readonly high: number } | null
}

/** What makes of a number what counts, one column a step, in the written order. */
export function change(calculated: Said, changing: Changing, place: Place): Changed {
  const { path, phase, round, modifiers, inside } = changing
  const { sheet } = place
  const { number } = sheet
  let now: Changed = { points: calculated.sql, size: calculated.size, band: null }
  let steps = 0
  const step = (value: Sql, size: number): void => {
    now = { ...now, points: place.define(path, `step_${++steps}`, 'number', phase, value), size }
  }
  const people = place.overrides?.reaches(path) === true ? place.overrides.of(path, changing.bands.bands) : null
  if (round !== null || modifiers.length > 0 || inside !== null || people !== null) step(now.points, now.size)
  if (round !== null) {
    const whole = rounded(pointsSaid(now), { ...round, guard: number(round.guard) }, sheet)
    step(orBefore(whole, now.points, place), Math.max(whole.size, now.size))
  }
  for (const modifier of modifiers) {
    const applies = place.define(path, `applies_${steps}`, 'truth', phase, inForce(modifier, place))
    const before = now.points
    const amount = modifier.amount === null ? null : numberOf(modifier.amount, place.reader)
    if (modifier.kind === 'override') {
      const band = bandSet(modifier, changing.bands, place)
      const given = modifier.amount === null ? band : (amount?.sql ?? NULL)
      const takes = place.define(path, `takes_${steps}`, 'truth', phase, sql`(${applies} and ${given} is not null)`)
      const set = cases([[takes, band]], now.band)
      now = { ...now, band: place.define(path, `band_${steps}`, 'text', phase, set) }
      if (amount !== null) step(cases([[takes, amount.sql]], before), Math.max(now.size, amount.size))
      else steps++
    } else if (amount !== null && amount.kind === 'number') {
      const after = changedBy(modifier.kind, pointsSaid(now), amount, sheet)
      if (modifier.kind === 'cap' || modifier.kind === 'floor') {
        const beyond = sql`${before} ${modifier.kind === 'cap' ? '>' : '<'} ${amount.sql}`
        step(cases([[sql`${applies} and ${beyond}`, amount.sql]], before), Math.max(now.size, amount.size))
      } else {
        const taken = { ...after, sql: cases([[applies, after.sql]]) }
        step(orBefore(taken, before, place), Math.max(after.size, now.size))
      }
    }
  }
  if (people !== null) {
    const set = cases([[people.given, people.band]], now.band)
    now = { ...now, band: place.define(path, `band_${steps}`, 'text', phase, set) }
    step(sql`coalesce(${settled(numeric(people.score), sheet).sql}, ${now.points})`, LARGEST)
  }
  if (inside !== null) {
    const { low, high } = inside
    const held = cases(
      [
        [sql`${now.points} < ${number(low)}`, number(low)],
        [sql`${now.points} > ${number(high)}`, number(high)],
      ],
      now.points,
    )
    now = { ...now, points: held, size: Math.max(Math.abs(low), Math.abs(high)) }
  }
  return { ...now, size: Math.min(now.size, Number.MAX_VALUE) }
}

/** What is not finite changes nothing. */
function orBefore(after: Said, before: Sql, { sheet }: Place): Sql {
  return sql`coalesce(${settled(finite(after, sheet), sheet).sql}, ${before})`
}

function pointsSaid({ points, size }: Changed): Said {
  return numeric(points, size, SETTLED)
}

function changedBy(kind: Modifier['kind'], before: Said, amount: Said, sheet: Sheet): Said {
  const apply = kind === 'multiply' ? times : kind === 'penalty' ? minus : plus
  return apply(before, amount, sheet)
}

/** Whether its condition, its last day and its reason let it apply: never null. */
function inForce({ when, until, becauseFrom, because, reasonRequired }: Modifier, place: Place): Sql {
  const { reader } = place
  const tests: Sql[] = []
  if (when !== null) tests.push(sql`coalesce(${condition(when, reader)}, false)`)
  if (until !== null) {
    const last = numberOf(until, reader)
    const { asOf } = reader
    if (last.kind === 'number') {
      tests.push(asOf === null ? sql`(${last.sql} is null)` : sql`coalesce(${last.sql} >= ${asOf}, true)`)
    }
  }
  if (reasonRequired) {
    const given = becauseFrom === null ? null : say(becauseFrom, reader)
    const written = because !== null && because.trim() !== ''
    if (!written) tests.push(given?.kind === 'text' ? sql`(${given.sql} is not null)` : sql`false`)
  }
  return tests.length === 0 ? sql`true` : sql`(${joined(tests, ' and ')})`
}

function bandSet(modifier: Modifier, { bands }: Dimension, place: Place): Sql {
  const { text } = place.sheet.dialect
  if (modifier.bandFrom === null) return modifier.band === null ? NULL : sql`${text(modifier.band)}`
  const given = say(modifier.bandFrom, place.reader)
  if (given.kind === 'text') return bandNamed(bands, given.sql, place.sheet)
  if (given.kind === 'number') {
    return byRank(
      given.sql,
      bands.map((band) => sql`${text(band.name)}`),
    )
  }
  return NULL
}
