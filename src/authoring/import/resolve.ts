import type { Claim, Figure } from './claims.ts'
import { figuresOf } from './guess.ts'

/** A stretch of numbers that one band has. */
export interface Stretch {
  /** Index of the band, worst first. */
  readonly band: number
  readonly low: Figure | null
  readonly lowIncluded: boolean
  readonly high: Figure | null
  readonly highIncluded: boolean
}

export interface Resolution {
  /** Ascending, without gap or overlap. */
  readonly stretches: readonly Stretch[]
  /** Where a choice was made: which bands claimed the cell and which has it now. */
  readonly choices: readonly { readonly cell: string; readonly claimed: readonly number[]; readonly band: number }[]
}

/**
 * Applies the rule of transcription: a comparison, a single value and `n+` own their edge, a range takes what is left;
 * where two comparisons (or two ranges) claim a value the worse band has it; what nobody claims goes to the worse neighbour.
 * `domain` null is unbounded on that side.
 */
export function resolve(
  bands: readonly (readonly Claim[])[],
  domain: { readonly low: number | null; readonly high: number | null; readonly whole: boolean },
): Resolution {
  const edges = uniqueEdges(bands.flat())
  const cells = cellsOf(edges).filter((cell) => reachable(cell, domain))
  const owned = cells.map((cell) => ({ cell, ...ownerOf(cell, bands) }))
  const given = owned.map((item, at) => ({
    ...item,
    band:
      item.band ??
      neighbour(
        owned.map((other) => other.band),
        at,
      ),
  }))
  const choices = given.flatMap(({ cell, claimed, band }) =>
    claimed.length === 1 || band === null ? [] : [{ cell: nameOf(cell, domain.whole), claimed, band }],
  )
  return { stretches: merge(given.flatMap(({ cell, band }) => (band === null ? [] : [{ cell, band }]))), choices }
}

/** A point where `low` and `high` are the same figure, else all between them. */
interface Cell {
  readonly low: Figure | null
  readonly high: Figure | null
}

const isPoint = (cell: Cell): boolean => cell.low !== null && cell.low === cell.high

function uniqueEdges(claims: readonly Claim[]): readonly Figure[] {
  const byValue = new Map(claims.flatMap(figuresOf).map((at) => [at.value, at]))
  return [...byValue.values()].toSorted((a, b) => a.value - b.value)
}

function cellsOf(edges: readonly Figure[]): readonly Cell[] {
  return [
    { low: null, high: edges[0] ?? null },
    ...edges.flatMap((edge, at) => [
      { low: edge, high: edge },
      { low: edge, high: edges[at + 1] ?? null },
    ]),
  ]
}

function reachable(cell: Cell, domain: { low: number | null; high: number | null; whole: boolean }): boolean {
  const low = cell.low?.value ?? Number.NEGATIVE_INFINITY
  const high = cell.high?.value ?? Number.POSITIVE_INFINITY
  if (isPoint(cell)) return low >= (domain.low ?? low) && low <= (domain.high ?? low)
  if (high <= (domain.low ?? Number.NEGATIVE_INFINITY) || low >= (domain.high ?? Number.POSITIVE_INFINITY)) return false
  return !domain.whole || Math.floor(low) + 1 < high
}

function ownerOf(
  cell: Cell,
  bands: readonly (readonly Claim[])[],
): { readonly band: number | null; readonly claimed: readonly number[] } {
  const claiming = (owns: boolean): readonly number[] =>
    bands.flatMap((claims, band) =>
      claims.some((claim) => ownsEdge(claim) === owns && holds(claim, cell)) ? [band] : [],
    )
  const [strong, weak] = [claiming(true), claiming(false)]
  return {
    band: strong[0] ?? weak[0] ?? null,
    claimed: [...new Set([...strong, ...weak])].toSorted((a, b) => a - b),
  }
}

function ownsEdge(claim: Claim): boolean {
  return claim.kind !== 'between' || claim.exact
}

function holds(claim: Claim, cell: Cell): boolean {
  const low = cell.low?.value ?? Number.NEGATIVE_INFINITY
  const high = cell.high?.value ?? Number.POSITIVE_INFINITY
  const from = (at: number, included: boolean): boolean => (isPoint(cell) && !included ? low > at : low >= at)
  const to = (at: number, included: boolean): boolean => (isPoint(cell) && !included ? high < at : high <= at)
  switch (claim.kind) {
    case 'sign':
      return claim.sign.startsWith('>')
        ? from(claim.at.value, claim.sign === '>=')
        : to(claim.at.value, claim.sign === '<=')
    case 'between':
      return from(claim.low.value, !claim.above) && to(claim.high.value, !claim.under)
    case 'and more':
      return from(claim.low.value, true)
    case 'value':
      return isPoint(cell) && low === claim.at.value
    default:
      return false
  }
}

/** The worse of the nearest owners on both sides; null where nothing at all is claimed. */
function neighbour(owners: readonly (number | null)[], at: number): number | null {
  const sides = [
    owners.slice(0, at).findLast((owner) => owner !== null),
    owners.slice(at).find((owner) => owner !== null),
  ]
  const found = sides.filter((owner) => owner !== undefined && owner !== null)
  return found.length === 0 ? null : Math.min(...found)
}

function merge(cells: readonly { readonly cell: Cell; readonly band: number }[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  cells.forEach(({ cell, band }, at) => {
    const last = stretches.at(-1)
    const before = cells[at - 1]?.cell
    if (last?.band === band) {
      stretches[stretches.length - 1] = { ...last, high: cell.high, highIncluded: isPoint(cell) }
      return
    }
    // The lower neighbour ends where this one starts, whatever lay between them (in whole numbers, nothing did).
    if (last !== undefined && before !== undefined)
      stretches[stretches.length - 1] = { ...last, high: cell.low, highIncluded: !isPoint(cell) }
    stretches.push({
      band,
      low: before === undefined ? null : cell.low,
      lowIncluded: isPoint(cell),
      high: cell.high,
      highIncluded: isPoint(cell),
    })
  })
  const last = stretches.at(-1)
  if (last !== undefined) stretches[stretches.length - 1] = { ...last, high: null, highIncluded: false }
  return stretches
}

function nameOf(cell: Cell, whole: boolean): string {
  const text = (at: Figure): string => `${at.digits}${at.percent ? '%' : ''}`
  if (cell.low === null) return cell.high === null ? 'everything' : `below ${text(cell.high)}`
  if (cell.high === null) return `above ${text(cell.low)}`
  if (isPoint(cell)) return text(cell.low)
  return whole && cell.high.value - cell.low.value === 2
    ? String(cell.low.value + 1)
    : `between ${text(cell.low)} and ${text(cell.high)}`
}
