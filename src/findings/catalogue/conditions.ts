import { entry } from './entry.ts'

/** Conditions that always or never hold, and what nothing uses. */
export const conditions = {
  'indicator-always': entry<{ label: string }>('warning', (p) => `"${p.label}" is true of every account`),
  'indicator-never': entry<{ label: string }>('warning', (p) => `"${p.label}" can be true of no account`),
  'case-never': entry<{ condition: string }>('error', (p) => `\`${p.condition}\` can be true of no account`),
  'case-shadowed': entry<{ condition: string }>('error', (p) => `cases before it leave nothing for \`${p.condition}\``),
  'applies-never': entry<{ name: string }>('error', (p) => `\`${p.name}\` can apply to no account`),
  'modifier-never': entry<{ modifier: string; condition: string }>(
    'warning',
    (p) => `this ${p.modifier} never applies: \`${p.condition}\` is true of none`,
  ),
  'modifier-always': entry<{ modifier: string; condition: string }>(
    'warning',
    (p) => `this ${p.modifier} always applies: \`${p.condition}\` is true of all`,
  ),
  'modifier-idle': entry<{ modifier: string; limit: string; low: string; high: string }>(
    'warning',
    (p) => `this ${p.modifier} changes nothing: scores run from ${p.low} to ${p.high}`,
  ),
  'modifier-expired': entry<{ modifier: string; until: string; date: string }>(
    'warning',
    (p) => `this ${p.modifier} ended on ${p.until}; the date is ${p.date}`,
  ),
  'input-unused': entry<{ name: string }>('warning', (p) => `\`${p.name}\` is declared but nothing reads it`),
  'let-unused': entry<{ name: string }>('warning', (p) => `\`${p.name}\` is computed but nothing reads it`),
  'measure-duplicate': entry<{ name: string; place: string }>(
    'warning',
    (p) => `\`${p.name}\` is scored twice in \`${p.place}\``,
  ),
  'measure-direction-doubt': entry<{ name: string; good: string; band: string }>(
    'hint',
    (p) => `the words call ${p.good} of \`${p.name}\` good; the bands call it \`${p.band}\``,
  ),
  'unit-scale-data': entry<{ name: string; most: string }>(
    'warning',
    (p) => `no \`${p.name}\` is above ${p.most}; is it stored as a fraction?`,
  ),
  'test-duplicate': entry<{ test: string; first: string }>(
    'warning',
    (p) => `test "${p.test}" gives and expects what "${p.first}" does`,
  ),
  'allow-without-reason': entry<{ slug: string }>('warning', (p) => `\`allow ${p.slug}\` gives no reason`),
  'allow-unused': entry<{ slug: string }>('hint', (p) => `nothing here needs \`allow ${p.slug}\``),
  'analysis-skipped': entry<{ what: string }>('hint', (p) => `too many cases to tell whether ${p.what}`),
}
