import { entry } from './entry.ts'

/** Contract lines, rates, accounts and churn feeds that do not fit, or that need an answer before they give figures. */
export const ledger = {
  'ledger-column-missing': entry<{ field: string; nearest: string | null }>('error', (p) =>
    p.nearest === null ? `no column for \`${p.field}\`` : `no column for \`${p.field}\`; is it "${p.nearest}"?`,
  ),
  'ledger-column-near': entry<{ field: string; nearest: string }>(
    'warning',
    (p) => `no column for \`${p.field}\`, which may be absent; is it "${p.nearest}"?`,
  ),
  'ledger-amount-period': entry<{ header: string; period: string }>(
    'error',
    (p) => `"${p.header}" is an amount a ${p.period}; declare it to be one`,
  ),
  'ledger-currency-assumed': entry<{ currency: string }>(
    'hint',
    (p) => `no column names currencies; every amount counts as ${p.currency}`,
  ),
  'ledger-charge-assumed': entry<Record<never, never>>(
    'warning',
    () => `no column tells charges that recur from others; every line counts as recurring`,
  ),
  'ledger-no-sku': entry<Record<never, never>>('hint', () => `no column names SKUs; by SKU is the same as by account`),
  'ledger-no-end': entry<Record<never, never>>('warning', () => `no column says when lines end; all run on`),
  'ledger-dates-untold': entry<{ text: string }>(
    'error',
    (p) => `\`${p.text}\` and its like may be day or month first; declare which`,
  ),
  'ledger-amount-rounded': entry<{ count: number }>(
    'hint',
    (p) => `${p.count} amounts had parts of a cent; each was rounded once`,
  ),
  'ledger-line-excluded': entry<{ row: number; line: string; because: string; amount: string | null }>(
    'warning',
    (p) => `row ${p.row}, line ${p.line} (${p.amount ?? 'no amount'}) does not count: ${p.because}`,
  ),
  'ledger-charge-excluded': entry<{ charge: string; count: number; amount: string | null; declared: string }>(
    'hint',
    (p) =>
      `${p.count} lines of ${p.charge === '' ? 'no kind of charge' : `kind \`${p.charge}\``}${
        p.amount === null ? '' : ` (${p.amount})`
      } do not count: \`${p.declared}\` recurs`,
  ),
  'ledger-line-repeated': entry<{ line: string; row: number; first: number }>(
    'warning',
    (p) => `line ${p.line} of row ${p.row} is in row ${p.first} with other content; both count`,
  ),
  'ledger-lines-overlap': entry<{ row: number; other: number; account: string; amount: string }>(
    'warning',
    (p) => `row ${p.row} (${p.amount}) runs while row ${p.other} of \`${p.account}\` does; both count`,
  ),
  'ledger-lines-negative': entry<{ count: number; row: number; amount: string }>(
    'hint',
    (p) => `${p.count} lines are below zero, from row ${p.row} on: ${p.amount}; they lower their accounts`,
  ),
  'ledger-lines-zero': entry<{ count: number; row: number }>(
    'hint',
    (p) => `${p.count} lines are worth 0.00, from row ${p.row} on; they add nothing`,
  ),
  'ledger-parent-twice': entry<{ row: number; account: string; parent: string; kept: string }>(
    'warning',
    (p) => `row ${p.row} says \`${p.account}\` belongs to \`${p.parent}\`; \`${p.kept}\` is kept`,
  ),
  'ledger-ends-last-day': entry<{ count: number; row: number; end: string }>(
    'warning',
    (p) => `${p.count} lines end a day before the next starts (row ${p.row}: ${p.end}); are ends last days?`,
  ),
  'accounts-alike': entry<{ first: string; second: string; rows: string; amounts: string | null }>(
    'warning',
    (p) =>
      `\`${p.first}\` and \`${p.second}\` look alike (${p.rows}${p.amounts === null ? '' : `, ${p.amounts}`}); they stay apart`,
  ),
  'accounts-row-repeated': entry<{ account: string; row: number; first: number }>(
    'warning',
    (p) => `row ${p.row}: account \`${p.account}\` is in row ${p.first}, which counts`,
  ),
  'accounts-row-blank': entry<{ row: number }>('warning', (p) => `row ${p.row} names no account and is left out`),
  'parent-unknown': entry<{ row: number; account: string; parent: string }>(
    'hint',
    (p) => `row ${p.row}: \`${p.parent}\`, the parent of \`${p.account}\`, has no row of its own`,
  ),
  'rate-unreadable': entry<{ row: number; text: string; expected: string }>(
    'warning',
    (p) => `row ${p.row}: \`${p.text}\` is not ${p.expected}; the rate is left out`,
  ),
  'rate-twice': entry<{ row: number; first: number; currency: string; date: string }>(
    'error',
    (p) => `row ${p.row} and row ${p.first} give ${p.currency} different rates on ${p.date}`,
  ),
  'crm-row-unreadable': entry<{ row: number; event: string; because: string }>(
    'warning',
    (p) => `row ${p.row}, event ${p.event}, is left out: ${p.because}`,
  ),
}
