import { entry } from './entry.ts'

/** Snapshots: what may be kept, and what can be read of what was kept. */
export const history = {
  'snapshot-differs': entry<{ date: string; account: string; what: string; kept: string | null; now: string | null }>(
    'error',
    (p) =>
      p.what === 'account'
        ? `${p.date} is kept ${p.kept === null ? 'without' : 'with'} \`${p.account}\``
        : `${p.date} is kept: ${p.what} of \`${p.account}\` was ${p.kept ?? 'blank'}, not ${p.now ?? 'blank'}`,
  ),
  'snapshot-other-version': entry<{ date: string; model: string }>(
    'hint',
    (p) => `${p.date} is also kept by another version of \`${p.model}\`; both stay`,
  ),
  'snapshot-account-twice': entry<{ account: string; date: string; row: number; first: number }>(
    'error',
    (p) => `row ${p.row}: \`${p.account}\` has a row ${p.first} of ${p.date} already`,
  ),
  'snapshot-row-undated': entry<{ row: number }>('error', (p) => `row ${p.row} has no date: of which day is it?`),
  'snapshot-row-nameless': entry<{ row: number }>('error', (p) => `row ${p.row} names no account`),
  'snapshot-columns-missing': entry<{ file: string; columns: string }>(
    'error',
    (p) => `${p.file} holds no snapshots: it has no ${p.columns}`,
  ),
  'snapshot-rows-left-out': entry<{ file: string; count: number }>(
    'warning',
    (p) => `${p.count} rows of ${p.file} lack date, model or account`,
  ),
  'scores-old': entry<{ date: string; days: number; cadence: string }>(
    'warning',
    (p) => `the last scores are of ${p.date}, ${p.days} days old; due ${p.cadence}`,
  ),
}
