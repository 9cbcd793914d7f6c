/** What a walk over things that need each other finds. */
export interface Walk {
  /** Every key after those it needs, save where it needs itself. */
  readonly ordered: readonly string[]
  /** Each circle as the keys along it, the first repeated at the end. */
  readonly circles: readonly (readonly string[])[]
}

/** Orders keys by what they need, deep chains included, and collects the circles on the way. */
export function walkNeeds(keys: Iterable<string>, needsOf: (key: string) => Iterable<string>): Walk {
  const ordered: string[] = []
  const circles: string[][] = []
  const done = new Set<string>()
  const open = new Map<string, number>()
  const trail: { readonly key: string; readonly needs: Iterator<string> }[] = []
  const enter = (key: string): void => {
    open.set(key, trail.length)
    trail.push({ key, needs: needsOf(key)[Symbol.iterator]() })
  }
  for (const start of keys) {
    if (!done.has(start)) enter(start)
    for (let last = trail.at(-1); last !== undefined; last = trail.at(-1)) {
      const next = last.needs.next()
      if (next.done) {
        trail.pop()
        open.delete(last.key)
        done.add(last.key)
        ordered.push(last.key)
        continue
      }
      const at = open.get(next.value)
      if (at !== undefined) circles.push([...trail.slice(at).map((step) => step.key), next.value])
      else if (!done.has(next.value)) enter(next.value)
    }
  }
  return { ordered, circles }
}
