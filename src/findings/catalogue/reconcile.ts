import { entry } from './entry.ts'

/** What a reconciliation leaves open. The differences themselves are its result; these say that there are some. */
export const reconcile = {
  'control-differs': entry<{ read: string; entered: string; difference: string }>(
    'error',
    (p) => `the lines add up to ${p.read}, the control total is ${p.entered}: ${p.difference} apart`,
  ),
  'differences-open': entry<{ count: number; amount: string }>(
    'warning',
    (p) => `${p.count} differences between CRM and ledger are open, ${p.amount} in question`,
  ),
  'accounts-unscored': entry<{ count: number; amount: string; date: string }>(
    'warning',
    (p) => `${p.count} accounts with ${p.amount} on ${p.date} have no score`,
  ),
  'scores-unmatched': entry<{ count: number; first: string; date: string }>(
    'warning',
    (p) => `${p.count} scored accounts, such as \`${p.first}\`, have no balance on ${p.date}`,
  ),
  'scores-twice': entry<{ count: number; first: string; row: number }>(
    'warning',
    (p) => `${p.count} accounts are scored twice, such as \`${p.first}\`; row ${p.row} counts`,
  ),
  'scores-too-late': entry<{ date: string; first: string | null }>('warning', (p) =>
    p.first === null
      ? `there are no scores on or before ${p.date}`
      : `there are no scores on or before ${p.date}; the first are of ${p.first}`,
  ),
  'rate-missing': entry<{ currency: string; date: string }>(
    'error',
    (p) => `no rate for ${p.currency} on or before ${p.date}, which the figures need`,
  ),
}
