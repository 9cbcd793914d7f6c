import type { Found } from './backend.ts'
import type { TableCell } from './engines/index.ts'
import { exceptionFor } from './exceptions.ts'
import { valuesOf, type Outcome } from './outcome.ts'
import { rowShown, type Subject } from './subject.ts'

/** What a pair of back ends has been compared in so far. */
export interface Tally {
  readonly pair: string
  models: number
  /** Of those, the ones with a difference. */
  wrong: number
  rows: number
  values: number
  /** Scores that are not the same double, though within 1e-9. */
  near: number
  differences: number
  /** Values that differ where an exception is declared, by its name. */
  readonly declared: Map<string, number>
  /** The first ones, for people. */
  readonly shown: string[]
  /** What is refused, by model. */
  readonly refused: Map<string, readonly string[]>
}

export function tallyOf(pair: string): Tally {
  return {
    pair,
    models: 0,
    wrong: 0,
    rows: 0,
    values: 0,
    near: 0,
    differences: 0,
    shown: [],
    declared: new Map(),
    refused: new Map(),
  }
}

/** At most so many differences are shown of one model. */
const SHOWN = 3

/** Holds what a back end gives against what it ought to give. */
export function hold(into: Tally, subject: Subject, wanted: Outcome, found: Found): void {
  if (found.kind === 'outcome') compare(into, subject, wanted, found.outcome)
  else if (found.kind === 'failed') fail(into, subject, found.because)
  else into.refused.set(subject.name, found.because)
}

/** The same bands, texts and truths; numbers within 1e-9. */
function compare(into: Tally, subject: Subject, wanted: Outcome, found: Outcome): void {
  let shown = 0
  const keys = valuesOf(subject.model)
  const differ = (text: string): void => {
    into.differences++
    if (shown === 0) into.wrong++
    if (shown++ < SHOWN) into.shown.push(`${subject.name}: ${text}`)
  }
  into.models++
  if (found.rows.length > wanted.rows.length) differ(`${found.rows.length} rows instead of ${wanted.rows.length}`)
  for (const [at, row] of wanted.rows.entries()) {
    const other = found.rows[at]
    into.rows++
    if (other === undefined) {
      differ(`account ${at} is not there`)
      continue
    }
    if (other.length !== row.length) {
      differ(`${other.length} columns instead of ${row.length}`)
      break
    }
    for (const [k, value] of row.entries()) {
      const given = other[k]
      if (given === undefined || value === undefined) continue
      into.values++
      if (given === value || isSameZero(given, value)) continue
      const exception = isNear(given, value) ? null : exceptionFor(into.pair, subject, at)
      if (isNear(given, value)) into.near++
      else if (exception !== null) into.declared.set(exception, (into.declared.get(exception) ?? 0) + 1)
      else differ(differing(keys[k]!.key, given, value, rowShown(subject, at)))
    }
  }
}

function differing(what: string, given: TableCell, value: TableCell, row: string): string {
  return `${what} is ${JSON.stringify(given)}, not ${JSON.stringify(value)}, with ${row}`
}

/** A back end that gave nothing at all. */
function fail(into: Tally, subject: Subject, because: string): void {
  into.models++
  into.wrong++
  into.differences++
  into.shown.push(`${subject.name}: ${because}`)
}

function isSameZero(a: TableCell, b: TableCell): boolean {
  return a === 0 && b === 0
}

function isNear(a: TableCell, b: TableCell): boolean {
  return typeof a === 'number' && typeof b === 'number' && Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b))
}
