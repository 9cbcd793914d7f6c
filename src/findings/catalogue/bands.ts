import { entry } from './entry.ts'

/** Bands of a measure or a score that overlap, leave gaps or never happen. */
export const bands = {
  'band-overlap': entry<{ first: string; second: string; at: string }>(
    'error',
    (p) => `\`${p.first}\` and \`${p.second}\` both claim ${p.at}`,
  ),
}
