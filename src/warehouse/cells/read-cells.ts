import type { Input } from '../../model/input.ts'
import { sqlName } from '../../tables/parquet/duckdb.ts'
import { trimmed } from './blanks.ts'
import { readAnswer } from './read-answer.ts'
import { readDate } from './read-date.ts'
import { readNumber } from './read-number.ts'
import { readText } from './read-text.ts'
import type { CellKind, Reading } from './reading.ts'

/** The cell of a column of that type of DuckDB, as the tables give it to their readers. */
export function cellOf(column: string, type: string): { readonly kind: CellKind; readonly sql: string } {
  const name = sqlName(column)
  if (/^U?(?:TINY|SMALL|BIG|HUGE)?INT(?:EGER)?$|^DOUBLE$|^DECIMAL/.test(type)) {
    return { kind: 'number', sql: `cast(${name} as double)` }
  }
  if (type === 'FLOAT') return { kind: 'number', sql: `cast(cast(${name} as varchar) as double)` }
  if (type === 'BOOLEAN') return { kind: 'yes/no', sql: name }
  if (type === 'DATE' || type.startsWith('TIMESTAMP')) {
    return { kind: 'date', sql: `cast(date_diff('day', date '1970-01-01', try_cast(${name} as date)) as double)` }
  }
  if (type === 'VARCHAR') return { kind: 'text', sql: trimmed(name) }
  return { kind: 'text', sql: trimmed(`cast(${name} as varchar)`) }
}

/** How an input reads such a cell; `cell` is a column of its own. The rules are those of docs/data.md. */
export function readCell(input: Input, kind: CellKind, cell: string): Reading {
  switch (input.type) {
    case 'text':
    case 'choice':
      return readText(input, kind, cell)
    case 'yes/no':
      return readAnswer(input, kind, cell)
    case 'date':
      return readDate(input, kind, cell)
    default:
      return readNumber(input, kind, cell)
  }
}
