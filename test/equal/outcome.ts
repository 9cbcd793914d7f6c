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

/** What back ends are held to, account by account, in the order of `valuesOf`; undefined: the back end does not give it. */
export interface Outcome {
  readonly rows: readonly (readonly (TableCell | undefined)[])[]
}

/** One of the values of an account. */
export interface Value {
  /** The path of a member and what of it; the whole's path is empty. */
  readonly key: string
  readonly kind: 'text' | 'number' | 'truth' | 'date'
}

/** In the order of a query's columns behind the account: segment, score, shown, band, coverage, parts, results, indicators. */
export function valuesOf(model: Model): readonly Value[] {
  const whole = (['segment', 'number', 'shown', 'band', 'coverage'] as const).map((what): Value => ({
    key: `|${what}`,
    kind: what === 'number' || what === 'coverage' ? 'number' : 'text',
  }))
  const parts = pathsOf(model).flatMap((path): Value[] => [
    { key: `${path}|number`, kind: 'number' },
    { key: `${path}|band`, kind: 'text' },
  ])
  const results = model.results.map(({ name, formula }): Value => ({
    key: `result |${name}`,
    kind: KINDS[formula.type],
  }))
  const indicators = model.indicators.map(({ kind, label }): Value => ({ key: `${kind} |${label}`, kind: 'truth' }))
  return [...whole, ...parts, ...results, ...indicators]
}

const KINDS = { number: 'number', text: 'text', band: 'text', 'yes/no': 'truth', date: 'date' } as const

/** By the evaluator of single accounts, which all others are held to. */
export function referenceOutcome({ model, asOf, rows }: Subject): Outcome {
  const inputs = allInputs(model)
  const paths = pathsOf(model)
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
  return { rows: Array.from({ length: rows.columns.length }, (_, at) => one(at)) }
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
  return { rows: Array.from({ length: rows.columns.length }, (_, at) => one(at)) }
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
