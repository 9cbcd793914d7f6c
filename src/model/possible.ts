import { holdsNumber, type Domain, type NumberDomain } from './domain.ts'
import type { Cell } from './cells.ts'

/**
 * All that a value can be, as far as is known: never too little, perhaps too much. `missing` and `present` say whether
 * it can be missing and whether it can be anything else.
 */
export type Possible = PossibleNumbers | PossibleTruth | PossibleTexts

export interface PossibleNumbers {
  readonly kind: 'numbers'
  readonly range: NumberDomain
  readonly missing: boolean
  readonly present: boolean
}

export interface PossibleTruth {
  readonly kind: 'truth'
  readonly yes: boolean
  readonly no: boolean
  readonly missing: boolean
}

export interface PossibleTexts {
  readonly kind: 'texts'
  /** null: any text. */
  readonly values: readonly string[] | null
  /** Texts it is not, where `values` is null. */
  readonly besides: readonly string[]
  readonly missing: boolean
}

/** What a value of this domain can be. */
export function possibleOf(domain: Domain, missing: boolean): Possible {
  if (domain.kind === 'number') return { kind: 'numbers', range: domain, missing, present: true }
  const texts = domain.values.filter((value) => typeof value === 'string')
  if (domain.open || texts.length > 0)
    return { kind: 'texts', values: domain.open ? null : texts, besides: [], missing }
  return { kind: 'truth', yes: true, no: true, missing }
}

/** What a value in this cell of this domain can be. */
export function possibleIn(cell: Cell, domain: Domain): Possible {
  switch (cell.kind) {
    case 'point':
      return exactly(cell.at)
    case 'stretch':
      return { kind: 'numbers', range: tightened({ ...cell, kind: 'number' }), missing: false, present: true }
    case 'other':
      return { kind: 'texts', values: null, besides: cell.besides, missing: false }
    case 'value':
      return typeof cell.value === 'boolean'
        ? truth(cell.value, !cell.value, false)
        : { kind: 'texts', values: [cell.value], besides: [], missing: false }
    case 'missing':
      return absent(domain)
  }
}

/** Certainly missing, of the kind a domain has. */
function absent(domain: Domain): Possible {
  const any = possibleOf(domain, true)
  if (any.kind === 'numbers') return { ...any, present: false }
  return any.kind === 'truth' ? truth(false, false, true) : { ...any, values: [] }
}

export function exactly(value: number): PossibleNumbers {
  return { kind: 'numbers', range: closed(value, value, Number.isInteger(value)), missing: false, present: true }
}

export function truth(yes: boolean, no: boolean, missing: boolean): PossibleTruth {
  return { kind: 'truth', yes, no, missing }
}

/** The numbers from `low` to `high`, both included; null is unbounded. */
export function closed(low: number | null, high: number | null, whole: boolean): NumberDomain {
  return { kind: 'number', low, lowIncluded: low !== null, high, highIncluded: high !== null, whole }
}

/** Of whole numbers the bounds are whole and included: above 2 and below 4 there is only 3. */
function tightened(range: NumberDomain): NumberDomain {
  if (!range.whole) return range
  const low = range.low === null ? null : range.lowIncluded ? Math.ceil(range.low) : Math.floor(range.low) + 1
  const high = range.high === null ? null : range.highIncluded ? Math.floor(range.high) : Math.ceil(range.high) - 1
  return closed(low, high, true)
}

/** Whether two stretches have a number in common. */
export function meet(a: NumberDomain, b: NumberDomain): boolean {
  return mayBeBelow(a, b, true) && mayBeBelow(b, a, true)
}

/** Whether some number of `a` lies below some number of `b` (or, with `orEqual`, is equal to one). */
export function mayBeBelow(a: NumberDomain, b: NumberDomain, orEqual: boolean): boolean {
  if (a.low === null || b.high === null) return true
  return a.low < b.high || (orEqual && a.low === b.high && a.lowIncluded && b.highIncluded)
}

/** Whether the possible value can lie in the cell. */
export function mayLieIn(possible: Possible, cell: Cell): boolean {
  if (cell.kind === 'missing') return possible.missing
  switch (possible.kind) {
    case 'numbers':
      if (!possible.present) return false
      return cell.kind === 'point'
        ? meet(possible.range, closed(cell.at, cell.at, false)) &&
            (!possible.range.whole || holdsNumber(possible.range, cell.at))
        : cell.kind === 'stretch' && meet(possible.range, { ...cell, kind: 'number' })
    case 'truth':
      return cell.kind === 'value' && (cell.value === true ? possible.yes : possible.no)
    case 'texts':
      return true
  }
}
