/** Gives a file's text as it was read; null where it cannot be had. */
export type TextOf = (file: string) => string | null

/** A place in a file as people count: both from 1, columns in characters of UTF-16. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** Where an offset lies; offsets past the end lie at the end. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, Math.max(0, offset))
  const breaks = before.match(/\r\n|\r|\n/g)
  const start = Math.max(before.lastIndexOf('\n'), lastBareReturn(before)) + 1
  return { line: (breaks?.length ?? 0) + 1, column: Math.min(offset, text.length) - start + 1 }
}

/** A lone carriage return ends a line too; one before a line feed is part of that break. */
function lastBareReturn(text: string): number {
  const at = text.lastIndexOf('\r')
  return text[at + 1] === '\n' ? text.lastIndexOf('\r', at - 1) : at
}

/** The lines of a text, without their breaks. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/)
}
