import type { ScoreOptions } from '../../src/engine/account.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { Columns } from '../../src/model/columns.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import type { DimensionExplanation, Explanation } from '../../src/model/explanation.ts'
import type { Model } from '../../src/model/model.ts'
import { explainedValues, type Value } from './explained.ts'
import { rowAt } from '../../src/model/row-at.ts'

export interface Compared {
  rows: number
  values: number
  /** Numbers that are not the same double, though within 1e-9. */
  near: number
  readonly differences: string[]
}

export function nothingCompared(): Compared {
  return { rows: 0, values: 0, near: 0, differences: [] }
}

/** What the query gave for each account beside what the evaluator gives for it. */
export function compare(
  model: Model,
  columns: Columns,
  options: ScoreOptions,
  given: readonly Readonly<Record<string, unknown>>[],
  into: Compared,
  explained = false,
): void {
  const inputs = allInputs(model)
  for (const [index, row] of given.entries()) {
    const expected = evaluate(model, rowAt(columns, inputs, index), options)
    compareRow(model, expected, row, into, { explained, overridden: false })
  }
}

/** `explained`: with the columns that say why. `overridden`: with those of a table of overrides, the words of which come last. */
export function compareRow(
  model: Model,
  expected: Explanation,
  row: Readonly<Record<string, unknown>>,
  into: Compared,
  { explained, overridden }: { readonly explained: boolean; readonly overridden: boolean },
): void {
  into.rows++
  const values = Object.values(row).slice(1, overridden ? -2 : undefined)
  const why = explained || overridden ? explainedValues(model, expected, overridden) : []
  const all: readonly Value[] = [...valuesOf(model, expected), ...(explained ? why : why.slice(0, 2))]
  if (values.length !== all.length) into.differences.push(`${values.length} columns for ${all.length}`)
  for (const [at, [what, wanted, size = 0]] of all.entries()) {
    const found = values[at] ?? null
    into.values++
    if (isSame(found, wanted)) continue
    const near = typeof found === 'number' && typeof wanted === 'number' && isNear(found, wanted, size)
    if (near) into.near++
    else into.differences.push(`account ${String(row['account'])} ${what}: ${String(found)} for ${String(wanted)}`)
  }
}

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  return Object.is(a, b) || (a === 0 && b === 0)
}

function isNear(a: number, b: number, size: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(b), size)
}

/** In the order of the columns behind the account. */
function valuesOf(model: Model, expected: Explanation): [what: string, value: unknown][] {
  const parts = new Map<string, readonly [number | null, string | null]>()
  const visit = (
    above: string,
    { dimensions, measures }: Pick<DimensionExplanation, 'dimensions' | 'measures'>,
  ): void => {
    for (const one of measures) parts.set(above + one.name, [one.points, one.band])
    for (const one of dimensions) {
      parts.set(above + one.name, [one.score, one.band])
      visit(`${above}${one.name}.`, one)
    }
  }
  visit('', expected)
  const paths = new Set<string>()
  const walk = (member: Model['segments'][number]['root']['children'][number]): void => {
    paths.add(member.path)
    if (member.kind === 'dimension') member.children.forEach(walk)
  }
  for (const { root } of model.segments) root.children.forEach(walk)
  const held = expected.indicators.map((one) => `${one.kind} ${one.label}`)
  return [
    ['segment', expected.segment],
    ['score', expected.score],
    ['shown', expected.shown],
    ['band', expected.band],
    ['coverage', expected.coverage],
    ...[...paths].flatMap((path): [string, unknown][] => [
      [path, parts.get(path)?.[0] ?? null],
      [`band of ${path}`, parts.get(path)?.[1] ?? null],
    ]),
    ...model.results.map(({ name, formula }): [string, unknown] => {
      const value = expected.results[name] ?? null
      return [name, formula.type === 'date' && value !== null ? new Date(`${String(value)}T00:00:00Z`) : value]
    }),
    ...model.indicators.map((one): [string, unknown] => [one.label, held.includes(`${one.kind} ${one.label}`)]),
  ]
}
