import { foldKey } from '../alike.ts'

/** Ids by what is left of them when case, spaces, dashes and leading zeros are forgiven: each near miss is one look-up. */
export function indexLooseIds(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(ids, foldKey)
}

/** In what two ids differ that are one when folded, in words: `spaces and case`. */
export function idsDifferIn(one: string, other: string): string {
  const differs = CARELESS.map(([what]) => what).filter((what) => forgiven(one, what) !== forgiven(other, what))
  return differs.length === 0 ? 'the form of their characters' : differs.join(' and ')
}

/** What people and programs get wrong about an id, each with how it is taken away. */
const CARELESS: readonly (readonly [what: string, forgive: (id: string) => string])[] = [
  ['spaces', (id) => id.replaceAll(/\s+/gu, '')],
  ['dashes', (id) => id.replaceAll(/[\p{Pd}_]+/gu, '')],
  ['case', (id) => id.toLowerCase()],
  ['leading zeros', (id) => id.replaceAll(/(?<!\d)0+(?=\d)/gu, '')],
]

/** With everything taken away but one. */
function forgiven(id: string, but: string): string {
  return CARELESS.reduce((text, [what, forgive]) => (what === but ? text : forgive(text)), id.normalize('NFKC'))
}
