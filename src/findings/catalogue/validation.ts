import { entry } from './entry.ts'

/** Scores and outcomes that cannot be set side by side as they are. */
export const validation = {
  'validate-column-missing': entry<{ column: string; of: string }>(
    'error',
    (p) => `the table of ${p.of} has no column for \`${p.column}\``,
  ),
  'validate-unreadable': entry<{ column: string; text: string; what: string; count: number }>(
    'warning',
    (p) => `${p.count} in \`${p.column}\` left out: \`${p.text}\` is no ${p.what}`,
  ),
  'validate-account-twice': entry<{ account: string; count: number }>(
    'warning',
    (p) => `\`${p.account}\` is scored twice on one date; ${p.count} rows in all`,
  ),
  'validate-loss-undated': entry<{ count: number }>(
    'warning',
    (p) => `${p.count} losses have no date and are left out`,
  ),
  'validate-unmatched': entry<{ count: number; all: number; account: string }>(
    'warning',
    (p) => `${p.count} of ${p.all} lost accounts have no score, such as \`${p.account}\``,
  ),
  'validate-no-rows': entry<{ scores: number; accounts: number }>(
    'error',
    (p) => `none of ${p.scores} scores of ${p.accounts} accounts has an outcome`,
  ),
}
