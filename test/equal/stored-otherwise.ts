import type { Input } from '../../src/model/input.ts'
import type { TableCell, TableColumn } from './engines/index.ts'
import { columnsOf, KEY, type Rows } from './subject.ts'

/**
 * The same accounts in the other types that warehouses have: whole numbers as bigint, others as decimals, answers as
 * words, dates as timestamps, keys as numbers. What such a type cannot hold is missing.
 */
export function storedOtherwise(
  name: string,
  inputs: readonly Input[],
  cells: readonly (readonly TableCell[])[],
): Rows {
  const columns = inputs.map((input, at): TableColumn => {
    const stored = cells.map((row, n) => fitting(input, row[at] ?? null, n))
    return { name: input.name, type: typeOf(input), cells: stored }
  })
  // What the evaluator reads is what the column holds, as a number or a date.
  const read = cells.map((_, n) => columns.map(({ type, cells: stored }) => asRead(type, stored[n] ?? null)))
  const keys: TableColumn = { name: KEY, type: 'bigint', cells: cells.map((_, n) => n) }
  return { table: { name, columns: [keys, ...columns] }, columns: columnsOf(inputs, read) }
}

function typeOf({ type, whole }: Input): TableColumn['type'] {
  if (type === 'yes/no' || type === 'choice' || type === 'text') return 'text'
  if (type === 'date') return 'timestamp'
  return whole ? 'bigint' : 'decimal'
}

const WORDS = [
  ['yes', 'TRUE', ' y ', '1', 'T'],
  ['no', 'False', 'N', '0', 'f\t'],
] as const

/** The cell as a column of its type holds it. */
function fitting(input: Input, cell: TableCell, row: number): TableCell {
  switch (typeOf(input)) {
    case 'text':
      return typeof cell === 'boolean' ? WORDS[cell ? 0 : 1][row % 5]! : cell
    case 'timestamp':
      return cell === null ? null : `${cell} ${row % 2 === 0 ? '00:00:00' : '23:59:59'}`
    case 'bigint':
      return Number.isSafeInteger(cell) ? Number(cell) + 0 : null
    default:
      return typeof cell === 'number' && Math.abs(cell) < 1e8 && Number(cell.toFixed(6)) === cell
        ? cell.toFixed(6)
        : null
  }
}

function asRead(type: TableColumn['type'], cell: TableCell): TableCell {
  if (cell === null) return null
  if (type === 'timestamp') return String(cell).slice(0, 10)
  return type === 'decimal' ? Number(cell) : cell
}
