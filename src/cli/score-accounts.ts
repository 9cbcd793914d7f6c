import { evaluate } from '../engine/evaluate.ts'
import { explanationTexts } from '../engine/json/explanation-texts.ts'
import { plan } from '../engine/kernels/plan.ts'
import { findSegment } from '../engine/segments.ts'
import { allInputs } from '../model/all-inputs.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Input } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import type { OverrideRow } from '../model/override.ts'
import { rowAt } from '../model/row-at.ts'
import type { TableBatch } from '../tables/node.ts'
import { Problem } from './problem.ts'

export interface ScoreWith {
  readonly asOf: number | null
  /** Name or label of a segment to use whatever the conditions say. */
  readonly segment?: string
  readonly overrides?: ReadonlyMap<string, readonly OverrideRow[]>
}

/** One account of a batch with its explanation. */
export function explainRow(
  model: Model,
  batch: TableBatch,
  index: number,
  given: ScoreWith,
  inputs: readonly Input[] = allInputs(model),
): Explanation {
  const { columns } = batch
  const account = columns.accounts?.[index] ?? null
  const overrides = account === null ? undefined : given.overrides?.get(account)
  return evaluate(model, rowAt(columns, inputs, index), {
    asOf: given.asOf,
    account,
    ...(given.segment !== undefined && { segment: given.segment }),
    ...(overrides && { overrides }),
  })
}

/** The accounts of a batch with their explanations, in order. */
export function explainBatch(model: Model, batch: TableBatch, given: ScoreWith): Explanation[] {
  const inputs = allInputs(model)
  return Array.from({ length: batch.columns.length }, (_, index) => explainRow(model, batch, index, given, inputs))
}

/** The same as JSON, a text an account: most are put together without evaluating them one by one. */
export function explanationWriter(model: Model, given: ScoreWith): (batch: TableBatch) => readonly string[] {
  const inputs = allInputs(model)
  const texts = explanationTexts(plan(model, { asOf: given.asOf, segment: given.segment }))
  return (batch) =>
    texts(batch.columns, {
      row: (index) => rowAt(batch.columns, inputs, index),
      explanation: (index) => explainRow(model, batch, index, given, inputs),
      isSpecial: (index) => given.overrides?.has(batch.columns.accounts?.[index] ?? '') === true,
    })
}

/** The segment of that name or label, as `--segment` was typed. */
export function demandSegment(model: Model, typed: string | undefined): string | undefined {
  if (typed === undefined) return undefined
  const segment = findSegment(model, typed)
  if (segment) return segment.name
  const names = model.segments.map((one) => one.label).join(', ')
  throw new Problem(`${model.name} has no segment \`${typed}\`; its segments are ${names}`)
}
