import type { Columns } from '../model/columns.ts'
import type { DimensionExplanation, Explanation, MeasureExplanation } from '../model/explanation.ts'
import type { Model } from '../model/model.ts'
import { SNAPSHOT_SCHEMA, type AccountSnapshot, type Snapshot } from '../model/snapshot.ts'
import { isoDate } from '../engine/days.ts'
import { hashColumns } from './hash-columns.ts'

/** Gathers the snapshot of one scoring, batch by batch. */
export interface SnapshotBuilder {
  /** The bound columns of a batch and the explanations of its rows, in the same order. */
  readonly add: (columns: Columns, explanations: Iterable<Explanation>) => void
  readonly finish: () => Snapshot
}

/** Starts a snapshot of the scores of one date (in days since 1970-01-01). */
export function startSnapshot(model: Model, asOf: number | null): SnapshotBuilder {
  const inputs = hashColumns()
  const accounts: AccountSnapshot[] = []
  return {
    add: (columns, explanations) => {
      inputs.add(columns)
      for (const explanation of explanations) accounts.push(accountSnapshot(explanation))
    },
    finish: () => ({
      snapshot: SNAPSHOT_SCHEMA,
      date: asOf === null ? null : isoDate(asOf),
      model: { name: model.name, version: model.version, hash: model.hash },
      inputHash: inputs.finish(),
      accounts,
    }),
  }
}

/** What a snapshot keeps of one account. */
export function accountSnapshot(explanation: Explanation): AccountSnapshot {
  const parts = partsOf(explanation, '')
  return {
    account: explanation.account,
    segment: explanation.segment,
    score: explanation.score,
    shown: explanation.shown,
    band: explanation.band,
    coverage: explanation.coverage,
    scoreBefore: explanation.scoreBefore,
    bandBefore: explanation.bandBefore,
    points: Object.fromEntries(parts.map(({ path, points }) => [path, points])),
    bands: Object.fromEntries(parts.map(({ path, band }) => [path, band])),
  }
}

interface Part {
  readonly path: string
  readonly points: number | null
  readonly band: string | null
}

/** Dimensions and measures below a level, dimensions first, each before its own parts. */
function partsOf(level: Explanation | DimensionExplanation, above: string): readonly Part[] {
  const pathOf = ({ name }: DimensionExplanation | MeasureExplanation): string =>
    above === '' ? name : `${above}.${name}`
  return [
    ...level.dimensions.flatMap((one) => [
      { path: pathOf(one), points: one.score, band: one.band },
      ...partsOf(one, pathOf(one)),
    ]),
    ...level.measures.map((one) => ({ path: pathOf(one), points: one.points, band: one.band })),
  ]
}
