import type { Input } from '../../model/input.ts'
import { sqlText } from '../../tables/parquet/duckdb.ts'
import { ANSWERS } from '../../model/cell-words.ts'
import { numberOfText } from './number-text.ts'
import { isMarked } from './read-number.ts'
import { isMissing, neverRead, type CellKind, type Reading } from './reading.ts'

/** Yes and no. */
export function readAnswer(input: Input, kind: CellKind, cell: string): Reading {
  if (kind === 'yes/no') return { parsed: {}, value: cell, missing: `${cell} is null` }
  if (kind === 'date') return neverRead(cell, 'boolean')
  const number = kind === 'number' ? cell : `${cell}_number.bare`
  const marked = isMarked(input, [number])
  const byNumber = `when ${number} = 1e0 then true when ${number} = 0e0 then false`
  const unmarked = marked === null ? '' : `when ${marked} then null `
  if (kind === 'number') {
    const missing = `${cell} is null`
    return {
      parsed: {},
      value: `case ${unmarked}${byNumber} end`,
      missing: marked === null ? missing : `(${missing} or ${marked})`,
    }
  }
  const words = (answer: boolean): string =>
    [...ANSWERS]
      .filter(([, one]) => one === answer)
      .map(([word]) => sqlText(word))
      .join(', ')
  const answered = `when lower(${cell}) in (${words(true)}) then true when lower(${cell}) in (${words(false)}) then false`
  const missing = isMissing(cell, input)
  return {
    parsed: { [`${cell}_number`]: numberOfText(cell, input) },
    value: `case when ${missing} then null ${answered} ${unmarked}${byNumber} end`,
    missing: marked === null ? missing : `(${missing} or ${marked})`,
  }
}
