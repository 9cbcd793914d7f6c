import { cellsOf, witnessOf, type Cell } from '../../model/cells.ts'
import { folded, holdsNumber, type Domain, type NumberDomain } from '../../model/domain.ts'
import type { Formula } from '../../model/expression.ts'
import type { AxisKey, Banding, GridJudge, LineJudge } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import { numberWithin } from '../../model/number-within.ts'
import { possibleValues } from '../../model/possible-values.ts'
import { domainOfFormula, knownOf } from '../../model/value-domain.ts'
import { writtenValue } from '../../model/written.ts'
import { outcomeText, stretchText } from '../judges/stretches.ts'
import type { Value } from '../value.ts'
import { edgeGoals, type Edge } from './edges.ts'
import type { LiveMeasure } from './live.ts'
import { namesJudged } from './reads.ts'

/** Something a test of a measure can reach; all of them together are full coverage. */
export interface Goal {
  readonly kind: 'cell' | 'boundary' | 'missing'
  readonly live: LiveMeasure
  /** The goal in words that follow "no test reaches": `above 4`. */
  readonly what: string
  readonly aim: Aim
}

/** Where a goal lies. `witness` is a value that gets there. */
export type Aim =
  | { readonly kind: 'stretch' | 'piece'; readonly index: number; readonly witness: number }
  | { readonly kind: 'choice'; readonly cell: Cell; readonly witness: Value }
  /** null: `otherwise`. */
  | { readonly kind: 'case'; readonly index: number | null }
  | {
      readonly kind: 'grid'
      readonly down: number
      readonly across: number
      readonly witnesses: readonly [Value, Value]
    }
  | { readonly kind: 'points' }
  | {
      readonly kind: 'near'
      readonly of: Formula
      readonly low: number
      readonly high: number
      readonly witness: number
    }
  | { readonly kind: 'missing' }

/** The cells, boundaries and the missing value of a measure, as far as the domain of its value can reach them. */
export function goalsOf(model: Model, live: LiveMeasure): readonly Goal[] {
  return [
    ...cellAims(model, live).map(([what, aim]): Goal => ({ kind: 'cell', live, what, aim })),
    ...edgesOf(model, live).map(([what, aim]): Goal => ({ kind: 'boundary', live, what, aim })),
    ...(canBeMissing(model, live)
      ? [{ kind: 'missing', live, what: 'its value missing', aim: MISSING } satisfies Goal]
      : []),
  ]
}

const MISSING: Aim = { kind: 'missing' }

/** Whether anything that decides a measure can be missing: `coalesce(x, 0)` never is. */
function canBeMissing(model: Model, { measure }: LiveMeasure): boolean {
  const { value } = measure
  if (value !== null) return possibleValues(value.expression, knownOf(model)).missing
  return namesJudged(model, measure).size > 0
}

type Named<A extends Aim = Aim> = readonly [what: string, aim: A]

function cellAims(model: Model, { measure }: LiveMeasure): readonly Named[] {
  const { judge, value } = measure
  switch (judge.kind) {
    case 'ranges':
      return value === null ? [] : stretchAims(judge.banding, domainOfFormula(model, value))
    case 'line':
      return value === null ? [] : pieceAims(judge, domainOfFormula(model, value))
    case 'choices': {
      if (value === null) return []
      const named = judge.rows.flatMap((row) => row.values)
      return choiceCells(domainOfFormula(model, value), named, judge.otherwise !== null).map((cell): Named => [
        nameOf(cell),
        { kind: 'choice', cell, witness: witnessOf(cell) },
      ])
    }
    case 'cases':
      return [
        ...judge.cases.map((one, index): Named => [`\`when ${one.when.text}\``, { kind: 'case', index }]),
        ...(judge.otherwise === null ? [] : [['`otherwise`', { kind: 'case', index: null }] satisfies Named]),
      ]
    case 'grid':
      return gridAims(model, judge)
    case 'points':
      return [['a value', { kind: 'points' }]]
  }
}

function stretchAims(banding: Banding, domain: Domain): readonly Named[] {
  if (domain.kind !== 'number') return []
  return banding.outcomes.flatMap((outcome, index): readonly Named[] => {
    const [low, high] = [banding.cuts[index - 1], banding.cuts[index]]
    const witness = numberWithin(
      meet(domain, {
        low: low?.at ?? null,
        lowIncluded: low?.owner === 'above',
        high: high?.at ?? null,
        highIncluded: high?.owner === 'below',
      }),
    )
    if (outcome === null || witness === null) return []
    return [[`\`${stretchText(banding, index, outcome)}\``, { kind: 'stretch', index, witness }]]
  })
}

/** The straight pieces between knots, and what lies outside them. */
function pieceAims({ knots }: LineJudge, domain: Domain): readonly Named[] {
  if (domain.kind !== 'number') return []
  return Array.from({ length: knots.length + 1 }, (_, index) => index).flatMap((index): readonly Named[] => {
    const [low, high] = [knots[index - 1], knots[index]]
    const witness = numberWithin(
      meet(domain, { low: low?.at ?? null, lowIncluded: false, high: high?.at ?? null, highIncluded: false }),
    )
    if (witness === null) return []
    const what =
      low === undefined
        ? `below ${high!.text}`
        : high === undefined
          ? `above ${low.text}`
          : `${low.text} to ${high.text}`
    return [[what, { kind: 'piece', index, witness }]]
  })
}

