import { closest, distance } from 'fastest-levenshtein'

/** What is longer is no name: measuring it would take long and tell nothing. */
const LONGEST = 200

/**
 * The name that a misspelt one most likely means: a third of it may differ, as `folded` reads both. `wanted` are ways of
 * writing one thing, of which the nearest counts. null where nothing is near.
 */
export function nearestName(
  wanted: readonly string[],
  names: readonly string[],
  folded: (text: string) => string,
): string | null {
  const known = new Map(
    names.filter((name) => name.length < LONGEST && folded(name) !== '').map((name) => [folded(name), name]),
  )
  if (known.size === 0) return null
  let best: { readonly name: string; readonly share: number } | null = null
  for (const text of wanted.filter((one) => one.length < LONGEST).map(folded)) {
    if (text === '') continue
    const near = closest(text, [...known.keys()])
    const share = distance(text, near) / Math.max(text.length, near.length)
    if (share <= 1 / 3 && share < (best?.share ?? 1)) best = { name: known.get(near)!, share }
  }
  return best?.name ?? null
}
