/** Gives names that nothing else has, case aside: each as it is wanted, or with a number behind it; cut where it is longer than so many bytes. */
export function freeNames(taken: readonly string[], longest: number): (wanted: string) => string {
  const used = new Set(taken.map((name) => name.toLowerCase()))
  return (wanted) => {
    let found = cut(wanted, longest)
    for (let n = 2; used.has(found.toLowerCase()); n++) found = `${cut(wanted, longest - `_${n}`.length)}_${n}`
    used.add(found.toLowerCase())
    return found
  }
}

/** So much of a name as fits in some bytes. */
function cut(name: string, bytes: number): string {
  let kept = ''
  let length = 0
  for (const character of name) {
    length += UTF8.encode(character).length
    if (length > bytes) break
    kept += character
  }
  return kept
}
const UTF8 = new TextEncoder()
