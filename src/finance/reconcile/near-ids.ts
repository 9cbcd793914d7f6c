/** What people and programs get wrong about an id, each with how it is taken away. */
const CARELESS: readonly (readonly [what: string, forgive: (id: string) => string])[] = [
  ['spaces', (id) => id.replaceAll(/[\s\u200B-\u200D\u2060\uFEFF]+/gu, '')],
  ['case', (id) => id.toLowerCase()],
  ['leading zeros', (id) => id.replaceAll(/(?<!\d)0+(?=\d)/gu, '')],
]

/**
 * An id with case, spaces and zeros that lead a number forgiven. Two ids of the same loose text are suggested as one
 * account; only a person may decide that they are.
 */
export function looseId(id: string): string {
  return forgiven(id, null)
}

/** In what two ids of one loose text differ, in words: `spaces and case`. */
export function idsDifferIn(one: string, other: string): string {
  const differs = CARELESS.map(([what]) => what).filter((what) => forgiven(one, what) !== forgiven(other, what))
  return differs.length === 0 ? 'the form of their characters' : differs.join(' and ')
}

/** Ids by their loose text, so that each near miss is one look-up. */
export function indexLooseIds(ids: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  return Map.groupBy(ids, looseId)
}

function forgiven(id: string, but: string | null): string {
  return CARELESS.reduce((text, [what, forgive]) => (what === but ? text : forgive(text)), id.normalize('NFKC'))
}
