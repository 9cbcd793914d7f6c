import { cellsOf, witnessOf, type Cell } from '../model/cells.ts'
import type { Domain } from '../model/domain.ts'
import type { Measure } from '../model/group.ts'
import type { Axis, AxisKey } from '../model/judge.ts'
import { choiceHolds, rangeHolds } from '../model/measure-cells.ts'
import type { Model } from '../model/model.ts'
import { domainOfFormula, inputRead } from '../model/value-domain.ts'
import { writtenValue } from '../model/written.ts'
import { found, type Check, type ModelFinding } from './check.ts'
import { equals } from './equals.ts'
import { measurePlaces, placed, type Place } from './places.ts'
import { runs } from './runs.ts'
import { liesIn, stretchOf, stretchText } from './stretch.ts'
import { witnessTo } from './witness.ts'

/** The keys of an axis part its values: `grid-overlap` and `grid-gap`. */
export const gridAxes: Check = (model) =>
  measurePlaces(model).flatMap((place) => {
    const { judge } = place.member
    if (judge.kind !== 'grid') return []
    return [judge.down, judge.across].flatMap((axis) => faults(model, axis, place))
  })

interface AxisCell {
  readonly cell: Cell
  readonly keys: readonly AxisKey[]
}

function faults(model: Model, axis: Axis, place: Place<Measure>): readonly ModelFinding[] {
  const cells = axisCells(axis, domainOfFormula(model, axis.value))
  const otherwise = axis.keys.some((key) => key.kind === 'otherwise')
  const gaps = otherwise ? [] : runs(cells, ({ keys }) => keys.length === 0)
  const pairs = new Map(
    cells.flatMap(({ keys }) =>
      keys.length > 1 ? [[`${keys[0]!.text}\n${keys[1]!.text}`, [keys[0]!, keys[1]!]]] : [],
    ),
  )
  const overlaps = [...pairs.values()].flatMap(([first, second]) =>
    runs(cells, ({ keys }) => keys.includes(first!) && keys.includes(second!)).map((run) => ({
      first: first!,
      second: second!,
      run,
    })),
  )
  return [
    ...overlaps.map(({ first, second, run }) => {
      const condition = conditionOf(axis, run)
      const at = textOf(model, axis, run)
      return found(
        'grid-overlap',
        { first: first.text, second: second.text, at },
        {
          span: second.span,
          related: first.span === null ? [] : [{ span: first.span, label: 'this key is asked first' }],
          ...placed(place),
          witness: witnessTo(model, condition, place),
          question: `does ${at} belong to \`${first.text}\` or to \`${second.text}\`?`,
          touches: condition,
        },
      )
    }),
    ...gaps.map((run) => {
      const condition = conditionOf(axis, run)
      const at = textOf(model, axis, run)
      return found(
        'grid-gap',
        { axis: axis.value.text, at },
        {
          span: axis.keys.at(-1)?.span ?? axis.value.span,
          ...placed(place),
          witness: witnessTo(model, condition, place),
          question: `which key has ${at}? Add one, or \`otherwise\`.`,
          touches: condition,
        },
      )
    }),
  ]
}

/** Missing is left out: an axis without a key for it makes the measure missing, as it should. */
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

function textOf(model: Model, axis: Axis, run: readonly AxisCell[]): string {
  const date = inputRead(model, axis.value.expression)?.type === 'date'
  if (isNumeric(run)) return stretchText(stretchOf(run.map(({ cell }) => cell)), date ? 'date' : axis.value.unit)
  return run
    .map(({ cell }) => (cell.kind === 'other' ? 'any other text' : writtenValue(witnessOf(cell), null)))
    .join(', ')
}

function conditionOf(axis: Axis, run: readonly AxisCell[]) {
  if (isNumeric(run)) return liesIn(axis.value, stretchOf(run.map(({ cell }) => cell)))
  const values = run
    .map(({ cell }) => witnessOf(cell))
    .filter((value) => typeof value === 'string' || typeof value === 'boolean')
  return { kind: 'or', of: values.map((value) => equals(axis.value.expression, value)) } as const
}

function isNumeric(run: readonly AxisCell[]): boolean {
  return run[0]!.cell.kind === 'point' || run[0]!.cell.kind === 'stretch'
}
