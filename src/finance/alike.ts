/**
 * Keys that differ only by case, spaces, dashes or leading zeros, as pairs of places in the list: the first of the kind
 * and one after it. They are named to a person, never merged.
 */
export function alikeKeys(keys: readonly string[]): readonly (readonly [number, number])[] {
  const first = new Map<string, number>()
  const pairs: [number, number][] = []
  for (const [place, key] of keys.entries()) {
    if (key === '') continue
    const folded = foldKey(key)
    const before = first.get(folded)
    if (before === undefined) first.set(folded, place)
    else if (keys[before] !== key) pairs.push([before, place])
  }
  return pairs
}

/** A key with what people are careless about taken away; a dash between digits is kept, so that 1-12 is not 11-2. */
export function foldKey(key: string): string {
  return key
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/(?<!\d)0+(?=\d)/g, '')
    .replaceAll(/(?<=\d)[\s\p{Pd}_]+(?=\d)/gu, '-')
    .replaceAll(/(?<!\d)[\s\p{Pd}_]+|[\s\p{Pd}_]+(?!\d)/gu, '')
}
