import { entry } from './entry.ts'

/** Logs of events, of daily figures and of snapshots, and the figures computed from them. */
export const events = {
  'log-unknown': entry<{ name: string }>('error', (p) => `no \`inputs from ${p.name} { }\` says what it holds`),
  'log-incomplete': entry<{ log: string; what: string }>('error', (p) => `\`${p.log}\` has no ${p.what}`),
  'zone-unknown': entry<{ zone: string }>('error', (p) => `no time zone is called "${p.zone}"`),
  'window-wrong': entry<{ figure: string; problem: 'missing' | 'length' | 'unwanted' }>('error', (p) =>
    p.problem === 'missing'
      ? `over which days is \`${p.figure}\`?`
      : p.problem === 'length'
        ? `\`${p.figure}\`: a window is of 1 to 36525 whole days`
        : `\`${p.figure}\` takes no window and has no period before`,
  ),
  'figure-nested': entry<{ figure: string }>('error', (p) => `\`${p.figure}\` cannot stand inside a figure of a log`),
  'log-column-missing': entry<{ log: string; column: string; nearest: string | null }>('error', (p) =>
    p.nearest === null
      ? `${p.log} has no column for \`${p.column}\``
      : `${p.log} has no column for \`${p.column}\`; is it "${p.nearest}"?`,
  ),
  'log-line-dropped': entry<{ log: string; row: number; problem: string }>(
    'warning',
    (p) => `${p.log}, row ${p.row}: ${p.problem}; the line is left out`,
  ),
  'log-accounts-strange': entry<{ log: string }>(
    'warning',
    (p) => `no account here has a line in ${p.log}; its figures are missing`,
  ),
  'figure-without-source': entry<{ input: string; source: string }>(
    'warning',
    (p) => `no column for \`${p.input}\` and no --${p.source} to compute it; it is missing`,
  ),
}
