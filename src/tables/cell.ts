/**
 * One cell as its source gives it: text as typed, a value the source has typed itself, or null for an empty cell. A
 * bare number is a number as a person would have typed it; a percentage or date carries its format with it.
 */
export type Cell = string | number | boolean | null | FormattedCell

export type FormattedCell =
  /** A spreadsheet's 85%: `value` is 0.85. */
  | { readonly kind: 'percent'; readonly value: number }
  /** Whole days since 1970-01-01. */
  | { readonly kind: 'date'; readonly value: number }
  /** What no input can hold: a list or an object in a JSON file. `text` is how it looks. */
  | { readonly kind: 'other'; readonly text: string }

/** What a cell could not be read as: the end of a sentence "`abc` is not …". */
export interface Unreadable {
  readonly expected: string
}

/** A value on the model's scale; null where it is missing. */
export type Reading<T> = T | null | Unreadable

export function isUnreadable<T>(reading: Reading<T>): reading is Unreadable {
  return typeof reading === 'object' && reading !== null && 'expected' in reading
}
