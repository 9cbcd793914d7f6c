/** What can be wrong with the shape of a text: a sentence each, by a name that tests and pages can point at. */
const shapes = {
  // Characters
  'text-open': () => 'this text is never closed by a `"`',
  'name-open': () => 'this name is never closed by a backtick',
  quotes: () => 'a text stands in straight double quotes',
  spelling: (p: { written: string; meant: string }) => `\`${p.written}\` is written \`${p.meant}\``,
  'range-dash': (p: { low: string; high: string }) => `a range is written \`${p.low} to ${p.high}\``,
  semicolon: () => 'nothing ends with a `;` here',
  'percent-apart': () => '`%` stands directly behind its number',
  'comment-sign': () => 'a comment begins with `//`',

  // Braces, parentheses, commas
  'brace-unclosed': () => 'this `{` is never closed',
  'brace-extra': () => 'this `}` closes nothing',
  'brace-needed': (p: { what: string }) => `${p.what} needs a \`{\` here`,
  'parenthesis-unclosed': () => 'this `(` is never closed',
  'parenthesis-extra': () => 'this `)` closes nothing',
  'comma-extra': () => 'no comma is needed here',
  'comma-needed': () => 'a comma is needed between these',
  'sign-extra': (p: { sign: string }) => `no \`${p.sign}\` is needed here`,
  'sign-other': (p: { sign: string; meant: string }) => `\`${p.meant}\` is meant here, not \`${p.sign}\``,

  // Words and names
  misspelt: (p: { written: string; meant: string }) =>
    `\`${p.written}\` is not a word here; did you mean \`${p.meant}\`?`,
  'word-needed': (p: { word: string; before: string }) => `\`${p.word}\` is missing before \`${p.before}\``,
  'word-needed-last': (p: { word: string; after: string }) => `\`${p.word}\` is missing after \`${p.after}\``,
  'name-needed': (p: { what: string }) => `${p.what} needs a name`,
  'name-reserved': (p: { word: string }) => `\`${p.word}\` has a meaning of its own; as a name it needs backticks`,
  'name-spaces': (p: { joined: string }) => `a name is one word: \`${p.joined}\``,
  'name-unquoted': (p: { text: string }) => `\`${p.text}\` should stand in double quotes`,
  'text-needed': (p: { what: string }) => `${p.what} needs a text in double quotes`,
  'type-needed': (p: { name: string }) => `\`${p.name}\` needs a type: count, percent, yes/no, text, …`,
  'type-other': (p: { written: string; meant: string }) => `\`${p.written}\` is no type of Salus; use \`${p.meant}\``,
  'because-band': () => '`because` in a measure first names the band it explains',

  // Numbers and bands
  'number-comma': (p: { written: string; meant: string }) =>
    `decimals take a point: \`${p.meant}\`, not \`${p.written}\``,
  'number-thousands': (p: { written: string; meant: string }) =>
    `thousands take no comma: \`${p.meant}\`, not \`${p.written}\``,
  'number-needed': (p: { after: string }) => `a number should follow \`${p.after}\``,
  'value-needed': (p: { after: string }) => `a value should follow \`${p.after}\``,
  'date-needed': (p: { after: string }) => `a date like 2025-01-31 should follow \`${p.after}\``,
  'band-needed': (p: { after: string }) => `a band should follow \`${p.after}\``,
  'sign-needed': (p: { before: string }) => `\`<\` or \`<=\` is missing before \`${p.before}\``,
  'expression-needed': (p: { after: string }) => `something to compute should follow \`${p.after}\``,
  'comparison-chained': () => 'only two things are compared at a time; join comparisons with `and`',
  'cases-unmarked': () => 'conditions need `first` or `all` before their `{`',
  'case-expected': () => 'here each line begins with `when`',
  'case-points': () => 'a case yields a band or points, not both',
  'otherwise-band': () => '`otherwise` in a table names a band',

  // Places
  'role-twice': () => 'an input is the key or the parent once',
  'header-late': () => 'the `model` line stands first in a file, after imports',
  'import-late': () => 'imports stand before everything else',
  'item-misplaced': (p: { word: string; where: string }) => `\`${p.word}\` cannot stand inside ${p.where}`,
  'option-inside': (p: { word: string; what: string }) => `\`${p.word}\` stands before the \`{\` of ${p.what}`,
  'indicator-kind': () => 'an indicator is a `risk` or an `opportunity`',
  'item-unknown': (p: { found: string; where: string }) => `\`${p.found}\` begins nothing that ${p.where} can hold`,
  'end-early': (p: { what: string }) => `the file ends in the middle of ${p.what}`,
  unexpected: (p: { found: string }) => `\`${p.found}\` does not fit here`,
} satisfies Record<string, (p: never) => string>

type Shapes = typeof shapes
type Given<K extends keyof Shapes> = Parameters<Shapes[K]> extends [infer P] ? P : unknown

export type ShapeName = keyof Shapes
/** The name of a shape with what its sentence needs. */
export type Shape = { readonly [K in ShapeName]: { readonly shape: K } & Given<K> }[ShapeName]

export const shapeNames = Object.keys(shapes) as readonly ShapeName[]

export function shapeSentence(given: Shape): string {
  return (shapes[given.shape] as (p: Shape) => string)(given)
}
