import { finding } from '../../findings/report.ts'
import type { Cell } from '../cell.ts'
import type { RawBatch, RawTable } from '../table.ts'

/** A value of a JSON object as a cell. */
export function jsonCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return { kind: 'other', text: Array.isArray(value) ? `a list of ${value.length}` : 'an object' }
}

export function isJsonObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The keys of all objects, in the order in which they first come. */
export function keysOf(objects: Iterable<object>): readonly string[] {
  const keys = new Set<string>()
  for (const each of objects) for (const key of Object.keys(each)) keys.add(key)
  return [...keys]
}

/** The object's values in the order of `columns`; keys that are not there are new to the caller. */
export function rowOf(object: object, columns: ReadonlyMap<string, number>, onNew?: (key: string) => void): Cell[] {
  const row: Cell[] = Array.from({ length: columns.size }, () => null)
  for (const [key, value] of Object.entries(object)) {
    const column = columns.get(key)
    if (column === undefined) onNew?.(key)
    else row[column] = jsonCell(value)
  }
  return row
}

/** A table of objects at hand; a row's number is its place in the list. */
export function objectsTable(objects: readonly object[]): RawTable {
  const header = keysOf(objects)
  const columns = new Map(header.map((key, column) => [key, column]))
  const rows = objects.map((each) => rowOf(each, columns))
  const batch: RawBatch = { rows, rowNumbers: objects.map((_, i) => i + 1), findings: [] }
  return { header, batches: [batch] }
}

/** The finding for a row that brings a key which the header does not have. */
export function lateColumn(row: number, column: string) {
  return finding('column-late', { row, column: column.slice(0, 40) })
}
