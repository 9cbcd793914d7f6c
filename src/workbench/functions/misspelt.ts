import { nearestName } from '../../tables/near-miss.ts'

/** What a formula of `#NAME?` most likely means: the function of ours that a name in it stands for; null where none is near. */
export function misspelt(formula: string, own: readonly string[]): string | null {
  // By its last part alone as well: `WHY(`, `HEALTHWHY(` and `HEALTH_WHY(` are all HEALTH.WHY.
  const spelt = new Map(
    own.flatMap((name) => [
      [lettersOf(name), name],
      [lettersOf(name.split('.').at(-1)!), name],
    ]),
  )
  const known = new Set(own.map((name) => name.toUpperCase()))
  for (const [, name] of formula.replaceAll(/"[^"]*"|'[^']*'/g, '').matchAll(/([A-Za-z_][\w.]*)\s*\(/g)) {
    if (known.has(name!.toUpperCase())) continue
    const near = nearestName([name!], [...spelt.keys()], lettersOf)
    if (near !== null) return `There is no function ${name!.toUpperCase()}; is it ${spelt.get(near)!}?`
  }
  return null
}

function lettersOf(name: string): string {
  return name.toUpperCase().replaceAll(/[^A-Z]/g, '')
}
