import { entry } from './entry.ts'

/** Weights that do not add up or weigh nothing. */
export const weights = {
  'weight-sum': entry<{ total: string; segment: string | null }>(
    'error',
    (p) => `weights total ${p.total}${p.segment === null ? '' : ` in \`${p.segment}\``}, not 100%`,
  ),
  'weight-zero-live': entry<{ name: string }>('warning', (p) => `\`${p.name}\` weighs 0% but is judged all the same`),
  'weight-no-measures': entry<{ name: string; weight: string; segment: string | null; empty: boolean }>(
    'error',
    (p) =>
      `\`${p.name}\` weighs ${p.weight}${p.segment === null ? '' : ` in \`${p.segment}\``} but ${p.empty ? 'has no measures' : 'every measure in it is off'}`,
  ),
  'nothing-scored': entry<Record<never, never>>('warning', () => 'nothing is scored here: no measure is on'),
  'coverage-threshold': entry<{ threshold: string; outcome: 'never' | 'always' }>('error', (p) =>
    p.outcome === 'never'
      ? `withholding below ${p.threshold} coverage never happens`
      : `coverage is never above 100%, so ${p.threshold} withholds every score`,
  ),
}
