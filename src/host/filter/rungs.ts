import type { Band } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'

/** The bands an account's score can have, worst first: of the longest ladder, then those that only other segments know, then the measures' own. */
export function rungsOf({ segments, ladder }: Model): readonly Band[] {
  const ladders = segments.map(({ root }) => root.bands).toSorted((a, b) => b.length - a.length)
  const rungs = new Map<string, Band>()
  for (const rung of [...ladders.flat(), ...ladder]) if (!rungs.has(rung.name)) rungs.set(rung.name, rung)
  return [...rungs.values()]
}
