import type { Ratio } from './ratio.ts'

/** One line of the bench. */
export interface Item {
  readonly name: string
  /** What issue 2 asks for; empty where it asks for nothing. */
  readonly target: string
  readonly isMet: (found: Ratio) => boolean
  /** What the machine lacks for it, in a sentence; null where nothing. */
  readonly lacking?: () => Promise<string | null>
  readonly measure: () => Promise<Ratio>
}

export const atMost = (limit: number) => (found: Ratio) => found.ratio <= limit
export const atLeast = (limit: number) => (found: Ratio) => found.ratio >= limit

/** Equal results, or no comparison of speeds. */
export function sameNumbers(name: string, own: ArrayLike<number>, other: ArrayLike<number>): void {
  for (let i = 0; i < own.length; i++) {
    if (!Object.is(own[i], other[i])) throw new Error(`${name}: row ${i} scores ${own[i]}, not ${other[i]}`)
  }
}
