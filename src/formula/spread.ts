import type { Grid } from './grid.ts'
import { any, BLANK, cases, type Text } from './text.ts'

/** Where parts of what is too long or too deep for one formula become columns. */
interface Spread {
  readonly grid: Grid
}

/** Branches in pieces, so that no formula nests deeper than a workbook allows. */
export function chain(branches: readonly (readonly [Text, Text])[], { grid }: Spread, otherwise = BLANK): Text {
  if (branches.length <= MOST_BRANCHES) return cases(branches, otherwise)
  return cases(branches.slice(0, MOST_BRANCHES), grid.once(chain(branches.slice(MOST_BRANCHES), { grid }, otherwise)))
}
const MOST_BRANCHES = 24

/** The sum of some numbers in the written order, in pieces where there are many. */
export function total(terms: readonly Text[], { grid }: Spread): Text {
  if (terms.length === 0) return '0'
  if (terms.join('+').length <= LONG || terms.length === 1) return terms.join('+')
  const half = Math.ceil(terms.length / 2)
  const [one, other] = [total(terms.slice(0, half), { grid }), total(terms.slice(half), { grid })]
  return `${grid.once(one)}+${grid.once(other)}`
}
const LONG = 3000

/** Whether any of some conditions holds, in pieces where there are many. */
export function anyOf(conditions: readonly Text[], { grid }: Spread): Text {
  if (conditions.length < 2 || conditions.join(',').length <= LONG) return any(conditions)
  const half = Math.ceil(conditions.length / 2)
  const [some, others] = [anyOf(conditions.slice(0, half), { grid }), anyOf(conditions.slice(half), { grid })]
  return any([grid.once(some), grid.once(others)])
}
