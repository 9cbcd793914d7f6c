/** What differs between engines. Everything else is written the same for all. */
export interface Dialect {
  readonly name: string
  /** As people call it. */
  readonly label: string
  /** The types that hold a double and a text. */
  readonly double: string
  readonly string: string
  /** A text as a literal, whatever it holds. */
  readonly text: (value: string) => string
  /** A name as an identifier, whatever it holds. */
  readonly quoted: (name: string) => string
  /** Days since 1970-01-01 of a date or timestamp. */
  readonly days: (date: string) => string
  /** The date that is so many whole days after 1970-01-01. */
  readonly date: (days: string) => string
  /** A number that is rounded already, as text with so many decimals. */
  readonly fixed: (number: string, decimals: number) => string
  /** Text without the blanks around it. */
  readonly trimmed: (text: string) => string
}

const duckdb: Dialect = {
  name: 'duckdb',
  label: 'DuckDB',
  double: 'double',
  string: 'varchar',
  text: quotedText,
  quoted: quotedName,
  days: (date) => `date_diff('day', date '1970-01-01', cast(${date} as date))`,
  date: (days) => `(date '1970-01-01' + cast(${days} as integer))`,
  fixed: (number, decimals) => `printf('%.${decimals}f', ${number})`,
  trimmed: (text) => `trim(${text}, ' ' || chr(9) || chr(10) || chr(13) || chr(160))`,
}

/** Those in which what is said has been held against the evaluator. */
export const DIALECTS: readonly Dialect[] = [duckdb]

/** Doubled quotes; a line break is spelt out, so that a literal never spans lines. */
function quotedText(value: string): string {
  const pieces = value.split(/(\r|\n)/).filter((piece) => piece !== '')
  const said = pieces.map((piece) =>
    piece === '\n' ? 'chr(10)' : piece === '\r' ? 'chr(13)' : `'${piece.replaceAll("'", "''")}'`,
  )
  return said.length === 0 ? "''" : said.length === 1 ? said[0]! : `(${said.join(' || ')})`
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