type Bounds = Omit<NumberDomain, 'kind' | 'whole'>

/** What two stretches share; it may be empty. */
function meet(domain: NumberDomain, bounds: Bounds): NumberDomain {
  const low = higher(domain, bounds)
  const high = lower(domain, bounds)
  return { ...domain, ...low, ...high }
}

function higher(a: Bounds, b: Bounds): Pick<Bounds, 'low' | 'lowIncluded'> {
  const [first, second] = [a, b].map(({ low, lowIncluded }) => ({ low, lowIncluded }))
  if (first!.low === null) return second!
  if (second!.low === null || first!.low > second!.low) return first!
  return first!.low < second!.low
    ? second!
    : { low: first!.low, lowIncluded: first!.lowIncluded && second!.lowIncluded }
}

function lower(a: Bounds, b: Bounds): Pick<Bounds, 'high' | 'highIncluded'> {
  const [first, second] = [a, b].map(({ high, highIncluded }) => ({ high, highIncluded }))
  if (first!.high === null) return second!
  if (second!.high === null || first!.high < second!.high) return first!
  return first!.high > second!.high
    ? second!
    : { high: first!.high, highIncluded: first!.highIncluded && second!.highIncluded }
}

/** Cells of what is named, and of the rest where something is said of it. */
function choiceCells(domain: Domain, named: readonly string[], otherwise: boolean): readonly Cell[] {
  if (domain.kind === 'number') return named.map((value) => ({ kind: 'value', value }))
  const claimed = new Set(named.map(folded))
  return cellsOf(domain, named).filter((cell) => {
    if (cell.kind === 'missing') return false
    return otherwise || (cell.kind === 'value' && claimed.has(folded(asWritten(cell.value))))
  })
}

function asWritten(value: string | boolean): string {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

function nameOf(cell: Cell): string {
  return cell.kind === 'other' ? 'any other text' : writtenValue(witnessOf(cell), null)
}

function gridAims(model: Model, judge: GridJudge): readonly Named[] {
  const [down, across] = [judge.down, judge.across].map((axis) => {
    const domain = domainOfFormula(model, axis.value)
    return axis.keys.map((key) => ({ key, witness: witnessOfKey(key, axis.keys, domain) }))
  })
  return down!.flatMap((row, r) =>
    across!.flatMap((column, c): readonly Named[] => {
      if (row.witness === undefined || column.witness === undefined) return []
      const what = `row ${row.key.text}, column ${column.key.text} (${outcomeText(judge.cells[r]![c]!)})`
      return [[what, { kind: 'grid', down: r, across: c, witnesses: [row.witness, column.witness] }]]
    }),
  )
}

/** A value that falls under a key and under none before it; undefined where the domain has none. */
function witnessOfKey(key: AxisKey, keys: readonly AxisKey[], domain: Domain): Value | undefined {
  if (key.kind === 'missing') return null
  const ranges = keys.flatMap((one) => (one.kind === 'ranges' ? one.ranges : []))
  const cuts = [
    ...ranges.flatMap((range) => [range.low, range.high]).filter((at) => at !== null),
    ...keys.flatMap((one) => (one.kind === 'values' ? one.values : [])),
  ]
  const first = (cell: Cell): AxisKey | undefined =>
    keys.find((one) => claims(one, cell)) ?? keys.find((one) => one.kind === 'otherwise')
  const found = cellsOf(domain, cuts).find((cell) => cell.kind !== 'missing' && first(cell) === key)
  return found === undefined ? undefined : witnessOf(found)
}

function claims(key: AxisKey, cell: Cell): boolean {
  const value = witnessOf(cell)
  if (key.kind === 'ranges')
    return key.ranges.some(
      (range) => typeof value === 'number' && holdsNumber({ ...range, kind: 'number', whole: false }, value),
    )
  if (key.kind !== 'values' || cell.kind !== 'value') return false
  return key.values.some((named) => folded(named) === folded(asWritten(cell.value)))
}

function edgesOf(model: Model, { measure }: LiveMeasure): readonly Named[] {
  const { judge, value } = measure
  const near = (of: Formula, edges: readonly Edge[]): readonly Named[] => {
    const domain = domainOfFormula(model, of)
    return domain.kind === 'number'
      ? edgeGoals(edges, domain).map(({ what, ...side }) => [what, { kind: 'near', of, ...side }])
      : []
  }
  if (judge.kind === 'grid')
    return [judge.down, judge.across].flatMap((axis) =>
      near(
        axis.value,
        axis.keys.flatMap((key) =>
          key.kind === 'ranges'
            ? key.ranges.flatMap((range) =>
                [range.low, range.high].flatMap((at) => (at === null ? [] : [{ at, text: String(at) }])),
              )
            : [],
        ),
      ),
    )
  if (value === null) return []
  if (judge.kind === 'ranges') return near(value, judge.banding.cuts)
  return judge.kind === 'line' ? near(value, judge.knots) : []
}
