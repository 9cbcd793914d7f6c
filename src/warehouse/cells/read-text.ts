import type { Input } from '../../model/input.ts'
import { sqlText } from '../../tables/parquet/duckdb.ts'
import { MARKS } from '../../model/cell-words.ts'
import { ERRORS, WORDS } from '../../tables/values/missing.ts'
import { folded } from './blanks.ts'
import { numberAsText } from './number-as-text.ts'
import type { CellKind, Reading } from './reading.ts'

/** Text as it stands, and choices in small letters. */
export function readText(input: Input, kind: CellKind, cell: string): Reading {
  const text = kind === 'text' ? cell : `${cell}_text`
  const read = input.type === 'choice' ? readChoice(input, text) : readWords(input, text)
  return { ...read, parsed: { ...(kind !== 'text' && { [text]: asText(cell, kind) }), ...read.parsed } }
}

function readWords({ missingWhen }: Input, text: string): Reading {
  const marks = new Set(missingWhen.map((mark) => fold(String(mark))))
  const marked = marks.size === 0 ? '' : ` or ${folded(text)} in (${listed(marks)})`
  // Most words are longer than any mark, and do not begin as errors do: both are cheaper to see than to look a word up.
  const missing = `(${text} is null or (strlen(${text}) <= ${longest(MARKS)} and lower(${text}) in (${listed(MARKS)}))${marked})`
  const broken = `(starts_with(${text}, '#') and lower(${text}) in (${listed(ERRORS)}))`
  return {
    parsed: {},
    value: `case when ${missing} or ${broken} then null else ${text} end`,
    missing,
  }
}

function readChoice({ choices, missingWhen }: Input, text: string): Reading {
  const marks = new Set(missingWhen.map((mark) => fold(String(mark))))
  const kept = choices.filter((choice) => !marks.has(fold(choice)))
  // The same letters as the query compares with.
  const meant = (choice: string): string => `lower(${sqlText(choice.trim())})`
  const rows = (spelt: (choice: string) => string): string =>
    kept.map((choice) => `when ${sqlText(spelt(choice))} then ${meant(choice)}`).join(' ')
  const value =
    kept.length === 0
      ? 'cast(null as varchar)'
      : `case ${text} ${rows((choice) => choice)} else case ${folded(text)} ${rows(fold)} end end`
  const missing = new Set([...marks, ...MARKS, ...WORDS])
  return {
    parsed: {},
    value,
    missing: `(${text} is null or ${folded(text)} in (${listed(missing)}))`,
  }
}

function asText(cell: string, kind: CellKind): string {
  if (kind === 'number') {
    const special = `when isnan(${cell}) then 'NaN' when isinf(${cell}) then case when ${cell} > 0 then 'Infinity' else '-Infinity' end`
    return `case ${special} when ${cell} is not null then ${numberAsText(cell)} end`
  }
  if (kind === 'yes/no') return `case when ${cell} then 'true' when not ${cell} then 'false' end`
  return `strftime(date '1970-01-01' + cast(${cell} as integer), '%Y-%m-%d')`
}

function listed(words: Iterable<string>): string {
  return [...words].map((word) => sqlText(word)).join(', ')
}

/** The length of the longest word in bytes, as DuckDB's `strlen` has it. */
function longest(words: Iterable<string>): number {
  return Math.max(...[...words].map((word) => new TextEncoder().encode(word).length))
}

/** As the reader of the tables folds: blanks within made one as well. */
function fold(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ').toLowerCase()
}
