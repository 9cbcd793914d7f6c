import type { Dimension, Modifier, Rounding } from '../model/group.ts'
import type { OverrideRow } from '../model/override.ts'
import { findBand } from './bands.ts'
import { evaluateExpression, holds, numberOf, type Scope } from './expression.ts'
import { round } from './rounding.ts'
import type { Step } from './scored.ts'
import { finite } from './value.ts'

/** What changes a number after it is calculated, in the order of the fields. */
export interface Changes {
  readonly round: Rounding | null
  readonly modifiers: readonly Modifier[]
  /** What people gave. */
  readonly overrides: readonly OverrideRow[]
  /** Held inside afterwards; null where no scale was declared. */
  readonly inside: { readonly low: number; readonly high: number } | null
}

/** A number after its changes; `band` is set where an override says so. */
export interface Changed {
  readonly points: number | null
  readonly band: string | null
  readonly steps: readonly Step[]
}

/** Rounds, modifies, overrides and holds inside the scale. `bands` is the dimension whose ladder overrides name. */
export function applyChanges(calculated: number | null, changes: Changes, bands: Dimension, scope: Scope): Changed {
  let now: Changed = { points: calculated, band: null, steps: [] }
  const take = (step: Step | null): void => {
    if (step === null) return
    // A later override replaces an earlier one: a number without a band is judged anew.
    now = { points: step.after, band: step.kind === 'override' ? step.band : now.band, steps: [...now.steps, step] }
  }
  if (changes.round !== null) take(rounded(now.points, changes.round))
  for (const modifier of changes.modifiers) take(modified(now.points, modifier, bands, scope))
  for (const row of changes.overrides) take(overridden(now.points, row, bands, scope.asOf))
  if (changes.inside !== null) take(heldInside(now.points, changes.inside))
  return now
}

const PLAIN = { band: null, because: null, until: null, author: null }

function rounded(before: number | null, by: Rounding): Step | null {
  if (before === null) return null
  const after = finite(round(before, by.direction, by.places, by.guard))
  return after === null || after === before ? null : { kind: 'rounding', before, after, ...PLAIN }
}

function heldInside(before: number | null, inside: { readonly low: number; readonly high: number }): Step | null {
  if (before === null) return null
  const after = Math.min(Math.max(before, inside.low), inside.high)
  return after === before ? null : { kind: 'scale', before, after, ...PLAIN }
}

function modified(before: number | null, modifier: Modifier, bands: Dimension, scope: Scope): Step | null {
  if (modifier.when !== null && !holds(modifier.when, scope)) return null
  const until = modifier.until === null ? null : numberOf(modifier.until, scope)
  if (!isInForce(until, scope.asOf)) return null
  const because = reasonOf(modifier, scope)
  if (modifier.reasonRequired && because === null) return null
  const amount = modifier.amount === null ? null : numberOf(modifier.amount, scope)
  const step = { kind: modifier.kind, before, because, until, author: null }
  if (modifier.kind === 'override') {
    const band = bandOf(modifier, bands, scope)
    if (modifier.amount === null ? band === null : amount === null) return null
    return { ...step, after: amount ?? before, band }
  }
  if (before === null || amount === null) return null
  const after = changedBy(modifier.kind, before, amount)
  return after === null ? null : { ...step, after, band: null }
}

function changedBy(kind: Exclude<Modifier['kind'], 'override'>, before: number, amount: number): number | null {
  switch (kind) {
    case 'bonus':
      return finite(before + amount)
    case 'penalty':
      return finite(before - amount)
    case 'multiply':
      return finite(before * amount)
    case 'cap':
      return Math.min(before, amount)
    case 'floor':
      return Math.max(before, amount)
  }
}

/** The reason of this account's column, else the one written. A blank reason is none. */
function reasonOf(modifier: Modifier, scope: Scope): string | null {
  const given = modifier.becauseFrom === null ? null : evaluateExpression(modifier.becauseFrom.expression, scope)
  return typeof given === 'string' ? given.trim() : nonBlank(modifier.because)
}

function bandOf(modifier: Modifier, bands: Dimension, scope: Scope): string | null {
  if (modifier.bandFrom === null) return modifier.band
  const given = evaluateExpression(modifier.bandFrom.expression, scope)
  if (typeof given === 'number') return bands.bands[given]?.name ?? null
  return typeof given === 'string' ? (findBand(bands.bands, given)?.name ?? null) : null
}

function overridden(before: number | null, row: OverrideRow, bands: Dimension, asOf: number | null): Step | null {
  if (!isInForce(row.expiry, asOf) || (row.date !== null && asOf !== null && asOf < row.date)) return null
  const band = row.band === null ? null : (findBand(bands.bands, row.band)?.name ?? null)
  if (row.score === null && band === null) return null
  return {
    kind: 'override',
    before,
    after: row.score ?? before,
    band,
    because: nonBlank(row.reason),
    until: row.expiry,
    author: row.author,
  }
}

/** Not past its last day. Without a scoring date what has a last day is not in force. */
function isInForce(until: number | null, asOf: number | null): boolean {
  return until === null || (asOf !== null && until >= asOf)
}

function nonBlank(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}
