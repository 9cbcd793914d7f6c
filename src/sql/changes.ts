import type { Dimension, Modifier, Rounding } from '../model/group.ts'
import { bandNamed, byRank } from './banding.ts'
import { condition, finite, numberOf, say } from './expression.ts'
import { numeric, type Said } from './said.ts'
import { number } from './literals.ts'
import type { Place } from './place.ts'
import { rounded } from './rounding.ts'
import type { Phase } from './sheet.ts'
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
  let now: Changed = { points: calculated.sql, size: calculated.size, band: null }
  let steps = 0
  const step = (value: Sql, size: number): void => {
    now = { ...now, points: place.define(path, `step_${++steps}`, 'number', phase, value), size }
  }
  if (round !== null || modifiers.length > 0 || inside !== null) step(now.points, now.size)
  if (round !== null) {
    const size = now.size * 10 ** Math.abs(round.places)
    const whole = rounded(now.points, round.direction, round.places, number(round.guard))
    step(orBefore(numeric(whole, size), now.points, place), Math.max(size, now.size))
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
      const after = changedBy(modifier.kind, numeric(before, now.size), amount)
      if (modifier.kind === 'cap' || modifier.kind === 'floor') {
        const beyond = sql`${before} ${modifier.kind === 'cap' ? '>' : '<'} ${amount.sql}`
        step(cases([[sql`${applies} and ${beyond}`, amount.sql]], before), Math.max(now.size, amount.size))
      } else {
        const taken = numeric(cases([[applies, after.sql]]), after.size)
        step(orBefore(taken, before, place), Math.max(after.size, now.size))
      }
    }
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
  return sql`coalesce(${finite(after, sheet).sql}, ${before})`
}

function changedBy(kind: Modifier['kind'], before: Said, amount: Said): Said {
  if (kind === 'multiply') return numeric(sql`${before.sql} * ${amount.sql}`, before.size * amount.size)
  return numeric(sql`${before.sql} ${kind === 'penalty' ? '-' : '+'} ${amount.sql}`, before.size + amount.size)
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
  if (given.kind === 'text') return bandNamed(bands, given.sql, place)
  if (given.kind === 'number') {
    return byRank(
      given.sql,
      bands.map((band) => sql`${text(band.name)}`),
    )
  }
  return NULL
}
