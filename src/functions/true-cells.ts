import type { Block } from '../host/block.ts'
import { cellAt } from '../host/desk/cells.ts'
import type { Desk } from '../host/desk/desk.ts'
import type { Cell } from '../tables/cell.ts'
import type { Binding } from './binding.ts'
import { after, type Soon } from './soon.ts'

/** Cells as they stand on the sheet, and what could not be known of them. */
export interface TrueCells {
  readonly cells: readonly (readonly Cell[])[]
  readonly doubts: readonly string[]
}

const BLANKS = 'Blank cells of a computed range arrive as 0: give a range of cells, or write `missing when 0`'
const PERCENTS = 'Formats of a computed range are not known: 0.85 was read as 0.85%, not 85%; give a range of cells'

/**
 * A host may hand over blank cells as 0 and 85% as 0.85. Where that can matter, the cells are looked up by their
 * address; where there is none, the doubt is told.
 */
export function trueCells(
  desk: Desk,
  binding: Binding,
  cells: readonly (readonly Cell[])[],
  block: Block | null,
): Soon<TrueCells> {
  const { blanksAsZero, percentsAsNumbers } = desk.workbook.abilities
  const zeros = blanksAsZero && cells.some((row) => binding.bound.some(({ column }) => row[column] === 0))
  const percents = percentsAsNumbers && hasNumberIn(binding.percents, cells)
  if (!zeros && !percents) return { cells, doubts: [] }
  if (block === null) return { cells, doubts: doubtsOf(binding, cells, zeros, percents) }
  return after(desk.cells(block), (read) => {
    if (read === null) return { cells, doubts: [] }
    const shown = (cell: Cell, row: number, column: number): Cell => {
      if (typeof cell !== 'number') return cell
      const stands = cellAt(read, block.top + row, block.left + column)
      if (stands === null) return cell === 0 && blanksAsZero ? null : cell
      const isPercent = binding.percents.has(column) && typeof stands === 'object' && stands.kind === 'percent'
      return isPercent ? { kind: 'percent', value: cell } : cell
    }
    return { cells: cells.map((row, r) => row.map((cell, c) => shown(cell, r, c))), doubts: [] }
  })
}

function hasNumberIn(columns: ReadonlySet<number>, cells: readonly (readonly Cell[])[]): boolean {
  return cells.some((row) => row.some((cell, column) => typeof cell === 'number' && columns.has(column)))
}

/** A model that says what 0 means needs no doubt, and a percentage of more than 1 is most likely no fraction. */
function doubtsOf(
  { bound }: Binding,
  cells: readonly (readonly Cell[])[],
  zeros: boolean,
  percents: boolean,
): readonly string[] {
  const has = (column: number, test: (cell: number) => boolean): boolean =>
    cells.some((row) => typeof row[column] === 'number' && test(row[column]))
  const doubtful = bound.filter(({ input }) => !input.missingWhen.includes(0))
  return [
    ...(zeros && doubtful.some(({ column }) => has(column, (cell) => cell === 0)) ? [BLANKS] : []),
    ...(percents &&
    bound.some(({ input, column }) => input.type === 'percent' && has(column, (cell) => cell > 0 && cell < 1))
      ? [PERCENTS]
      : []),
  ]
}
