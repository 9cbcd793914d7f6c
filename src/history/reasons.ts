import type { KeptPart, KeptSnapshot } from './history.ts'
import { textAt } from './rows.ts'

/** One measure's part in the change of a score, or of a dimension's score. */
export interface Reason {
  /** The measure's path; null for what no measure accounts for: bonuses, penalties, caps, rounding, overrides. */
  readonly measure: string | null
  readonly from: Standing
  readonly to: Standing
  /** Points of what changed; the shares of all reasons add up to the change, to the last of six decimals. */
  readonly share: number
}

/** How a measure stood; all null where it was not there. */
export interface Standing {
  readonly value: string | null
  readonly band: string | null
  readonly points: number | null
}

/** A row of a snapshot. */
export interface At {
  readonly snapshot: KeptSnapshot
  readonly row: number
}

const NOWHERE: Standing = { value: null, band: null, points: null }

/** Why the score at `path` ('' is the whole) changed between two snapshots of an account; what weighs most comes first. */
export function reasonsOf(from: At, to: At, path: string, bands: readonly string[]): readonly Reason[] {
  const change = unitsOf(scoreAt(to, path)) - unitsOf(scoreAt(from, path))
  const reasons = measuresBelow(from, to, path).map((measure) => ({
    measure,
    from: standingOf(from, measure, bands),
    to: standingOf(to, measure, bands),
    units: unitsOf(broughtIn(to, measure, path)) - unitsOf(broughtIn(from, measure, path)),
  }))
  const counted = reasons.filter(({ units }) => units !== 0).toSorted((a, b) => Math.abs(b.units) - Math.abs(a.units))
  const rest = change - counted.reduce((sum, { units }) => sum + units, 0)
  // What is left of rounding to units belongs to the measure that weighs most.
  const isNoise = counted.length > 0 && Math.abs(rest) <= reasons.length
  return [
    ...counted.map(({ units, ...reason }, at) => ({
      ...reason,
      share: (units + (isNoise && at === 0 ? rest : 0)) / UNITS,
    })),
    ...(rest === 0 || isNoise ? [] : [{ measure: null, from: NOWHERE, to: NOWHERE, share: rest / UNITS }]),
  ]
}

/** The score at a path; NaN where there is none. */
export function scoreAt({ snapshot, row }: At, path: string): number {
  return (path === '' ? snapshot.score : snapshot.parts.get(path)?.points)?.[row] ?? NaN
}

/** Shares are counted in millionths of a point, so that their sum is exact. */
const UNITS = 1e6

function unitsOf(points: number): number {
  return Number.isNaN(points) ? 0 : Math.round(points * UNITS)
}

function measuresBelow(from: At, to: At, path: string): readonly string[] {
  const paths = [...new Set([...from.snapshot.parts, ...to.snapshot.parts].map(([name]) => name))]
  return paths
    .filter((name) => isMeasure(from, name) || isMeasure(to, name))
    .filter((name) => path === '' || name.startsWith(`${path}.`))
}

function isMeasure({ snapshot }: At, path: string): boolean {
  return snapshot.parts.get(path)?.kind === 'measure'
}

function standingOf({ snapshot, row }: At, path: string, bands: readonly string[]): Standing {
  const part = snapshot.parts.get(path)
  if (part === undefined) return NOWHERE
  const points = part.points[row]!
  return {
    value: part.value && textAt(part.value, row),
    band: bands[part.band[row]!] ?? null,
    points: Number.isNaN(points) ? null : points,
  }
}

/** Points that a measure brought into the score at `path`. */
function broughtIn({ snapshot, row }: At, measure: string, path: string): number {
  const part: KeptPart | undefined = snapshot.parts.get(measure)
  const whole = path === '' ? 1 : snapshot.parts.get(path)?.weight[row]
  // Of a dimension that weighs nothing, what its measures brought in is not known.
  return part === undefined || !whole ? NaN : part.contribution[row]! / whole
}
