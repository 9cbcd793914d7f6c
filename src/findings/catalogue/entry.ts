import type { Level } from '../level.ts'

/** One kind of finding: how grave it is and the one sentence (at most 80 characters with short names) that says it. */
export interface Entry<P> {
  readonly level: Level
  readonly sentence: (parameters: P) => string
}

/** Declares an entry; the type of its parameters is what `finding()` demands. */
export function entry<P>(level: Level, sentence: (parameters: P) => string): Entry<P> {
  return { level, sentence }
}
