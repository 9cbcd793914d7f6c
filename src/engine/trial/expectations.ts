import type { Explanation } from '../../model/explanation.ts'
import { dimensionAt, measureAt } from '../../model/explanation-parts.ts'
import type { Model, Segment } from '../../model/model.ts'
import type { Expectation, Literal } from '../../model/test.ts'
import { isoDate } from '../days.ts'
import { fold } from '../value.ts'

/** What came of one expectation, in words. */
export interface Verified {
  readonly met: boolean
  readonly expected: string
  readonly got: string
}

/** Holds an expectation against an account's explanation. `segment` is the one it was scored in. */
export function verify(expected: Expectation, found: Explanation, model: Model, segment: Segment | null): Verified {
  switch (expected.kind) {
    case 'band': {
      const band = partAt(found, expected.of)?.band ?? null
      return words(band === expected.band, expected.band, band ?? withoutBand(found, expected.of))
    }
    case 'number': {
      const part = partAt(found, expected.of)
      const { low, high } = segment?.root.scale ?? { low: 0, high: 10 }
      const within = expected.within ?? 1e-9 * (high - low)
      const number = part?.points ?? null
      const met = number !== null && Math.abs(number - expected.value) <= within
      return words(met, String(expected.value), number === null ? withoutBand(found, expected.of) : String(number))
    }
    case 'shown':
      return words(found.shown === expected.shown, `score shown ${expected.shown}`, found.shown ?? 'no score')
    case 'state': {
      const state = partAt(found, expected.of)?.state ?? 'nothing of that name'
      return words(state === expected.state, STATES[expected.state] ?? expected.state, STATES[state] ?? state)
    }
    case 'no score':
      return words(found.score === null && found.band === null, 'no score', `score ${found.shown ?? found.band ?? ''}`)
    case 'segment':
      return words(found.segment === expected.name, expected.name ?? 'no segment', found.segment ?? 'no segment')
    case 'coverage': {
      const met = found.coverage !== null && Math.abs(found.coverage - expected.value) <= (expected.within ?? 1e-9)
      return words(
        met,
        `coverage ${expected.value}`,
        found.coverage === null ? 'no coverage' : `coverage ${found.coverage}`,
      )
    }
    case 'indicator': {
      const holds = found.indicators.some((one) => fold(one.label) === fold(expected.label))
      const indicator = (yes: boolean): string => `${yes ? '' : 'no '}indicator "${expected.label}"`
      return words(holds === expected.holds, indicator(expected.holds), indicator(holds))
    }
    case 'result':
      return verifyResult(expected, found, model)
  }
}

/** A part of an explanation, whatever it is: the whole for '', else a dimension or measure by its path. */
export interface Part {
  readonly state: string
  readonly points: number | null
  readonly band: string | null
}

export function partAt(found: Explanation, path: string): Part | null {
  if (path === '') return { state: found.score === null ? 'missing' : 'scored', points: found.score, band: found.band }
  const measure = measureAt(found, path)
  if (measure !== null) return measure
  const dimension = dimensionAt(found, path)
  return dimension === null ? null : { ...dimension, points: dimension.score }
}

/** The states in the words of the language. */
const STATES: Readonly<Record<string, string>> = {
  scored: 'scored',
  missing: 'missing',
  stale: 'stale',
  notApplicable: 'unscored',
  off: 'off',
}

function withoutBand(found: Explanation, path: string): string {
  if (path === '') return found.segment === null ? 'no segment' : 'no score'
  const state = partAt(found, path)?.state
  return state === undefined ? 'nothing of that name' : (STATES[state] ?? state)
}

function verifyResult(expected: Extract<Expectation, { kind: 'result' }>, found: Explanation, model: Model): Verified {
  const got = found.results[expected.name] ?? null
  const type = model.results.find((result) => result.name === expected.name)?.formula.type
  const wanted = type === 'date' && typeof expected.value === 'number' ? isoDate(expected.value) : expected.value
  return words(sameLiteral(got, wanted, expected.within), `${expected.name} ${say(wanted)}`, say(got))
}

function sameLiteral(got: Literal, wanted: Literal, within: number | null): boolean {
  if (typeof got === 'number' && typeof wanted === 'number')
    return Math.abs(got - wanted) <= (within ?? 1e-9 * Math.max(1, Math.abs(wanted)))
  return typeof got === 'string' && typeof wanted === 'string' ? fold(got) === fold(wanted) : got === wanted
}

function say(value: Literal): string {
  if (value === null) return 'missing'
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

function words(met: boolean, expected: string, got: string): Verified {
  return { met, expected, got }
}
