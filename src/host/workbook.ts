import type { Cell } from '../tables/cell.ts'
import type { Block } from './block.ts'

/**
 * The workbook as Salus sees it: all that functions and the pane ever ask of a spreadsheet. `host/office` implements it
 * on Office.js, the workbench on its grid, and nothing else names either. What a host cannot do rejects with
 * `HostProblem`, whose message is a sentence for the user.
 */
export interface Workbook {
  readonly abilities: Abilities

  /**
   * Cells of each block, one round trip for all: blank cells are null, error cells their text (`#DIV/0!`), percentages
   * and dates carry their format. A block on a sheet that is gone gives null. Blocks are cut to the used range of their
   * sheet, so that whole columns can be asked for.
   */
  readBlocks(blocks: readonly Block[]): Promise<readonly (CellBlock | null)[]>

  /** The header row that belongs to each block, one round trip for all: its table's, else the first row of the region it stands in; null where there is none. */
  readHeaders(blocks: readonly Block[]): Promise<readonly (HeaderRow | null)[]>

  /** Everything that looks like a list of accounts: tables first, then the filled region of each sheet. */
  regions(): Promise<readonly Region[]>

  /** What is selected now; null where nothing on a sheet is. */
  selection(): Promise<Block | null>

  /** Calls the listener at each change, after the fact. Returns how to stop. */
  watch(listener: (event: WorkbookEvent) => void): () => void

  /** Selects and scrolls to a block. */
  select(block: Block): Promise<void>

  /** Makes or replaces a sheet. Cells that begin with `=` are formulas. Gives the block written. */
  writeSheet(sheet: SheetContent): Promise<Block>

  /** Writes cells over a block, one undo step. */
  writeCells(block: Block, cells: readonly (readonly Cell[])[]): Promise<void>

  /** The text of Salus's part of the workbook; null where there is none. */
  readPart(): Promise<string | null>

  /**
   * Stores it, if what is stored still is `expected` (as `readPart` gave it); otherwise nothing is written and what is
   * there now comes back.
   */
  writePart(
    text: string,
    expected: string | null,
  ): Promise<{ readonly written: boolean; readonly found: string | null }>

  /** Makes cells with our functions compute again. */
  recalculate(): Promise<void>

  /** Who works here, for overrides and versions; null where the host does not say. */
  readonly author: string | null
}

export interface Abilities {
  /** What the user knows the place as: `Excel`, `the workbench`. */
  readonly name: string
  /** Numbers may carry a card (ExcelApi 1.19). */
  readonly cards: boolean
  /** A blank cell reaches a function as 0, so that blanks have to be looked up. */
  readonly blanksAsZero: boolean
  /** A cell that shows 85% reaches a function as 0.85, so that formats have to be looked up. */
  readonly percentsAsNumbers: boolean
}

/** Cells by row. `block` is what was read: what was asked for, cut to the used range. */
export interface CellBlock {
  readonly block: Block
  readonly cells: readonly (readonly Cell[])[]
}

/** A header row, wide enough for the block it was asked for: `headers[0]` stands over `block.left`. */
export interface HeaderRow {
  readonly row: number
  readonly headers: readonly Cell[]
}

/** A list on a sheet. `block` holds the header row and everything under it. */
export interface Region {
  readonly block: Block
  /** The table's name; null for a plain region. */
  readonly table: string | null
  readonly headers: readonly string[]
}

export type WorkbookEvent =
  /** Cells changed: values, blanks or formats. */
  | { readonly kind: 'cells'; readonly block: Block }
  /** Rows or columns moved, tables or sheets came, went or were renamed: what is known about places may be wrong. */
  | { readonly kind: 'structure' }
  | { readonly kind: 'selection'; readonly block: Block | null }
  /** Our part may have changed under us: the workbook was opened, gained focus, or another client saved. */
  | { readonly kind: 'part' }

export interface SheetContent {
  readonly name: string
  /** The first row is bold, frozen and becomes a table where the host has tables. */
  readonly rows: readonly (readonly Cell[])[]
  readonly table?: string
  /** Of columns, in characters; hosts that fit columns to what stands in them do so instead. */
  readonly widths?: readonly number[]
  /** Number formats, also of cells that results will spill into. */
  readonly formats?: readonly { readonly cells: Omit<Block, 'sheet'>; readonly format: string }[]
}

/** What a host could not do, in a sentence for the user. */
export class HostProblem extends Error {
  override readonly name = 'HostProblem'
}
