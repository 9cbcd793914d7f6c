import { scoreAccount } from '../../src/engine/account.ts'
import { isoDate } from '../../src/engine/days.ts'
import { explain } from '../../src/engine/evaluate.ts'
import { plan } from '../../src/engine/kernels/plan.ts'
import { score } from '../../src/engine/kernels/score.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { DimensionExplanation, Explanation } from '../../src/model/explanation.ts'
import type { Member } from '../../src/model/group.ts'
import type { Model } from '../../src/model/model.ts'
import { rowAt } from '../../src/model/row-at.ts'
import type { TableCell } from './engines/index.ts'
import type { Subject } from './subject.ts'

/** What back ends are held to, account by account: a value by each of `names`. */
export interface Outcome {
  readonly names: readonly string[]
  readonly rows: readonly (readonly TableCell[])[]
}

/** In the order of a query's columns behind the account: segment, score, shown, band, coverage, the parts, results, indicators. */
function namesOf(model: Model): readonly string[] {
  const parts = pathsOf(model).flatMap((path) => [path, `band of ${path}`])
  const results = model.results.map((one) => one.name)
  const indicators = model.indicators.map((one) => one.label)
  return ['segment', 'score', 'shown', 'band', 'coverage', ...parts, ...results, ...indicators]
}

/** By the evaluator of single accounts, which all others are held to. */
export function referenceOutcome({ model, asOf, rows }: Subject): Outcome {
  const inputs = allInputs(model)
  const paths = pathsOf(model)
  const names = namesOf(model)
  const one = (at: number): readonly TableCell[] => {
    const row = rowAt(rows.columns, inputs, at)
    const of = explain(model, row, { asOf }, scoreAccount(model, row, { asOf }))
    const parts = partsOf(of)
    const held = new Set(of.indicators.map(({ kind, label }) => `${kind} ${label}`))
    const { segment, score: points, shown, band, coverage } = of
    return [
      segment,
      points,
      shown,
      band,
      coverage,
      ...paths.flatMap((path) => parts.get(path) ?? [null, null]),
      ...model.results.map(({ name }) => of.results[name] ?? null),
      ...model.indicators.map(({ kind, label }) => held.has(`${kind} ${label}`)),
    ]
  }
  return { names, rows: Array.from({ length: rows.columns.length }, (_, at) => one(at)) }
}

/** By the kernels, whose columns are read row by row. */
export function kernelOutcome({ model, asOf, rows }: Subject): Outcome {
  const made = plan(model, { asOf })
  const scores = score(made, rows.columns, { columns: 'explanation' })
  const account = scores.account!
  const explanation = scores.explanation!
  const number = (value: number): number | null => (Number.isNaN(value) ? null : value)
  const band = (code: number): string | null => made.bands[code] ?? null
  const decimals = model.segments.map(({ root }) => root.scale.decimals)
  // One segment may have a measure where another has a dimension.
  const measures = model.segments.map((segment) => measurePathsOf(segment.root))
  const part = (path: string, code: number, at: number): readonly TableCell[] => {
    if (measures[code]?.has(path) === true) {
      const { points, band: codes } = explanation.measures.get(path)!
      return [number(points[at]!), band(codes[at]!)]
    }
    const { score: points, band: codes } = scores.dimensions.get(path) ?? NOWHERE
    return [number(points[at] ?? NaN), band(codes[at] ?? -1)]
  }
  const result = (k: number, at: number): TableCell => {
    const column = account.results[k]!
    if (column.kind === 'text') return column.dictionary[column.codes[at]!] ?? null
    const value = number(column.values[at]!)
    const { type } = model.results[k]!.formula
    if (value === null) return null
    return type === 'date' ? isoDate(value) : type === 'yes/no' ? value === 1 : value
  }
  const paths = pathsOf(model)
  const one = (at: number): readonly TableCell[] => {
    const code = scores.segment[at]!
    const shown = number(account.shown[at]!)
    return [
      model.segments[code]?.name ?? null,
      number(scores.score[at]!),
      shown === null ? null : shown.toFixed(decimals[code]),
      band(scores.band[at]!),
      number(scores.coverage[at]!),
      ...paths.flatMap((path) => part(path, code, at)),
      ...model.results.map((_, k) => result(k, at)),
      ...model.indicators.map((_, k) => account.indicators[k]![at] === 1),
    ]
  }
  return { names: namesOf(model), rows: Array.from({ length: rows.columns.length }, (_, at) => one(at)) }
}

/** What a path is that no segment of an account has. */
const NOWHERE = { score: new Float64Array(), band: new Int16Array() }

function measurePathsOf(member: Member): ReadonlySet<string> {
  if (member.kind === 'measure') return new Set([member.path])
  return new Set(member.children.flatMap((child) => [...measurePathsOf(child)]))
}

/** Paths of the members of all segments, in the order in which they are first written. */
function pathsOf(model: Model): readonly string[] {
  const paths = new Set<string>()
  const walk = (member: Member): void => {
    paths.add(member.path)
    if (member.kind === 'dimension') member.children.forEach(walk)
  }
  for (const { root } of model.segments) root.children.forEach(walk)
  return [...paths]
}

function partsOf(of: Pick<Explanation, 'dimensions' | 'measures'>): ReadonlyMap<string, readonly TableCell[]> {
  const parts = new Map<string, readonly TableCell[]>()
  const walk = (above: string, one: Pick<DimensionExplanation, 'dimensions' | 'measures'>): void => {
    for (const { name, points, band } of one.measures) parts.set(above + name, [points, band])
    for (const dimension of one.dimensions) {
      parts.set(above + dimension.name, [dimension.score, dimension.band])
      walk(`${above}${dimension.name}.`, dimension)
    }
  }
  walk('', of)
  return parts
}
