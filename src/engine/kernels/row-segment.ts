import { namesFollowed, namesIn } from '../../model/names-read.ts'
import type { Plan } from './plan.ts'
import { remembering } from './remembering.ts'
import type { ItemReader, ItemReaders } from './row-items.ts'
import { rowChooser } from './row-programs.ts'

/** Different items that are told apart in one place, and places: segments are chosen by teams, stages and answers. */
const ITEMS = 16
const MOST_PLACES = 8

/** An item that is not told apart. */
const OTHER = -1

/**
 * Tells the segment of a row of items; -1 for none. The conditions are run once for each combination of the items they
 * read, and for each row where those hardly come again.
 */
export function rowSegment<Item>(plan: Plan, readers: ItemReaders<Item>): (items: readonly Item[]) => number {
  if (plan.parts.imported.size > 0) return rowChooser(plan, readers)
  const names = conditionNames(plan)
  const read = new Map([...readers].filter(([name]) => names.has(name)))
  const choose = rowChooser(plan, read)
  return read.size > MOST_PLACES ? choose : rememberingSegments([...read.values()], choose)
}

function rememberingSegments<Item>(
  places: readonly ItemReader<Item>[],
  choose: (items: readonly Item[]) => number,
): (items: readonly Item[]) => number {
  const at = places.map((place) => place.at)
  const codeOf = places.map(coder)
  const known = new Map<number, number>()
  return (items) => {
    let key = 0
    for (let k = 0; k < at.length; k++) {
      const code = codeOf[k]!(items[at[k]!])
      if (code === OTHER) return choose(items)
      key = key * ITEMS + code
    }
    const before = known.get(key)
    if (before !== undefined) return before
    const segment = choose(items)
    known.set(key, segment)
    return segment
  }
}

/** Numbers what is met, and what is not there is 0; `OTHER` for objects, and when there are too many. */
function coder(): (item: unknown) => number {
  let next = 1
  const find = (): number => (next < ITEMS ? next++ : OTHER)
  const ofText = remembering<string, number>(find)
  const ofOther = remembering<number | boolean, number>(find)
  return (item) => {
    if (item === null || item === undefined) return 0
    if (typeof item === 'string') return ofText(item)
    return typeof item === 'object' ? OTHER : ofOther(item as number | boolean)
  }
}

/** Inputs that the conditions which choose read, themselves or by a `let`. */
function conditionNames({ model, parts }: Plan): ReadonlySet<string> {
  const whens = parts.forced === null ? model.segments.map(({ when }) => when) : []
  const read = [model.appliesWhen, ...whens].flatMap((when) => (when === null ? [] : namesIn(when.expression)))
  return namesFollowed(model, read)
}
