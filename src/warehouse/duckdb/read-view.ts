import type { Input } from '../../model/input.ts'
import type { Matching } from '../../tables/match.ts'
import { cellOf, readCell } from '../cells/read-cells.ts'
import type { Reading } from '../cells/reading.ts'
import type { Source } from './source.ts'

/** A table of accounts as the model reads it: `account`, then each input by its name and whether its cell is unreadable. */
export interface ReadView {
  /** A query. */
  readonly sql: string
  readonly account: string
  /** Inputs that have a column. */
  readonly inputs: readonly ReadInput[]
}

export interface ReadInput {
  readonly input: Input
  /** As the file calls it. */
  readonly header: string
  /** On the model's scale, null where it is missing or unreadable. */
  readonly value: string
  readonly unreadable: string
}

/** Reads every column once, in four steps: the cell, what it is taken apart into, the value, whether it was read. Columns that nobody asks for cost nothing. */
export function readView(
  source: Source,
  header: readonly string[],
  matching: Matching,
  inputs: readonly Input[],
): ReadView {
  const readings = inputs.flatMap((input, n) => {
    const column = matching.columns.get(input.name)
    if (column === undefined) return []
    const { name, type } = source.columns[column]!
    // Keys are text as they stand, and so is an input that is the key.
    const cell = cellOf(name, column === matching.account && type !== 'VARCHAR' ? 'KEY' : type)
    const own = `cell_${n}`
    return [{ input, header: header[column]!, cell: cell.sql, own, reading: readCell(input, cell.kind, own), n }]
  })
  const key = matching.account === null ? null : source.columns[matching.account]!
  const account =
    key === null
      ? 'cast(null as varchar)'
      : `coalesce(${cellOf(key.name, key.type === 'VARCHAR' ? 'VARCHAR' : 'KEY').sql}, '')`
  const parsed = readings.flatMap(({ reading }) => Object.entries(reading.parsed))
  const select = (columns: readonly string[]): string => `select ${columns.join(',\n  ')}`
  const sql = [
    select([
      'account',
      ...readings.flatMap(({ reading, own, n }) => [
        `value_${n}`,
        `${unreadable(`value_${n}`, own, reading)} as unreadable_${n}`,
      ]),
    ]),
    `from (${select(['*', ...readings.map(({ reading, n }) => `${reading.value} as value_${n}`)])}`,
    `from (${select(['*', ...parsed.map(([name, value]) => `${value} as ${name}`)])}`,
    `from (${select([`${account} as account`, ...readings.map(({ cell, own }) => `${cell} as ${own}`)])}`,
    `from ${source.from}${source.where === null ? '' : ` where ${source.where}`})))`,
  ].join('\n')
  return {
    sql,
    account: 'account',
    inputs: readings.map(({ input, header: shown, n }) => ({
      input,
      header: shown,
      value: `value_${n}`,
      unreadable: `unreadable_${n}`,
    })),
  }
}

/** What is written for "no data" is looked for only where a value is lacking. */
function unreadable(value: string, cell: string, { missing }: Reading): string {
  if (missing === `${cell} is null`) return `${value} is null and ${cell} is not null`
  return `case when ${value} is null then not ${missing} else false end`
}
