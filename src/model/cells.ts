import { folded, holdsNumber, type Domain, type NumberDomain, type ValuesDomain } from './domain.ts'
import { numberWithin } from './number-within.ts'

/**
 * A piece of a domain on which every rule that mentions only the given cuts decides alike. Cells of a domain never
 * overlap and together are all of it, `missing` included: what is proved on one value of each is proved on all.
 */
export type Cell =
  | { readonly kind: 'point'; readonly at: number }
  | {
      readonly kind: 'stretch'
      /** null is unbounded. */
      readonly low: number | null
      readonly lowIncluded: boolean
      readonly high: number | null
      readonly highIncluded: boolean
      readonly whole: boolean
    }
  | { readonly kind: 'value'; readonly value: string | boolean }
  /** A text that no rule names; `besides` are those named. */
  | { readonly kind: 'other'; readonly besides: readonly string[] }
  | { readonly kind: 'missing' }

export const missingCell: Cell = { kind: 'missing' }

/**
 * The cells of a domain, in order, `missing` last. `cuts` are the numbers, or the values, where rules change.
 * Cuts outside the domain cut nothing; cells that hold no whole number are left out of a whole domain.
 */
export function cellsOf(domain: Domain, cuts: readonly (number | string | boolean)[]): readonly Cell[] {
  const cells =
    domain.kind === 'number'
      ? numberCells(
          domain,
          cuts.filter((cut) => typeof cut === 'number'),
        )
      : valueCells(
          domain,
          cuts.filter((cut) => typeof cut === 'string'),
        )
  return [...cells, missingCell]
}

/** The cells of numbers cut at `cuts`: each cut a point, and the open stretches between them; without `missing`. */
export function numberCells(domain: NumberDomain, cuts: readonly number[]): readonly Cell[] {
  // 2.5 is no count, but it still parts 2 from 3.
  const inside = [...new Set(cuts)]
    .filter((cut) => holdsNumber({ ...domain, whole: false }, cut))
    .toSorted((a, b) => a - b)
  const cells: Cell[] = []
  let low = domain.low
  let lowIncluded = domain.lowIncluded
  for (const cut of inside) {
    cells.push({ kind: 'stretch', low, lowIncluded, high: cut, highIncluded: false, whole: domain.whole })
    if (holdsNumber(domain, cut)) cells.push({ kind: 'point', at: cut })
    low = cut
    lowIncluded = false
  }
  const { high, highIncluded, whole } = domain
  cells.push({ kind: 'stretch', low, lowIncluded, high, highIncluded, whole })
  return cells.filter((cell) => cell.kind !== 'stretch' || numberWithin(cell) !== null)
}

function valueCells(domain: ValuesDomain, named: readonly string[]): readonly Cell[] {
  if (!domain.open) return domain.values.map((value) => ({ kind: 'value', value }))
  const besides = [...new Map(named.map((text) => [folded(text), text])).values()]
  return [...besides.map((value): Cell => ({ kind: 'value', value })), { kind: 'other', besides }]
}

/** Whether a value (null is missing) lies in the cell. */
export function cellHolds(cell: Cell, value: number | string | boolean | null): boolean {
  switch (cell.kind) {
    case 'missing':
      return value === null || Number.isNaN(value)
    case 'point':
      return value === cell.at
    case 'stretch':
      return typeof value === 'number' && holdsNumber({ ...cell, kind: 'number' }, value)
    case 'value':
      return typeof cell.value === 'string'
        ? typeof value === 'string' && folded(value) === folded(cell.value)
        : value === cell.value
    case 'other':
      return typeof value === 'string' && cell.besides.every((named) => folded(named) !== folded(value))
  }
}

/** A value that stands for the cell in a test: an edge itself, the simplest number well inside, a text; null is missing. */
export function witnessOf(cell: Cell): number | string | boolean | null {
  switch (cell.kind) {
    case 'missing':
      return null
    case 'point':
      return cell.at
    case 'value':
      return cell.value
    case 'stretch':
      return numberWithin(cell)
    case 'other':
      return unlike(cell.besides)
  }
}

function unlike(texts: readonly string[]): string {
  const taken = new Set(texts.map(folded))
  let text = 'other'
  for (let n = 2; taken.has(text); n++) text = `other ${n}`
  return text
}
