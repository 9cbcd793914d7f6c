import { entry } from './entry.ts'

/** Bands of a measure or a score that overlap, leave gaps or never happen. */
export const bands = {
  'band-overlap': entry<{ first: string; second: string; at: string }>(
    'error',
    (p) => `\`${p.first}\` and \`${p.second}\` both claim ${p.at}`,
  ),
  'band-gap': entry<{ at: string }>('error', (p) => `no band claims ${p.at}`),
  'band-order': entry<{ before: string; after: string }>(
    'error',
    (p) => `${p.after} is out of order after ${p.before}`,
  ),
  'band-direction': entry<{ at: string }>('error', (p) => `the chain turns round at ${p.at}`),
  'band-unreachable': entry<{ band: string; value: string; stretch: string }>(
    'error',
    (p) => `no ${p.value} is ${p.stretch}, so \`${p.band}\` never happens`,
  ),
  'band-inside': entry<{ inner: string; outer: string }>(
    'error',
    (p) => `all that \`${p.inner}\` claims, \`${p.outer}\` claims too`,
  ),
  'band-shadowed': entry<{ band: string }>('error', (p) => `rows before it leave nothing for \`${p.band}\``),
  'band-missing-rule': entry<{ name: string }>('error', (p) => `what should a missing \`${p.name}\` count as?`),
  'band-single': entry<{ name: string; outcome: string }>(
    'warning',
    (p) => `every value of \`${p.name}\` is ${p.outcome}; it cannot move the score`,
  ),
  'enum-uncovered': entry<{ value: string }>('error', (p) => `${p.value} has no band`),
  'otherwise-never': entry<{ name: string }>(
    'warning',
    (p) => `\`otherwise\` never happens: every \`${p.name}\` is claimed`,
  ),
  'ladder-order': entry<{ worse: string; better: string; points: string }>(
    'warning',
    (p) => `\`${p.better}\` stands after \`${p.worse}\` but has ${p.points}`,
  ),
  'score-band-unreachable': entry<{ band: string; low: string; high: string }>(
    'error',
    (p) => `no score from ${p.low} to ${p.high} is \`${p.band}\``,
  ),
  'score-band-order': entry<{ before: string; after: string }>(
    'error',
    (p) => `bands of the score: ${p.after} is out of order after ${p.before}`,
  ),
  'grid-overlap': entry<{ first: string; second: string; at: string }>(
    'error',
    (p) => `\`${p.first}\` and \`${p.second}\` both claim ${p.at}`,
  ),
  'grid-gap': entry<{ axis: string; at: string }>('error', (p) => `no key of \`${p.axis}\` claims ${p.at}`),
}
