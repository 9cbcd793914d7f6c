import { entry } from './entry.ts'

/** Numbers, units, types and pieces that do not fit where they stand. */
export const values = {
  'percent-bare': entry<{ text: string; name: string }>(
    'error',
    (p) => `\`${p.name}\` is a percentage: write \`${p.text}%\`, or a decimal`,
  ),
  'unit-mismatch': entry<{ text: string; name: string }>(
    'error',
    (p) => `${p.text} is compared with \`${p.name}\`, a ratio that runs from 0 to 1`,
  ),
  'type-mismatch': entry<{ what: string; is: string; needed: string }>(
    'error',
    (p) => `${p.what} is ${p.is}, but ${p.needed} is needed here`,
  ),
  'date-unknown': entry<{ text: string }>('error', (p) => `there is no day ${p.text}`),
  'range-backwards': entry<{ low: string; high: string }>('error', (p) => `${p.low} to ${p.high} runs backwards`),
  'arguments-wrong': entry<{ name: string; expected: string }>('error', (p) => `\`${p.name}\` takes ${p.expected}`),
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
  'score-gap': entry<{ first: string; second: string; at: string }>(
    'error',
    (p) => `neither \`${p.first}\` nor \`${p.second}\` has a score of exactly ${p.at}`,
  ),
}
