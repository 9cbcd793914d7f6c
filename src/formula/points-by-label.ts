import type { Grid } from './grid.ts'
import type { Label } from './place.ts'
import { chain } from './spread.ts'
import { BLANK, quoted, type Text } from './text.ts'

/** The points of what a cell says; blank where it is, and where that is unscored. */
export function pointsByLabel(cell: Text, labels: readonly Label[], spread: { readonly grid: Grid }): Text {
  const scored = labels.filter((one) => one.points !== null)
  const rows = scored.map((one): [Text, Text] => [`${cell}=${quoted(one.label)}`, one.points!])
  const last = rows.at(-1)
  // There are no other labels: the last need not be asked for.
  if (last === undefined) return BLANK
  if (scored.length < labels.length) return chain(rows, spread)
  return chain([[`${cell}=""`, BLANK], ...rows.slice(0, -1)], spread, last[1])
}

/** The labels of several segments as one list; null where one of them has other points somewhere. */
export function oneList(lists: readonly (readonly Label[])[]): readonly Label[] | null {
  const known = new Map<string, Label>()
  for (const one of lists.flat()) {
    const before = known.get(one.label)
    if (before !== undefined && before.points !== one.points) return null
    known.set(one.label, before ?? one)
  }
  return [...known.values()]
}
