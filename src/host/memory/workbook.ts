import type { Cell } from '../../tables/cell.ts'
import type { Block } from '../block.ts'
import type { Abilities, CellBlock, HeaderRow, Region, Workbook, WorkbookEvent } from '../workbook.ts'
import { cutToUsed, filledRegions, regionAround, usedBlock } from './regions.ts'
import { type MemorySheet, type MemoryTable, moveColumn, insertColumn } from './sheet.ts'

/** A workbook that lives in memory: what the pane shows where there is no spreadsheet, and what tests work on. */
export interface MemoryWorkbook extends Workbook {
  /** Cells as this kind of host hands them to a function: blanks as 0 where it does so, percentages and dates as numbers. */
  readonly handOver: (block: Block) => readonly (readonly Cell[])[]
  readonly setSelection: (block: Block | null) => void
  readonly addTable: (name: string, block: Block) => void
  readonly renameSheet: (from: string, to: string) => void
  readonly deleteSheet: (name: string) => void
  readonly insertColumn: (sheet: string, column: number) => void
  readonly moveColumn: (sheet: string, from: number, to: number) => void
  /** Calls the listener whenever functions are to compute again. Returns how to stop. */
  readonly onRecalculate: (listener: () => void) => () => void
}

export interface MemoryOptions {
  readonly abilities?: Partial<Abilities>
  readonly sheets?: readonly { readonly name: string; readonly rows: readonly (readonly Cell[])[] }[]
  readonly part?: string | null
  readonly author?: string | null
}

export function memoryWorkbook({
  abilities,
  sheets = [],
  part = null,
  author = null,
}: MemoryOptions = {}): MemoryWorkbook {
  const all: MemorySheet[] = sheets.map(({ name, rows }) => ({ name, cells: rows.map((row) => [...row]), tables: [] }))
  const listeners = new Set<(event: WorkbookEvent) => void>()
  const recalculations = new Set<() => void>()
  let stored = part
  let selected: Block | null = null
  const can: Abilities = {
    name: 'this preview',
    cards: true,
    blanksAsZero: false,
    percentsAsNumbers: false,
    ...abilities,
  }

  const find = (name: string): MemorySheet | undefined =>
    all.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase())

  const demand = (name: string): MemorySheet => {
    const found = find(name)
    if (found !== undefined) return found
    const made = { name, cells: [], tables: [] }
    all.push(made)
    return made
  }

  const tell = (event: WorkbookEvent): void => {
    for (const listener of listeners) queueMicrotask(() => listeners.has(listener) && listener(event))
  }

  const read = (block: Block): CellBlock | null => {
    const sheet = find(block.sheet)
    if (sheet === undefined) return null
    const cut = cutToUsed(block, usedBlock(sheet))
    return { block: cut, cells: cellsOf(sheet, cut) }
  }

  const headerOf = (block: Block): HeaderRow | null => {
    const sheet = find(block.sheet)
    if (sheet === undefined) return null
    const region = tableAt(sheet, block)?.block ?? regionAround(sheet, block)
    if (region === null || region.top >= block.top) return null
    const row = { ...block, top: region.top, bottom: region.top }
    return { row: region.top, headers: cellsOf(sheet, row)[0]! }
  }

  const write = (block: Block, cells: readonly (readonly Cell[])[]): void => {
    const { cells: rows } = demand(block.sheet)
    for (const [r, row] of cells.entries()) {
      const target = (rows[block.top + r] ??= [])
      for (const [c, cell] of row.entries()) target[block.left + c] = cell
    }
    for (let row = 0; row < rows.length; row++) rows[row] ??= []
    tell({ kind: 'cells', block })
  }

  const restructure = (act: () => void): void => {
    act()
    tell({ kind: 'structure' })
  }

  return {
    abilities: can,
    author,
    readBlocks: async (blocks) => blocks.map(read),
    readHeaders: async (blocks) => blocks.map(headerOf),
    regions: async () => all.flatMap(regionsOf),
    selection: async () => selected,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    select: async (block) => {
      selected = block
      tell({ kind: 'selection', block })
    },
    writeSheet: async ({ name, rows, table }) => {
      const width = Math.max(1, ...rows.map((row) => row.length))
      const block = { sheet: name, top: 0, left: 0, bottom: Math.max(0, rows.length - 1), right: width - 1 }
      restructure(() => {
        const sheet = demand(name)
        sheet.cells = rows.map((row) => [...row])
        sheet.tables = table === undefined ? [] : [{ name: table, block }]
      })
      return block
    },
    writeCells: async (block, cells) => write(block, cells),
    readPart: async () => stored,
    writePart: async (text, expected) => {
      if (stored !== expected) return { written: false, found: stored }
      stored = text
      tell({ kind: 'part' })
      return { written: true, found: text }
    },
    recalculate: async () => {
      for (const listener of recalculations) listener()
    },
    handOver: (block) => {
      const sheet = find(block.sheet)
      return cellsOf(sheet ?? { name: block.sheet, cells: [], tables: [] }, block).map((row) =>
        row.map((cell) => handedOver(cell, can)),
      )
    },
    setSelection: (block) => {
      selected = block
      tell({ kind: 'selection', block })
    },
    addTable: (name, block) => restructure(() => demand(block.sheet).tables.push({ name, block })),
    renameSheet: (from, to) =>
      restructure(() => {
        const sheet = demand(from)
        sheet.name = to
        sheet.tables = sheet.tables.map((table) => ({ ...table, block: { ...table.block, sheet: to } }))
      }),
    deleteSheet: (name) => restructure(() => all.splice(all.indexOf(demand(name)), 1)),
    insertColumn: (sheet, column) => restructure(() => insertColumn(demand(sheet), column)),
    moveColumn: (sheet, from, to) => restructure(() => moveColumn(demand(sheet), from, to)),
    onRecalculate: (listener) => {
      recalculations.add(listener)
      return () => recalculations.delete(listener)
    },
  }
}

function cellsOf({ cells }: MemorySheet, { top, left, bottom, right }: Block): Cell[][] {
  return Array.from({ length: bottom - top + 1 }, (_, r) =>
    Array.from({ length: right - left + 1 }, (__, c) => cells[top + r]?.[left + c] ?? null),
  )
}

function tableAt({ tables }: MemorySheet, block: Block): MemoryTable | undefined {
  return tables.find(
    ({ block: one }) =>
      one.top <= block.top && one.bottom >= block.top && one.left <= block.left && one.right >= block.left,
  )
}

/** Tables first, then what is filled outside them. */
function regionsOf(sheet: MemorySheet): Region[] {
  const texts = (block: Block): string[] =>
    cellsOf(sheet, { ...block, bottom: block.top })[0]!.map((cell) =>
      typeof cell === 'string' ? cell : String(cell ?? ''),
    )
  const tables = sheet.tables.map(({ name, block }): Region => ({ block, table: name, headers: texts(block) }))
  const filled = filledRegions(sheet).filter((block) => tableAt(sheet, block) === undefined)
  return [...tables, ...filled.map((block): Region => ({ block, table: null, headers: texts(block) }))]
}

const EPOCH = 25_569

function handedOver(cell: Cell, { blanksAsZero, percentsAsNumbers }: Abilities): Cell {
  if (cell === null) return blanksAsZero ? 0 : null
  if (typeof cell !== 'object' || !percentsAsNumbers) return cell
  if (cell.kind === 'percent') return cell.value
  return cell.kind === 'date' ? cell.value + EPOCH : cell.text
}
