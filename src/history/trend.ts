import { amountColumn } from './amounts.ts'
import type { History, KeptSnapshot } from './history.ts'
import { type ModelChange, modelChanges } from './model-change.ts'
import { type Moves, movesBetween } from './moves.ts'
import { lastOfEach, periodOf, type Step } from './period.ts'
import { seriesOf } from './series.ts'
import { bandsOf, type Chosen, EVERY, type Tally, tallyOf } from './tally.ts'

/** How many accounts, and what they are worth, were in which band, step by step. */
export interface Trend {
  readonly model: string
  readonly step: Step
  /** Worst first. */
  readonly bands: readonly string[]
  /** The carried column that amounts are taken from; null where none is carried. */
  readonly amount: string | null
  readonly points: readonly TrendPoint[]
  readonly changes: readonly (ModelChange & { readonly period: string })[]
}

/** The last snapshot of a period. */
export interface TrendPoint {
  readonly period: string
  readonly snapshot: KeptSnapshot
  readonly whole: Tally
  /** Segments that have accounts, by name; accounts in no segment under null. */
  readonly segments: readonly { readonly segment: string | null; readonly tally: Tally }[]
  /** Against the point before; null in the first. */
  readonly moves: Moves | null
  /** Whether the point before is by another version of the model. */
  readonly modelChanged: boolean
}

export interface TrendOptions {
  readonly model: string
  readonly step: Step
  /** A carried column; the likeliest where none is asked for. */
  readonly amount?: string | null
  readonly chosen?: Chosen
}

export function trendOf(history: History, { model, step, amount: wanted, chosen = EVERY }: TrendOptions): Trend {
  const series = seriesOf(history, model)
  const bands = bandsOf(history, series)
  const amount = amountColumn(series, wanted ?? null)
  const points: TrendPoint[] = []
  for (const { period, snapshot } of lastOfEach(series, step)) {
    const test = chosen(snapshot)
    const tally = (holds: (row: number) => boolean): Tally => tallyOf(history, snapshot, bands, amount, holds)
    const codes = [...new Set(snapshot.segment.filter((_, row) => test(row)))].toSorted((a, b) => a - b)
    const before = points.at(-1)?.snapshot
    points.push({
      period,
      snapshot,
      whole: tally(test),
      segments: codes.map((code) => ({
        segment: history.segments[code] ?? null,
        tally: tally((row) => snapshot.segment[row] === code && test(row)),
      })),
      moves: before === undefined ? null : movesBetween(history, before, snapshot, bands, [chosen(before), test]),
      modelChanged: before !== undefined && before.model.hash !== snapshot.model.hash,
    })
  }
  const changes = modelChanges(history, series, bands, chosen).map((change) => ({
    ...change,
    period: periodOf(change.to.date, step),
  }))
  return { model, step, bands, amount, points, changes }
}
