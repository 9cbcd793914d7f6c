import { evaluate } from '../../engine/evaluate.ts'
import type { Columns } from '../../model/columns.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { rowAt } from '../../model/row-at.ts'
import { diffOnData, type Mover } from '../diff/data.ts'
import { reasonFor } from './reason.ts'

/** A version of a model with the accounts as its own inputs read them. */
export interface Version {
  readonly model: Model
  readonly columns: Columns
}

export interface ImpactOptions {
  /** The scoring date, in days since 1970-01-01. */
  readonly asOf: number | null
  /** How many of the accounts that move are listed with their reason. */
  readonly listed: number
}

/** What publishing a text would do to the accounts at hand. */
export interface Impact {
  readonly accounts: number
  /** How many get another band, and how many of those a better or a worse one; the rest gain or lose a band. */
  readonly moved: number
  readonly better: number
  readonly worse: number
  /** How many keep their band and get another score. */
  readonly shifted: number
  /** From band to band, unmoved ones included, most accounts first; null is no score. */
  readonly matrix: readonly { readonly from: string | null; readonly to: string | null; readonly count: number }[]
  /** How many move in each segment they are in afterwards; null is no segment. */
  readonly segments: readonly { readonly segment: string | null; readonly moved: number }[]
  /** Accounts with another band, those that change most first. */
  readonly movers: readonly ListedMover[]
}

export interface ListedMover {
  /** 0-based, in the columns. */
  readonly row: number
  readonly account: string | null
  readonly from: string | null
  readonly to: string | null
  /** As people see them; null is no score. */
  readonly scoreBefore: string | null
  readonly scoreAfter: string | null
  /** The one thing that changed most for this account. */
  readonly reason: string
}

/** Scores the same accounts by both versions and says which of them move between bands, and why. */
export function impact(before: Version, after: Version, options: ImpactOptions): Impact {
  const { accounts, moved, bands, movers } = diffOnData(before, after, {
    asOf: options.asOf,
    movers: before.columns.length,
  })
  const moving = movers.filter(({ band }) => band.before !== band.after)
  const rankBefore = ranks(before.model)
  const rankAfter = ranks(after.model)
  const direction = ({ band }: Mover): number =>
    band.before === null || band.after === null
      ? 0
      : Math.sign((rankAfter.get(band.after) ?? 0) - (rankBefore.get(band.before) ?? 0))
  const bySegment = Map.groupBy(moving, ({ segment }) => segment.after)
  return {
    accounts,
    moved: moved.band,
    better: moving.filter((one) => direction(one) > 0).length,
    worse: moving.filter((one) => direction(one) < 0).length,
    shifted: movers.filter(({ band, score }) => band.before === band.after && score.before !== score.after).length,
    matrix: bands,
    segments: [...bySegment]
      .map(([segment, all]) => ({ segment, moved: all.length }))
      .toSorted((a, b) => b.moved - a.moved),
    movers: moving.slice(0, options.listed).map((one) => listed(one, before, after, options.asOf)),
  }
}

/** How good each band is: the place on its ladder as a share, so that ladders of different length compare. */
function ranks(model: Model): ReadonlyMap<string, number> {
  const last = Math.max(1, model.ladder.length - 1)
  return new Map(model.ladder.map(({ name }, n) => [name, n / last]))
}

function listed(mover: Mover, before: Version, after: Version, asOf: number | null): ListedMover {
  const [old, now] = [before, after].map((version) => explain(version, mover.row, asOf))
  return {
    row: mover.row,
    account: mover.account,
    from: mover.band.before,
    to: mover.band.after,
    scoreBefore: old!.shown,
    scoreAfter: now!.shown,
    reason: reasonFor(old!, now!),
  }
}

function explain({ model, columns }: Version, row: number, asOf: number | null): Explanation {
  return evaluate(model, rowAt(columns, inputsOf(model), row), { asOf })
}

/** Imported models read inputs of their own. */
function inputsOf(model: Model): readonly Input[] {
  return [...model.uses.flatMap((use) => inputsOf(use.model)), ...model.inputs]
}
