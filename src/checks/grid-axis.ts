import { cellsOf, witnessOf, type Cell } from '../model/cells.ts'
import type { Domain } from '../model/domain.ts'
import type { Expression } from '../model/expression.ts'
import type { Measure } from '../model/group.ts'
import type { Axis, AxisKey } from '../model/judge.ts'
import { choiceHolds, rangeHolds } from '../model/measure-cells.ts'
import type { Model } from '../model/model.ts'
import { domainOfFormula, inputRead } from '../model/value-domain.ts'
import { writtenNumber, writtenValue } from '../model/written.ts'
import { equals } from './equals.ts'
import { endTexts } from './number-text.ts'
import { judgedPlaces, type Place } from './places.ts'
import { liesIn, stretchOf, stretchText } from './stretch.ts'

/** One side of a two-way table, cut into cells. */
export interface GridAxis {
  readonly place: Place<Measure>
  readonly axis: Axis
  readonly cells: readonly AxisCell[]
  readonly whole: boolean
}

export interface AxisCell {
  readonly cell: Cell
  /** The keys that claim it, `otherwise` left aside. */
  readonly keys: readonly AxisKey[]
}

/** The axes of every grid. Missing is left out: an axis without a key for it makes the measure missing, as it should. */
export function gridAxes(model: Model): readonly GridAxis[] {
  return judgedPlaces(model).flatMap((place) => {
    const { judge } = place.member
    if (judge.kind !== 'grid') return []
    return [judge.down, judge.across].map((axis) => {
      const domain = domainOfFormula(model, axis.value)
      return { place, axis, cells: axisCells(axis, domain), whole: domain.kind === 'number' && domain.whole }
    })
  })
}

function axisCells(axis: Axis, domain: Domain): readonly AxisCell[] {
  const cuts = axis.keys.flatMap((key): readonly (number | string)[] => {
    if (key.kind === 'values') return key.values
    return key.kind === 'ranges'
      ? key.ranges.flatMap((range) => [range.low, range.high]).filter((edge) => edge !== null)
      : []
  })
  return cellsOf(domain, cuts)
    .filter((cell) => cell.kind !== 'missing')
    .map((cell) => ({ cell, keys: axis.keys.filter((key) => keyHolds(key, cell)) }))
}

function keyHolds(key: AxisKey, cell: Cell): boolean {
  if (key.kind === 'ranges') return key.ranges.some((range) => rangeHolds(range, cell))
  return key.kind === 'values' && key.values.some((value) => choiceHolds(value, cell))
}

/** Neighbouring cells in words. */
export function cellsText(model: Model, { axis }: GridAxis, run: readonly AxisCell[]): string {
  if (isNumeric(run)) return stretchText(stretchOf(run.map(({ cell }) => cell)), unitOf(model, axis))
  return run
    .map(({ cell }) => (cell.kind === 'other' ? 'any other text' : writtenValue(witnessOf(cell), null)))
    .join(', ')
}

/** True where the value of the axis lies in the cells. */
export function isInCells({ axis }: GridAxis, run: readonly AxisCell[]): Expression {
  if (isNumeric(run)) return liesIn(axis.value, stretchOf(run.map(({ cell }) => cell)))
  const values = run
    .map(({ cell }) => witnessOf(cell))
    .filter((value) => typeof value === 'string' || typeof value === 'boolean')
  return { kind: 'or', of: values.map((value) => equals(axis.value.expression, value)) }
}

export function isNumeric(run: readonly AxisCell[]): boolean {
  return run[0]!.cell.kind === 'point' || run[0]!.cell.kind === 'stretch'
}

/** How an edge is written on the axis. */
export function axisEdge(model: Model, { axis }: GridAxis, edge: number | null): string {
  if (edge === null) return ''
  const unit = unitOf(model, axis)
  for (const key of axis.keys) {
    for (const range of key.kind === 'ranges' ? key.ranges : []) {
      const texts = endTexts(range, unit)
      if (range.low === edge) return texts.low
      if (range.high === edge) return texts.high
    }
  }
  return writtenNumber(edge, unit)
}

function unitOf(model: Model, axis: Axis) {
  return inputRead(model, axis.value.expression)?.type === 'date' ? 'date' : axis.value.unit
}
