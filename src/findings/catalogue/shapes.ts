/** What can be wrong with the shape of a text: a sentence each, by a name that tests and pages can point at. */
const shapes = {
  'cases-unmarked': () => 'conditions need `first` or `all` before their `{`',
  'case-expected': () => 'here each line begins with `when`',
  'case-points': () => 'a case yields a band or points, not both',
  'otherwise-band': () => '`otherwise` in a table names a band',
  'role-twice': () => 'an input is the key or the parent once',
  unexpected: (p: { found: string }) => `\`${p.found}\` does not fit here`,
} satisfies Record<string, (p: never) => string>

type Shapes = typeof shapes
type Given<K extends keyof Shapes> = Parameters<Shapes[K]> extends [infer P] ? P : unknown

/** The name of a shape with what its sentence needs. */
export type Shape = { readonly [K in keyof Shapes]: { readonly shape: K } & Given<K> }[keyof Shapes]

export function shapeSentence(given: Shape): string {
  return (shapes[given.shape] as (p: Shape) => string)(given)
}
