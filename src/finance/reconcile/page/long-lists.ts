import { countOf } from '../shown.ts'
import { markup, NOTHING, type Html } from './html.ts'

/** What a page can hold and a person can read on a screen. */
const MOST = 2000

/** What is printed of a list: the style hides the rows after these on paper. */
export const PRINTED = 20

export function cut<T>(list: readonly T[]): readonly T[] {
  return list.slice(0, MOST)
}

/** What is said below a list that is longer than what is shown of it, or printed. `place` is where all of it is. */
export function more(list: readonly unknown[], place: string): Html {
  const say = (shown: number): string => `${countOf(shown)} of ${countOf(list.length)}; all in ${place}`
  if (list.length <= PRINTED) return NOTHING
  const printed = markup`<p class="soft paper">${say(PRINTED)}</p>`
  return list.length <= MOST ? printed : markup`<p class="soft screen">${say(MOST)}</p>${printed}`
}
