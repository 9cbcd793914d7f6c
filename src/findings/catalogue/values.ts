import { entry } from './entry.ts'

/** Numbers, units, types and pieces that do not fit where they stand. */
export const values = {
  'percent-bare': entry<{ text: string; name: string }>(
    'error',
    (p) => `\`${p.name}\` is a percentage: write \`${p.text}%\`, or a decimal`,
  ),
  'unit-mismatch': entry<{ text: string; name: string }>(
    'error',
    (p) => `\`${p.name}\` is a ratio, where 1 is 100%: ${p.text} looks like a percentage`,
  ),
  'type-mismatch': entry<{ what: string; is: string; needed: string }>(
    'error',
    (p) => `${p.what} is ${p.is}, but ${p.needed} is needed here`,
  ),
  'date-unknown': entry<{ text: string }>('error', (p) => `there is no day ${p.text}`),
  'range-backwards': entry<{ low: string; high: string }>('error', (p) => `${p.low} to ${p.high} runs backwards`),
  'choice-twice': entry<{ name: string; choice: string }>('error', (p) => `\`${p.name}\` lists \`${p.choice}\` twice`),
  'label-taken': entry<{ label: string; first: string; second: string }>(
    'error',
    (p) => `\`${p.first}\` and \`${p.second}\` both claim the column "${p.label}"`,
  ),
  'key-twice': entry<{ name: string; first: string; role: 'key' | 'parent' }>(
    'error',
    (p) => `\`${p.name}\` cannot be the ${p.role}: \`${p.first}\` is`,
  ),
  'arguments-wrong': entry<{ name: string; expected: string }>('error', (p) => `\`${p.name}\` takes ${p.expected}`),
  'others-unnamed': entry<{ figure: string }>('error', (p) => `\`${p.figure}\` does not say among which accounts`),
  'rollup-unknown': entry<{ name: string; known: readonly string[] }>(
    'error',
    (p) => `of children there is no \`${p.name}\`, but ${p.known.join(', ')}`,
  ),
  'parent-undeclared': entry<{ figure: string }>('error', () => 'no input is the `parent`, so no account has children'),
  'decimals-wrong': entry<{ text: string }>('error', (p) => `a number has 0 to 15 decimals, not ${p.text}`),
  'missing-compared': entry<{ instead: string }>(
    'error',
    (p) => `nothing is equal to missing: \`${p.instead}\` asks for it`,
  ),
  'text-unquoted': entry<{ text: string }>('error', (p) => `text is written in quotes: \`"${p.text}"\``),
  'let-tower': entry<{ name: string; most: number }>(
    'error',
    (p) => `\`${p.name}\` goes more than ${p.most} steps deep through other \`let\`s`,
  ),
  'formula-deep': entry<{ levels: number }>('error', (p) => `this formula goes more than ${p.levels} steps deep`),
  'measure-without-bands': entry<{ name: string }>(
    'error',
    (p) => `\`${p.name}\` does not say what is poor or healthy`,
  ),
  'measure-judged-twice': entry<{ name: string }>('error', (p) => `\`${p.name}\` is judged twice`),
  'setting-misplaced': entry<{ setting: string; place: string }>(
    'error',
    (p) => `\`${p.setting}\` belongs in ${p.place}`,
  ),
  'even-unbounded': entry<{ name: string }>(
    'error',
    (p) => `\`even\` needs to know where \`${p.name}\` begins and ends: write \`even 0 to 100\``,
  ),
  'grid-shape': entry<{ expected: number; got: number }>(
    'error',
    (p) => `this row has ${p.got} cells for ${p.expected} columns`,
  ),
  'line-order': entry<{ before: string; after: string }>(
    'error',
    (p) => `${p.after} comes after ${p.before} and must be larger`,
  ),
  'weight-missing': entry<{ name: string }>('error', (p) => `\`${p.name}\` has no weight, but its neighbours have`),
  'weight-tiny': entry<{ text: string; heavy: string }>(
    'error',
    (p) => `a weight of ${p.text} counts for nothing beside that of \`${p.heavy}\``,
  ),
  'scale-empty': entry<{ at: string }>('error', (p) => `a scale from ${p.at} to ${p.at} leaves no room for a score`),
  'ladder-size': entry<{ rungs: number }>('error', (p) => `a ladder has 2 to 12 bands; this one has ${p.rungs}`),
  'score-band-direction': entry<{ band: string; worse: boolean }>('error', (p) =>
    p.worse
      ? `\`${p.band}\` has the highest scores, but higher is worse here`
      : `\`${p.band}\` has the lowest scores: is higher worse?`,
  ),
  'score-gap': entry<{ first: string; second: string; at: string }>(
    'error',
    (p) => `neither \`${p.first}\` nor \`${p.second}\` has a score of exactly ${p.at}`,
  ),
}
