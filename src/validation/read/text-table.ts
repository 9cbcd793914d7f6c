import { foldHeader } from '../../tables/match.ts'

/** A table as texts, so that dates, amounts and answers are read here, the same from a file and from a range. */
export interface TextTable {
  readonly length: number
  /** Where each account is named; null where no column does. */
  readonly accounts: readonly string[] | null
  readonly headers: readonly string[]
  /** A column by its header; null where a cell is empty. */
  readonly texts: (header: string) => readonly (string | null)[]
}

/** The first of some names that a header has, case and punctuation forgiven; null where there is none. */
export function headerNamed(headers: readonly string[], names: readonly string[]): string | null {
  for (const name of names) {
    const found =
      headers.find((header) => header === name) ?? headers.find((header) => foldHeader(header) === foldHeader(name))
    if (found !== undefined) return found
  }
  return null
}
