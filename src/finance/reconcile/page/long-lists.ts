import { countOf } from '../shown.ts'
import { markup, NOTHING, type Html } from './html.ts'

/** What a page can hold and a person can read; the command gives all of it as a table. */
const MOST = 2000

export function cut<T>(list: readonly T[]): readonly T[] {
  return list.slice(0, MOST)
}

/** What is said below a list that was cut. */
export function more(list: readonly unknown[]): Html {
  const left = list.length - MOST
  return left > 0 ? markup`<p class="soft">and ${countOf(left)} more, which salus reconcile --json has</p>` : NOTHING
}
