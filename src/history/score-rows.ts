import { membersByPath } from '../model/members-by-path.ts'
import type { Plan } from '../engine/kernels/plan.ts'
import { score } from '../engine/kernels/score.ts'
import type { MemberColumns, Scores } from '../engine/kernels/scores.ts'
import { shown } from '../engine/rounding.ts'
import type { Column, Columns } from '../model/columns.ts'
import type { Explanation } from '../model/explanation.ts'
import { dimensionAt, measureAt } from '../model/explanation-parts.ts'
import { scoreRungs } from '../model/score-rungs.ts'
import type { TextRows } from './history.ts'
import { type PartRows, type SnapshotRows, textRows } from './rows.ts'
import { hashColumns } from './hash-columns.ts'
import { judgedValues } from './judged-values.ts'

/** What a scoring is kept with besides its numbers. */
export interface Keeping {
  /** In days since 1970-01-01. */
  readonly date: number
  readonly recordedAt: number | null
  /** Accounts with an override by a person, by row: the kernels know of none. */
  readonly overridden: ReadonlyMap<number, Explanation>
  readonly carried: ReadonlyMap<string, Column>
}

/** Scores the accounts of one date and keeps all of it; `columns` names the accounts. */
export function scoreRows(plan: Plan, columns: Columns, keeping: Keeping): SnapshotRows {
  const scores = score(plan, columns, { columns: 'explanation' })
  return keepScores(plan, columns, scores, keeping)
}

/** Scores that have been computed already, kept as a snapshot. */
export function keepScores(plan: Plan, columns: Columns, scores: Scores, keeping: Keeping): SnapshotRows {
  const { model } = plan
  const { overridden } = keeping
  const account = scores.account!
  const own = ownValues(columns.length, plan.bands, overridden)
  const inputs = hashColumns()
  inputs.add(columns)
  const scales = model.segments.map(({ root }) => root.scale)
  const scale = scales.at(-1) ?? { low: 0, high: 10, higherIsWorse: false }
  return {
    date: keeping.date,
    model: { name: model.name, version: model.version, hash: model.hash },
    inputsHash: inputs.finish(),
    sequence: 1,
    recordedAt: keeping.recordedAt,
    restated: null,
    ladder: scoreRungs(model).map(({ name }) => name),
    scale: { low: scale.low, high: scale.high, higherIsWorse: scale.higherIsWorse },
    accounts: columns.accounts ?? [],
    segment: { codes: scores.segment, dictionary: model.segments.map(({ name }) => name) },
    score: own.numbers(scores.score, (one) => one.score),
    shown: textRows(scores.length, (row) => {
      const single = overridden.get(row)
      if (single !== undefined) return single.shown
      const value = account.shown[row]!
      return Number.isNaN(value) ? null : shown(value, scales[scores.segment[row]!]!)
    }),
    band: own.bands(scores.band, (one) => one.band),
    coverage: own.numbers(scores.coverage, (one) => one.coverage),
    scoreBefore: own.numbers(account.scoreBefore, (one) => one.scoreBefore),
    bandBefore: own.bands(account.bandBefore, (one) => one.bandBefore),
    overrides: textRows(scores.length, (row) => sayOverrides(overridden.get(row))),
    parts: partsOf(plan, columns, scores, own),
    carried: keeping.carried,
  }
}

function partsOf(plan: Plan, columns: Columns, scores: Scores, own: OwnValues): ReadonlyMap<string, PartRows> {
  const { dimensions, measures } = scores.explanation!
  const common = (
    part: MemberColumns,
    of: (one: Explanation) => Shared | null,
  ): Pick<PartRows, 'weight' | 'contribution'> => ({
    weight: own.numbers(part.effectiveWeight, (one) => of(one)?.effectiveWeight ?? null),
    contribution: own.numbers(part.contribution, (one) => of(one)?.contribution ?? null),
  })
  const values = judgedValues(plan, columns, scores.segment)
  const parts = new Map<string, PartRows>()
  for (const path of membersByPath(plan.model).keys()) {
    const dimension = dimensions.get(path)
    const measure = measures.get(path)
    const scored = scores.dimensions.get(path)
    if (dimension !== undefined && scored !== undefined) {
      const of = (one: Explanation) => dimensionAt(one, path)
      parts.set(path, {
        kind: 'dimension',
        points: own.numbers(scored.score, (one) => of(one)?.score ?? null),
        band: own.bands(scored.band, (one) => of(one)?.band ?? null),
        ...common(dimension, of),
        value: null,
      })
    } else if (measure !== undefined) {
      const of = (one: Explanation) => measureAt(one, path)
      parts.set(path, {
        kind: 'measure',
        points: own.numbers(measure.points, (one) => of(one)?.points ?? null),
        band: own.bands(measure.band, (one) => of(one)?.band ?? null),
        ...common(measure, of),
        value: values.get(path) ?? null,
      })
    }
  }
  return parts
}

type Shared = Pick<Explanation['dimensions'][number], 'effectiveWeight' | 'contribution'>

/** What the evaluator says of overridden rows takes the place of what the kernels computed. */
interface OwnValues {
  readonly numbers: (column: Float64Array, of: (one: Explanation) => number | null) => Float64Array
  readonly bands: (codes: Int16Array, of: (one: Explanation) => string | null) => TextRows
}

function ownValues(length: number, names: readonly string[], overridden: ReadonlyMap<number, Explanation>): OwnValues {
  return {
    numbers: (column, of) => {
      const values = column.slice(0, length)
      for (const [row, one] of overridden) values[row] = of(one) ?? NaN
      return values
    },
    bands: (codes, of) => {
      const own = Int32Array.from(codes)
      for (const [row, one] of overridden) own[row] = names.indexOf(of(one) ?? '')
      return { codes: own, dictionary: names }
    },
  }
}

function sayOverrides(one: Explanation | undefined): string | null {
  const said = (one?.modifiers ?? [])
    .filter(({ kind, author, because }) => kind === 'override' && (author !== null || because !== null))
    .map(({ of, because, author }) => {
      const by = author === null ? '' : ` (${author})`
      return `${of === '' ? 'score' : of}: ${because ?? 'no reason given'}${by}`
    })
  return said.length === 0 ? null : said.join('; ')
}
