import { entry } from './entry.ts'

/** Pasted tables that become models: what could not be used, and what had to be guessed or chosen. */
export const imports = {
  'import-empty': entry<Record<never, never>>(
    'error',
    () => 'no table of measures and thresholds, or of weights, was found in the paste',
  ),
  'import-too-long': entry<{ limit: string }>(
    'error',
    (p) => `the paste is longer than ${p.limit}; paste the tables alone`,
  ),
  'import-unused': entry<{ what: string; why: string }>('warning', (p) => `${p.what} was left out: ${p.why}`),
  'import-no-measures': entry<{ dimension: string }>(
    'warning',
    (p) => `the paste does not say what "${p.dimension}" is measured by`,
  ),
  'import-cell': entry<{ measure: string; band: string; text: string }>(
    'warning',
    (p) => `"${p.measure}": \`${p.text}\` is no threshold for \`${p.band}\``,
  ),
  'import-guess': entry<{ what: string; guess: string }>('hint', (p) => `${p.what}: ${p.guess} is a guess`),
  'import-choice': entry<{ measure: string; choice: string }>('hint', (p) => `"${p.measure}": ${p.choice}`),
}
