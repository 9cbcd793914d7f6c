import { plan, type Plan } from '../../engine/kernels/plan.ts'
import { score } from '../../engine/kernels/score.ts'
import type { Scores } from '../../engine/kernels/scores.ts'
import type { Columns } from '../../model/columns.ts'
import type { Model } from '../../model/model.ts'

/** What publishing one version in place of another does to real accounts. */
export interface Impact {
  readonly accounts: number
  /** How many get another score, another band, another segment; an account may be in all three. */
  readonly moved: { readonly score: number; readonly band: number; readonly segment: number }
  /** How many go from a band to a band, unmoved ones included; null is no band. Most accounts first. */
  readonly bands: readonly { readonly from: string | null; readonly to: string | null; readonly count: number }[]
  /** Accounts that move, the largest change first; those that gain or lose their score stand before all others. */
  readonly movers: readonly Mover[]
}

export interface Mover {
  /** 0-based. */
  readonly row: number
  readonly account: string | null
  readonly score: Turn<number>
  readonly band: Turn<string>
  readonly segment: Turn<string>
  /** Points gained; null where one side has no score. */
  readonly change: number | null
}

interface Turn<T> {
  readonly before: T | null
  readonly after: T | null
}

export interface ImpactOptions {
  /** The scoring date, in days since 1970-01-01. */
  readonly asOf: number | null
  /** How many movers to list. */
  readonly movers: number
}

/** Every account scored by one version, batch by batch. */
export interface Scoring {
  readonly add: (columns: Columns) => void
  readonly places: () => Iterable<Place>
}

/** Scores accounts by one version of a model, to be compared with another's. */
export function scoring(model: Model, asOf: number | null): Scoring {
  const ready = plan(model, { asOf })
  const batches: { readonly scores: Scores; readonly accounts: Columns['accounts'] }[] = []
  return {
    add: (columns) => void batches.push({ scores: score(ready, columns), accounts: columns.accounts }),
    places: function* () {
      for (const { scores, accounts } of batches)
        for (let row = 0; row < scores.length; row++) yield placeOf(ready, scores, row, accounts?.[row] ?? null)
    },
  }
}

/** Scores every account by both versions and says which move. Both have the same rows, as their own inputs read them. */
export function diffOnData(
  before: { readonly model: Model; readonly columns: Columns },
  after: { readonly model: Model; readonly columns: Columns },
  options: ImpactOptions,
): Impact {
  const [old, now] = [before, after].map(({ model, columns }) => {
    const scored = scoring(model, options.asOf)
    scored.add(columns)
    return scored
  })
  return compareScorings(old!, now!, options)
}

/** Which accounts move between two scorings of the same rows. Scores closer than 1e-9 of the scale are the same. */
export function compareScorings(before: Scoring, after: Scoring, options: Pick<ImpactOptions, 'movers'>): Impact {
  const bands = new Map<string, { from: string | null; to: string | null; count: number }>()
  const moved = { score: 0, band: 0, segment: 0 }
  let movers: Mover[] = []
  let accounts = 0
  const largest = (): Mover[] => movers.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, options.movers)
  const others = after.places()[Symbol.iterator]()
  for (const old of before.places()) {
    const next = others.next()
    if (next.done === true) break
    const now: Place = next.value
    const mover = moverOf(old, now, accounts++)
    const key = JSON.stringify([old.band, now.band])
    bands.set(key, { from: old.band, to: now.band, count: (bands.get(key)?.count ?? 0) + 1 })
    const differs = {
      score: mover.change === null ? old.score !== now.score : Math.abs(mover.change) > now.guard,
      band: old.band !== now.band,
      segment: old.segment !== now.segment,
    }
    for (const what of ['score', 'band', 'segment'] as const) if (differs[what]) moved[what]++
    if (differs.score || differs.band || differs.segment) movers.push(mover)
    if (movers.length > 1000 + 2 * options.movers) movers = largest()
  }
  return { accounts, moved, bands: [...bands.values()].toSorted((a, b) => b.count - a.count), movers: largest() }
}

/** Where one account stands. */
export interface Place {
  readonly account: string | null
  readonly score: number | null
  readonly band: string | null
  readonly segment: string | null
  /** How close two scores are the same. */
  readonly guard: number
}

function placeOf({ bands, model }: Plan, scores: Scores, row: number, account: string | null): Place {
  const points = scores.score[row]!
  const segment = model.segments[scores.segment[row]!]
  return {
    account,
    score: Number.isNaN(points) ? null : points,
    band: bands[scores.band[row]!] ?? null,
    segment: segment?.name ?? null,
    guard: segment?.root.scale.guard ?? 1e-9,
  }
}

function moverOf(old: Place, now: Place, row: number): Mover {
  return {
    row,
    account: now.account ?? old.account,
    score: { before: old.score, after: now.score },
    band: { before: old.band, after: now.band },
    segment: { before: old.segment, after: now.segment },
    change: old.score === null || now.score === null ? null : now.score - old.score,
  }
}

function sizeOf({ change, score: turn }: Mover): number {
  if (change !== null) return Math.abs(change)
  return turn.before === turn.after ? 0 : Number.POSITIVE_INFINITY
}
