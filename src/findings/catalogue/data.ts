import { entry } from './entry.ts'

/** Tables of accounts that do not fit the model. */
export const data = {
  'value-unreadable': entry<{ column: string; row: number; text: string; expected: string }>(
    'warning',
    (p) => `row ${p.row}, "${p.column}": \`${p.text}\` is not ${p.expected}; it counts as missing`,
  ),
}
