import type { Fix } from '../findings/finding.ts'
import type { AxisKey } from '../model/judge.ts'
import { rangeHolds } from '../model/measure-cells.ts'
import type { Model } from '../model/model.ts'
import { found, type Check } from './check.ts'
import { without } from './claims.ts'
import { axisEdge, cellsText, gridAxes, isInCells, isNumeric, type AxisCell, type GridAxis } from './grid-axis.ts'
import { claimText } from './number-text.ts'
import { placed } from './places.ts'
import { runs } from './runs.ts'
import { stretchOf } from './stretch.ts'
import { witnessTo } from './witness.ts'

/** Two keys of an axis must not claim the same value. */
export const gridOverlap: Check = (model) =>
  gridAxes(model).flatMap((axis) =>
    pairsOf(axis).flatMap(([first, second]) =>
      runs(axis.cells, ({ keys }) => keys.includes(first) && keys.includes(second)).map((run) => {
        const condition = isInCells(axis, run)
        const at = cellsText(model, axis, run)
        return found(
          'grid-overlap',
          { first: first.text, second: second.text, at },
          {
            span: second.span,
            related: first.span === null ? [] : [{ span: first.span, label: 'this key is asked first' }],
            ...placed(axis.place),
            witness: witnessTo(model, condition, axis.place),
            fixes: [...leaveTo(model, axis, first, second, run), ...leaveTo(model, axis, second, first, run)],
            question: `does ${at} belong to \`${first.text}\` or to \`${second.text}\`?`,
            touches: condition,
          },
        )
      }),
    ),
  )

function pairsOf({ axis, cells }: GridAxis): readonly (readonly [AxisKey, AxisKey])[] {
  const together = (a: AxisKey, b: AxisKey) => cells.some(({ keys }) => keys.includes(a) && keys.includes(b))
  return axis.keys.flatMap((second, n) =>
    axis.keys.slice(0, n).flatMap((first) => (together(first, second) ? [[first, second] as const] : [])),
  )
}

function leaveTo(
  model: Model,
  axis: GridAxis,
  winner: AxisKey,
  loser: AxisKey,
  run: readonly AxisCell[],
): readonly Fix[] {
  if (loser.kind !== 'ranges' || !isNumeric(run)) return []
  const range = loser.ranges.find((candidate) => rangeHolds(candidate, run[0]!.cell))
  const rest = range === undefined ? null : without(range, stretchOf(run.map(({ cell }) => cell)), axis.whole)
  const text = rest && claimText(rest, { low: axisEdge(model, axis, rest.low), high: axisEdge(model, axis, rest.high) })
  if (text === null || range?.span == null) return []
  return [{ title: `give ${cellsText(model, axis, run)} to \`${winner.text}\``, edits: [{ span: range.span, text }] }]
}
