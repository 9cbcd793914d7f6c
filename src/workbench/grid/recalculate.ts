import { FormulaDataModel, IActiveDirtyManagerService } from '@univerjs/preset-sheets-core'
import { CommandType, ICommandService, type IRange, type IUnitRange } from '@univerjs/presets'
import type { Grid } from './univer.ts'

const COMMAND = 'salus.recalculate'

/** Teaches the grid to compute the cells with our functions again, and only those and what hangs on them. */
export function recalculation(grid: Grid, names: readonly string[]): () => Promise<void> {
  const injector = grid.injector
  const commands = injector.get(ICommandService)
  // `HEALTH(` is what every name of ours begins with, up to its dot or bracket.
  const stems = [...new Set(names.map((name) => name.split('.')[0]!))]
  const ours = new RegExp(`(^|[^A-Z0-9_.])(${stems.join('|')})[.(]`, 'i')
  commands.registerCommand({ id: COMMAND, type: CommandType.MUTATION, handler: () => true })
  injector.get(IActiveDirtyManagerService).register(COMMAND, {
    commandId: COMMAND,
    getDirtyData: () => ({ dirtyRanges: ownCells(injector.get(FormulaDataModel), ours), clearDependencyTreeCache: {} }),
  })
  return async () => {
    await commands.executeCommand(COMMAND)
  }
}

interface Formula {
  /** Empty where the formula is that of another cell, moved. */
  readonly f: string
  /** What such cells share. */
  readonly si?: string
}

/** Stretches of cells in a column whose formulas name one of our functions. */
function ownCells(model: FormulaDataModel, ours: RegExp): IUnitRange[] {
  return Object.entries(model.getFormulaData()).flatMap(([unitId, sheets]) =>
    Object.entries(sheets ?? {}).flatMap(([sheetId, rows]) => {
      const cells = formulasOf(rows as Rows)
      const shared = new Set(cells.flatMap(({ formula: { f, si } }) => (si !== undefined && ours.test(f) ? [si] : [])))
      const own = cells.filter(({ formula: { f, si } }) => ours.test(f) || (f === '' && shared.has(si ?? '')))
      return stretches(own).map((range) => ({ unitId, sheetId, range }))
    }),
  )
}

type Rows = Readonly<Record<string, Readonly<Record<string, Formula | null>> | undefined>>

interface Place {
  readonly row: number
  readonly column: number
  readonly formula: Formula
}

function formulasOf(rows: Rows | null | undefined): Place[] {
  return Object.entries(rows ?? {}).flatMap(([row, columns]) =>
    Object.entries(columns ?? {}).flatMap(([column, formula]) =>
      formula === null ? [] : [{ row: Number(row), column: Number(column), formula }],
    ),
  )
}

function stretches(places: readonly Place[]): IRange[] {
  const ranges: IRange[] = []
  const last = new Map<number, IRange>()
  for (const { row, column } of places) {
    const before = last.get(column)
    if (before !== undefined && before.endRow === row - 1) before.endRow = row
    else {
      const range = { startRow: row, endRow: row, startColumn: column, endColumn: column }
      ranges.push(range)
      last.set(column, range)
    }
  }
  return ranges
}
