/** What differs between engines. Everything else is written the same for all. */
export interface Dialect {
  readonly name: string
  /** As people call it. */
  readonly label: string
  /** The types that hold a double and a text. */
  readonly double: string
  readonly string: string
  /** Exactly this double, as one operand. */
  readonly number: (value: number) => string
  /** A text as a literal, whatever it holds. */
  readonly text: (value: string) => string
  /** The name of a band, where that is to be of another type than text. */
  readonly band?: (name: string) => string
  /** What stands behind `in`. */
  readonly listed: (values: readonly string[]) => string
  /** A name of a table or of one of its columns, whatever it holds. */
  readonly quoted: (name: string) => string
  /** What a column of the query may be called where it would be called `name`. Different names may become one. */
  readonly legal: (name: string) => string
  /** The longest name it keeps apart from others, in bytes. */
  readonly longest: number
  /** Why a name cannot stand in a query; null where it can. */
  readonly refused: (name: string) => string | null
  /** Days since 1970-01-01 of a date or timestamp. */
  readonly days: (date: string) => string
  /** The date that is so many whole days after 1970-01-01. */
  readonly date: (days: string) => string
  /** In how many ways it writes a number that is 0 or 1 as text, in small letters. */
  readonly written: (digit: '0' | '1') => readonly string[]
  /** A number that is rounded already and no larger than `size`, as text with so many decimals. */
  readonly fixed: (number: string, decimals: number, size: number) => string
  /** Text without the blanks around it. */
  readonly trimmed: (text: string) => string
  /** A hundredth of a double by its decimal digits: of 29.3 the double nearest 0.293, which 29.3 / 100 may miss. */
  readonly hundredth: (number: string) => string
  /** Whether a number is whole, as a condition. */
  readonly whole: (number: string) => string
  /** The whole number below and above, no larger than `size`; `number` is an operand. */
  readonly floor: (number: string, size: number) => string
  readonly ceil: (number: string, size: number) => string
  /** What a number too large for a double makes of a query, and what is said instead. */
  readonly overflow: Overflow
  /** What keeps an engine from writing a step of the query into each place where the next one reads it. */
  readonly fence: string
}

/**
 * `infinite`: the number is infinite, and held finite afterwards. `stops`: the query ends with an error, so the operands are
 * looked at first. `stops, tiny too`: and likewise where a number is too small. `safe`: there are functions that give null.
 */
export type Overflow = 'infinite' | 'stops' | 'stops, tiny too' | 'safe'
