import type { TextColumn } from '../../model/columns.ts'

/** Gives each text a number, the same for all batches of a table. */
export interface Coder {
  readonly names: readonly string[]
  readonly code: (text: string) => number
}

export function coder(): Coder {
  const names: string[] = []
  const codes = new Map<string, number>()
  return {
    names,
    code(text) {
      const known = codes.get(text)
      if (known !== undefined) return known
      // A copy of its own: a text cut from a batch keeps the whole batch in memory.
      const own = detached(text)
      codes.set(own, names.length)
      return names.push(own) - 1
    },
  }
}

/**
 * Reads each distinct text of a column once. What a batch's dictionary holds but no row uses is not read. `absent` stands
 * for cells without text.
 */
export function readEach<T>(column: TextColumn, absent: T, read: (text: string) => T): (row: number) => T {
  const known: (T | undefined)[] = []
  return (row) => {
    const code = column.codes[row]!
    if (code < 0) return absent
    return (known[code] ??= read(column.dictionary[code]!))
  }
}

/** The same text, sharing no memory with a longer one. */
export function detached(text: string): string {
  return text.length < 13 ? text : JSON.parse(JSON.stringify(text))
}
