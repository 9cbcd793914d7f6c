import { entry } from './entry.ts'

/** Tables of accounts that do not fit the model, or cannot be written. */
export const data = {
  'value-unreadable': entry<{ column: string; row: number; text: string; expected: string }>(
    'warning',
    (p) => `row ${p.row}, "${p.column}": \`${p.text}\` is not ${p.expected}; it counts as missing`,
  ),
  'data-more': entry<{ count: number; what: string }>('warning', (p) => `${p.count} more ${p.what}`),
  'input-column-missing': entry<{ input: string; nearest: string | null }>('warning', (p) =>
    p.nearest === null
      ? `no column for \`${p.input}\`; it counts as missing in every row`
      : `no column for \`${p.input}\`; is it "${p.nearest}"? It counts as missing`,
  ),
  'input-column-ambiguous': entry<{ input: string; first: string; second: string }>(
    'error',
    (p) => `\`${p.input}\` could be column "${p.first}" or "${p.second}"`,
  ),
  'column-claimed-twice': entry<{ column: string; first: string; second: string }>(
    'error',
    (p) => `column "${p.column}" is claimed by \`${p.first}\` and \`${p.second}\``,
  ),
  'account-column-missing': entry<{ key: string | null; nearest: string | null }>('warning', (p) => {
    if (p.key === null) return 'no column names the accounts; they are shown by row number'
    return p.nearest === null ? `no column "${p.key}" for the account` : `no column "${p.key}"; is it "${p.nearest}"?`
  }),
  'account-duplicate': entry<{ account: string; row: number; first: number }>(
    'warning',
    (p) => `row ${p.row}: account \`${p.account}\` is already in row ${p.first}; both are kept`,
  ),
  'parent-absent': entry<{ account: string }>(
    'warning',
    (p) => `the parent \`${p.account}\` is no account of the data`,
  ),
  'parent-circle': entry<{ accounts: readonly string[] }>(
    'warning',
    (p) => `these are each other's parents: ${p.accounts.map((account) => `\`${account}\``).join(' → ')}`,
  ),
  'account-blank': entry<{ row: number }>('warning', (p) => `row ${p.row} names no account; it is kept`),
  'row-ragged': entry<{ row: number; cells: number; expected: number }>('warning', (p) =>
    p.cells < p.expected
      ? `row ${p.row} has ${p.cells} of ${p.expected} cells; the rest count as missing`
      : `row ${p.row} has ${p.cells} cells under ${p.expected} headers; the rest are ignored`,
  ),
  'column-late': entry<{ row: number; column: string }>(
    'warning',
    (p) => `row ${p.row} brings the new column "${p.column}", which is ignored`,
  ),
  'text-not-utf8': entry<{ row: number }>('warning', (p) => `row ${p.row} is not UTF-8; save the file as "CSV UTF-8"`),
  'table-empty': entry<{ file: string }>('warning', (p) => `${p.file} has headers but no rows`),
  'file-not-written': entry<{ file: string; problem: string }>(
    'error',
    (p) => `${p.file} was not written: ${p.problem}`,
  ),
  'override-without-account': entry<{ row: number }>(
    'error',
    (p) => `row ${p.row} overrides a score but names no account`,
  ),
  'override-unknown-account': entry<{ row: number; account: string }>(
    'warning',
    (p) => `row ${p.row} overrides account \`${p.account}\`, which is not in the table`,
  ),
  'override-unknown-part': entry<{ row: number; part: string }>(
    'error',
    (p) => `row ${p.row} overrides \`${p.part}\`, which no one part of the score is called`,
  ),
  'override-unknown-band': entry<{ row: number; band: string }>(
    'error',
    (p) => `row ${p.row} overrides to \`${p.band}\`, which is not a band of the model`,
  ),
  'override-empty': entry<{ row: number; account: string }>(
    'error',
    (p) => `row ${p.row} overrides \`${p.account}\` but gives neither score nor band`,
  ),
  'override-expired': entry<{ row: number; account: string; expiry: string }>(
    'hint',
    (p) => `row ${p.row}: the override of \`${p.account}\` ended on ${p.expiry}`,
  ),
  'override-not-begun': entry<{ row: number; account: string; date: string }>(
    'hint',
    (p) => `row ${p.row}: the override of \`${p.account}\` begins on ${p.date}`,
  ),
  'override-needs-date': entry<{ count: number }>(
    'warning',
    (p) => `${p.count} overrides expire: without a scoring date they do not apply`,
  ),
}
