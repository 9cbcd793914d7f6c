/** A stretch of a source file: UTF-16 offsets into the text as it was read, half open. */
export interface Span {
  readonly file: string
  readonly start: number
  readonly end: number
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { file: a.file, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}
