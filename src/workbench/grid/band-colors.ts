import { FormulaDataModel, INTERCEPTOR_POINT, SheetInterceptorService } from '@univerjs/preset-sheets-core'
import { BooleanNumber, type IDisposable, InterceptorEffectEnum } from '@univerjs/presets'
import type { Desk } from '../../host/desk/desk.ts'
import { lightTones } from '../../taskpane/shell/tone.ts'
import type { Grid } from './univer.ts'

/**
 * Writes bands in their colour where a formula says `HEALTH.BAND`, without touching the cells: neither the file nor the
 * undo list knows of it. The grid turns colours for its dark look by itself.
 */
export function colorBands(grid: Grid, desk: Desk): IDisposable {
  const formulas = grid.injector.get(FormulaDataModel)
  let made: { readonly state: unknown; readonly colors: ReadonlyMap<string, string> } | null = null
  const colors = (): ReadonlyMap<string, string> => {
    const state = desk.state()
    if (made?.state !== state.models) made = { state: state.models, colors: colorsOf(desk) }
    return made!.colors
  }
  return grid.injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    handler: (cell, { row, col, subUnitId, unitId }, next) => {
      const color = typeof cell?.v === 'string' ? colors().get(cell.v) : undefined
      if (color === undefined) return next(cell)
      const formula = formulas.getFormulaStringByCell(row, col, subUnitId, unitId)
      if (formula === null || formula === undefined || !/HEALTH\.BAND\(/i.test(formula)) return next(cell)
      const interceptorStyle = { ...cell!.interceptorStyle, cl: { rgb: color }, bl: BooleanNumber.TRUE }
      return next({ ...cell, interceptorStyle })
    },
  })
}

/** By label: of all models that may score here. A ladder goes from red to green, whatever its bands are called. */
function colorsOf(desk: Desk): ReadonlyMap<string, string> {
  const colors = new Map<string, string>()
  const ladders = desk.state().models.flatMap(({ model }) => model.segments.map(({ root }) => root.bands))
  for (const bands of ladders) {
    for (const [rank, { label }] of bands.entries()) {
      const step = (bands.length === 1 ? 4 : Math.round((4 * rank) / (bands.length - 1))) as 0 | 1 | 2 | 3 | 4
      colors.set(label, lightTones[`--salus-band-${step}-text`])
    }
  }
  return colors
}
