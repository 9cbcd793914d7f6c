import {
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/preset-sheets-core'
import { ICommandService, type IExecutionOptions, IUndoRedoService } from '@univerjs/presets'
import { columnLetters } from '../host/block.ts'
import { type Desk, openDesk } from '../host/desk/desk.ts'
import type { Book } from '../tables/xlsx/book.ts'
import { answer } from '../functions/answer.ts'
import { after } from '../functions/soon.ts'
import { gridFunctions } from './functions/functions.ts'
import { misspelt } from './functions/misspelt.ts'
import { warmHeaders } from './functions/warm-headers.ts'
import { type Problems, problems } from './functions/problems.ts'
import { colorBands } from './grid/band-colors.ts'
import { bookOf } from './grid/book.ts'
import { listAround } from './grid/regions.ts'
import { findSheet } from './grid/sheet-reader.ts'
import { snapshotOf } from './grid/snapshot.ts'
import { tablesOf } from './grid/tables.ts'
import { type Grid, startGrid } from './grid/univer.ts'
import { type GridWorkbook, gridWorkbook } from './grid/workbook.ts'
import { keeper } from './keeper.ts'
import { watchOtherTabs } from './other-tabs.ts'
import type { Kept } from './store.ts'

/** The workbook that is open: its grid, the desk over it, and what the page does with them. */
export interface Session {
  readonly grid: Grid
  readonly workbook: GridWorkbook
  readonly desk: Desk
  /** Puts another workbook in the place of the one that is open. */
  readonly open: (name: string, book: Book) => Promise<void>
  /** All that a file of it holds. */
  readonly book: () => Book
  /** Told that a file of it was saved. */
  readonly saved: () => void
  readonly undo: () => void
  readonly redo: () => void
  readonly state: () => SessionState
  /** Calls the listener at each change of `state`. Returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void
  readonly close: () => void
}

/** What the page shows of a session besides the grid; the same object until something changes. */
export interface SessionState {
  readonly name: string
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Whether this browser holds everything that was done. */
  readonly kept: 'yes' | 'soon' | 'refused'
  /** Whether something was changed since the workbook was opened or saved to a file. */
  readonly changed: boolean
  /** Whether another tab of this browser has a workbook open as well: only the last change of either is kept. */
  readonly alsoOpen: boolean
  /** What the selected cell could not compute. */
  readonly problem: { readonly cell: string; readonly message: string } | null
}

/** Starts the grid in an element with the workbook of the last visit, or another one to begin with. */
export async function startSession(host: HTMLElement, first: Kept): Promise<Session> {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const known = problems()
  const places = { sheetName: (id: string) => sheetName(grid, id), onProblem: known.set }
  const functions = gridFunctions((name, call) =>
    after(warm.of(call.addresses[0] ?? null), () => answer(desk, name, call)),
  )
  const grid: Grid = startGrid(host, functions, places, dark.matches)
  const names = functions.map((each) => each.name)
  const workbook = gridWorkbook(grid, names, first.part)
  const desk = openDesk(workbook)
  const warm = warmHeaders(desk.headers, (row) => {
    const sheet = findSheet(grid, row.sheet)
    return sheet === null ? row : listAround(sheet, tablesOf(grid), row)
  })
  await desk.load()

  let state: SessionState = {
    name: first.name,
    canUndo: false,
    canRedo: false,
    kept: 'yes',
    changed: first.changed ?? false,
    alsoOpen: false,
    problem: null,
  }
  const listeners = new Set<() => void>()
  const change = (changes: Partial<SessionState>): void => {
    if (Object.entries(changes).every(([key, value]) => state[key as keyof SessionState] === value)) return
    state = { ...state, ...changes }
    for (const listener of listeners) listener()
  }
  const injector = grid.injector
  let isCalculating = false
  const keeping = keeper(
    () => ({
      schema: 1,
      name: state.name,
      snapshot: grid.api.getActiveWorkbook()!.save(),
      part: workbook.part(),
      changed: state.changed,
    }),
    () => isCalculating,
    (kept) => change({ kept }),
  )
  grid.api.createWorkbook(first.snapshot)
  const parts = [
    colorBands(grid, desk),
    workbook.watch((event) => {
      if (event.kind === 'part') {
        change({ changed: true })
        keeping.soon()
      }
      if (event.kind === 'structure') warm.forget()
    }),
    watchOtherTabs((alsoOpen) => change({ alsoOpen })),
    listen(dark, () => grid.api.toggleDarkMode(dark.matches)),
    injector
      .get(IUndoRedoService)
      .undoRedoStatus$.subscribe(({ undos, redos }) => change({ canUndo: undos > 0, canRedo: redos > 0 })),
    injector.get(ICommandService).onCommandExecuted(({ id, params }, options) => {
      if (isEdit(id, options)) change({ changed: true })
      if (id === SetFormulaCalculationStartMutation.id) isCalculating = true
      if (id === SetFormulaCalculationNotificationMutation.id && isOver(params)) isCalculating = false
      if (id.startsWith('sheet.mutation.')) keeping.soon()
      if (/set-selections|set-range-values|set-worksheet-active/.test(id))
        change({ problem: problemHere(grid, known, names) })
    }),
  ]

  return {
    grid,
    workbook,
    desk,
    open: async (name, book) => {
      const before = grid.api.getActiveWorkbook()
      known.clear()
      warm.forget()
      if (before !== null) grid.api.disposeUnit(before.getId())
      workbook.replacePart(book.part)
      await desk.reload()
      grid.api.createWorkbook(snapshotOf(book, name))
      change({ name, changed: false })
      keeping.soon()
    },
    book: () => bookOf(grid, workbook.part()),
    saved: () => {
      change({ changed: false })
      keeping.soon()
    },
    undo: () => void grid.api.undo(),
    redo: () => void grid.api.redo(),
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => {
      for (const part of parts) stop(part)
      keeping.close()
      desk.close()
      grid.close()
    },
  }
}

/** The grid reports on its way, and when it has come to an end. */
function isOver(params: unknown): boolean {
  return typeof params === 'object' && params !== null && 'functionsExecutedState' in params
}

/** Not what the grid works out by itself: results of formulas, and heights of rows. */
function isEdit(id: string, options: IExecutionOptions | undefined): boolean {
  return id.startsWith('sheet.mutation.') && !id.endsWith('auto-height') && options?.['fromFormula'] !== true
}

function sheetName(grid: Grid, id: string): string | null {
  return grid.api.getActiveWorkbook()?.getSheetBySheetId(id)?.getSheetName() ?? null
}

/** Only while the cell shows an error: what was said of a formula that is gone no longer holds. */
function problemHere(grid: Grid, known: Problems, names: readonly string[]): SessionState['problem'] {
  const cell = grid.api.getActiveWorkbook()?.getActiveCell()
  if (cell === null || cell === undefined) return null
  const place = { sheetId: cell.getSheetId(), row: cell.getRow(), column: cell.getColumn() }
  const { v: value, f: formula } = cell.getCellData() ?? {}
  const message = value === '#NAME?' ? misspelt(formula ?? '', names) : known.at(place)
  if (message === null || !String(value ?? '').startsWith('#')) return null
  return { cell: `${columnLetters(place.column)}${place.row + 1}`, message }
}

type Listening = (() => void) | { readonly dispose: () => void } | { readonly unsubscribe: () => void }

function stop(listening: Listening): void {
  if (typeof listening === 'function') listening()
  else if ('dispose' in listening) listening.dispose()
  else listening.unsubscribe()
}

function listen(query: MediaQueryList, listener: () => void): () => void {
  query.addEventListener('change', listener)
  return () => query.removeEventListener('change', listener)
}
