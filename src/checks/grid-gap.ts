import type { Fix } from '../findings/finding.ts'
import type { Model } from '../model/model.ts'
import { found, type Check } from './check.ts'
import { withStretch } from './claims.ts'
import { axisEdge, cellsText, gridAxes, isInCells, isNumeric, type AxisCell, type GridAxis } from './grid-axis.ts'
import { claimText } from './number-text.ts'
import { placed } from './places.ts'
import { runs } from './runs.ts'
import { stretchOf } from './stretch.ts'
import { witnessTo } from './witness.ts'

/** Every value of an axis has a key, or `otherwise` stands for the rest. */
export const gridGap: Check = (model) =>
  gridAxes(model)
    .filter(({ axis }) => axis.keys.every((key) => key.kind !== 'otherwise'))
    .flatMap((axis) =>
      runs(axis.cells, ({ keys }) => keys.length === 0).map((run) => {
        const condition = isInCells(axis, run)
        const at = cellsText(model, axis, run)
        const fixes = isNumeric(run) ? [...reach(model, axis, run, 'below'), ...reach(model, axis, run, 'above')] : []
        return found(
          'grid-gap',
          { axis: axis.axis.value.text, at },
          {
            span: fixes[0]?.edits[0]?.span ?? axis.axis.keys.at(-1)?.span ?? axis.axis.value.span,
            ...placed(axis.place),
            witness: witnessTo(model, condition, axis.place),
            fixes,
            question: `which key has ${at}? Add one, or \`otherwise\`.`,
            touches: condition,
          },
        )
      }),
    )

/** The key beside the gap, made to hold it. */
function reach(model: Model, axis: GridAxis, run: readonly AxisCell[], side: 'below' | 'above'): readonly Fix[] {
  const gap = stretchOf(run.map(({ cell }) => cell))
  for (const key of axis.axis.keys) {
    for (const range of key.kind === 'ranges' ? key.ranges : []) {
      const wider = withStretch(range, gap, side, axis.whole)
      if (wider === null || range.span === null) continue
      const text = claimText(wider, { low: axisEdge(model, axis, wider.low), high: axisEdge(model, axis, wider.high) })
      if (text === null) continue
      return [{ title: `give ${cellsText(model, axis, run)} to \`${key.text}\``, edits: [{ span: range.span, text }] }]
    }
  }
  return []
}
