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

/** Collects accounts batch by batch: memory does not grow with them. */
export interface ImpactTally {
  /** The same accounts as the inputs of each version read them, row for row. */
  readonly add: (before: Columns, after: Columns) => void
  readonly finish: () => Impact
}

/** Scores every account by both versions and says which move. Scores closer than 1e-9 of the scale are the same. */
export function diffOnData(
  before: { readonly model: Model; readonly columns: Columns },
  after: { readonly model: Model; readonly columns: Columns },
  options: ImpactOptions,
): Impact {
  const tally = tallyImpact(before.model, after.model, options)
  tally.add(before.columns, after.columns)
  return tally.finish()
}

/** As `diffOnData`, for accounts that come in batches. */
export function tallyImpact(before: Model, after: Model, options: ImpactOptions): ImpactTally {
  const [old, now] = [before, after].map((model) => plan(model, { asOf: options.asOf }))
  const same = Math.max(0, ...after.segments.map((segment) => segment.root.scale.guard))
  const bands = new Map<string, { from: string | null; to: string | null; count: number }>()
  const moved = { score: 0, band: 0, segment: 0 }
  let movers: Mover[] = []
  let accounts = 0
  const largest = (): Mover[] => movers.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, options.movers)
  return {
    add: (oldColumns, nowColumns) => {
      const [was, is] = [score(old!, oldColumns), score(now!, nowColumns)]
      const rows = Math.min(was.length, is.length)
      for (let row = 0; row < rows; row++) {
        const places = { before: placeOf(old!, was, row), after: placeOf(now!, is, row) }
        const mover = moverOf(places.before, places.after, accounts + row, nowColumns.accounts?.[row] ?? null)
        const { from, to } = { from: places.before.band, to: places.after.band }
        const key = JSON.stringify([from, to])
        bands.set(key, { from, to, count: (bands.get(key)?.count ?? 0) + 1 })
        const differs = {
          score: mover.change === null ? places.before.score !== places.after.score : Math.abs(mover.change) > same,
          band: from !== to,
          segment: places.before.segment !== places.after.segment,
        }
        for (const what of ['score', 'band', 'segment'] as const) if (differs[what]) moved[what]++
        if (differs.score || differs.band || differs.segment) movers.push(mover)
        if (movers.length > 1000 + 2 * options.movers) movers = largest()
      }
      accounts += rows
    },
    finish: () => ({
      accounts,
      moved,
      bands: [...bands.values()].toSorted((a, b) => b.count - a.count),
      movers: largest(),
    }),
  }
}

interface Place {
  readonly score: number | null
  readonly band: string | null
  readonly segment: string | null
}

function placeOf({ bands, model }: Plan, scores: Scores, row: number): Place {
  const points = scores.score[row]!
  return {
    score: Number.isNaN(points) ? null : points,
    band: bands[scores.band[row]!] ?? null,
    segment: model.segments[scores.segment[row]!]?.name ?? null,
  }
}

function moverOf(old: Place, now: Place, row: number, account: string | null): Mover {
  return {
    row,
    account,
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
