import { scoreAccount, type AccountScore } from '../../engine/account.ts'
import type { Columns, Row } from '../../model/columns.ts'
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

/** A version of a model with the accounts as its own inputs read them; both have the same rows. */
export interface Version {
  readonly model: Model
  readonly columns: Columns
}

/** Scores every account by both versions and says which move. Scores closer than 1e-9 of the scale are the same. */
export function diffOnData(before: Version, after: Version, options: ImpactOptions): Impact {
  const rows = Math.min(before.columns.length, after.columns.length)
  const bands = new Map<string, { from: string | null; to: string | null; count: number }>()
  const moved = { score: 0, band: 0, segment: 0 }
  const movers: Mover[] = []
  for (let row = 0; row < rows; row++) {
    const [old, now] = [before, after].map((version) => placeOf(version, row, options.asOf))
    const mover = moverOf(old!, now!, row, after.columns.accounts?.[row] ?? before.columns.accounts?.[row] ?? null)
    const key = JSON.stringify([mover.band.before, mover.band.after])
    const cell = bands.get(key) ?? { from: mover.band.before, to: mover.band.after, count: 0 }
    bands.set(key, { ...cell, count: cell.count + 1 })
    const differs = {
      score: mover.change === null ? mover.score.before !== mover.score.after : Math.abs(mover.change) > now!.same,
      band: mover.band.before !== mover.band.after,
      segment: mover.segment.before !== mover.segment.after,
    }
    for (const what of ['score', 'band', 'segment'] as const) if (differs[what]) moved[what]++
    if (differs.score || differs.band || differs.segment) movers.push(mover)
  }
  return {
    accounts: rows,
    moved,
    bands: [...bands.values()].toSorted((a, b) => b.count - a.count),
    movers: movers.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, options.movers),
  }
}

interface Place {
  readonly score: number | null
  readonly band: string | null
  readonly segment: string | null
  /** How close two scores are the same. */
  readonly same: number
}

function placeOf({ model, columns }: Version, row: number, asOf: number | null): Place {
  const { root, segment }: AccountScore = scoreAccount(model, rowAt(model, columns, row), { asOf })
  return {
    score: root?.points ?? null,
    band: root?.band ?? null,
    segment: segment?.name ?? null,
    same: root?.member.scale.guard ?? 1e-9,
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

function sizeOf({ change, score }: Mover): number {
  if (change !== null) return Math.abs(change)
  return score.before === score.after ? 0 : Number.POSITIVE_INFINITY
}

/** One row of columns as values by input name. */
export function rowAt(model: Model, columns: Columns, row: number): Row {
  return Object.fromEntries(
    model.inputs.map(({ name, type }) => {
      const column = columns.inputs.get(name)
      if (column === undefined) return [name, null]
      if (column.kind === 'text') return [name, column.dictionary[column.codes[row] ?? -1] ?? null]
      const value = column.values[row] ?? Number.NaN
      if (Number.isNaN(value)) return [name, null]
      return [name, type === 'yes/no' ? value !== 0 : value]
    }),
  )
}
