import { bareInput } from '../../model/bare-input.ts'
import type { Column, Columns } from '../../model/columns.ts'
import type { Input, InputType } from '../../model/input.ts'
import { withTable } from '../../tables/node.ts'
import { joinColumns } from '../join-columns.ts'
import { demandWhole } from '../accounts.ts'
import type { Say } from './open-tables.ts'

/** A whole table of rows by date and account. */
export interface DatedRows {
  readonly columns: Columns
  /** Where a person finds each row, from 1. */
  readonly rowNumbers: readonly number[]
}

/** Reads a table in which an account comes once a date: no column of it is the key of a row. */
export async function readDatedRows(path: string, inputs: readonly Input[], say: Say): Promise<DatedRows> {
  return withTable(
    path,
    inputs,
    async (table) => {
      const parts: Columns[] = []
      const rowNumbers: number[] = []
      const findings = [...table.findings]
      for await (const batch of table.batches) {
        parts.push(batch.columns)
        for (let row = 0; row < batch.columns.length; row++) rowNumbers.push(batch.rowNumbers[row]!)
        findings.push(...batch.findings)
      }
      say(path, findings)
      demandWhole(path, findings)
      return { columns: joinColumns(parts), rowNumbers }
    },
    { key: false },
  )
}

/** An input that a table is asked for besides those of a model. */
export function extraInput(name: string, type: InputType, labels: readonly string[]): Input {
  return bareInput(name, type, { labels, grain: 'snapshot' })
}

/** A text at a row; null where there is none. */
export function textOf(column: Column | undefined, row: number): string | null {
  return column?.kind === 'text' ? (column.dictionary[column.codes[row]!] ?? null) : null
}

/** The first day of a column of dates. */
export function firstDate(dates: Column | undefined): number | null {
  const known = [...(dates?.kind === 'number' ? dates.values : [])].filter((date) => !Number.isNaN(date))
  return known.length === 0 ? null : known.reduce((first, date) => Math.min(first, date))
}

/** The rows of the last date on or before each of `days`, by date. */
export function rowsOfDates(dates: Column | undefined, days: readonly number[]): ReadonlyMap<number, Int32Array> {
  const known = dates?.kind === 'number' ? dates.values : new Float64Array(0)
  const distinct = [...new Set(known)].filter((date) => !Number.isNaN(date)).toSorted((a, b) => a - b)
  const wanted = [...new Set(days.flatMap((day) => distinct.findLast((date) => date <= day) ?? []))]
  return new Map(
    wanted.map((date) => {
      const rows = Array.from(known.keys()).filter((row) => known[row] === date)
      return [date, Int32Array.from(rows)] as const
    }),
  )
}
