import { entry } from './entry.ts'

/** What a reconciliation leaves open. The differences themselves are its result; these say that there are some. */
export const reconcile = {
  'control-differs': entry<{ read: string; entered: string; difference: string }>(
    'error',
    (p) => `the lines add up to ${p.read}, the control total is ${p.entered}: ${p.difference} apart`,
  ),
  'differences-open': entry<{ count: number; amount: string }>(
    'warning',
    (p) =>
      `${counted(p.count, 'difference')} between CRM and ledger ${p.count === 1 ? 'is' : 'are'} open, ${p.amount} in question`,
  ),
  'opening-restated': entry<{ lines: number; rates: number; date: string; amount: string }>(
    'warning',
    (p) =>
      `${[counted(p.lines, 'line'), counted(p.rates, 'rate')].filter((_, at) => (at === 0 ? p.lines : p.rates) > 0).join(' and ')} changed behind the closing of ${p.date}: ${p.amount} restated`,
  ),
  'accounts-unscored': entry<{ count: number; amount: string; date: string }>(
    'warning',
    (p) => `${counted(p.count, 'account')} with ${p.amount} on ${p.date} ${p.count === 1 ? 'has' : 'have'} no score`,
  ),
  'scores-unmatched': entry<{ count: number; first: string; date: string }>(
    'warning',
    (p) =>
      `${counted(p.count, 'scored account')}, ${p.count === 1 ? '' : 'such as '}\`${p.first}\`, ${p.count === 1 ? 'has' : 'have'} no balance on ${p.date}`,
  ),
  'scores-twice': entry<{ count: number; first: string; row: number | null }>(
    'warning',
    (p) =>
      `${counted(p.count, 'account')} ${p.count === 1 ? 'is' : 'are'} scored twice, ${p.count === 1 ? '' : 'such as '}\`${p.first}\`; ${p.row === null ? 'the first row' : `row ${p.row}`} counts`,
  ),
  'scores-too-late': entry<{ date: string; first: string | null }>('warning', (p) =>
    p.first === null
      ? `there are no scores on or before ${p.date}`
      : `there are no scores on or before ${p.date}; the first are of ${p.first}`,
  ),
  'merged-id-unusable': entry<{ row: number; because: string }>(
    'error',
    (p) => `row ${p.row} of the merged ids cannot be used: ${p.because}`,
  ),
  'merged-id-unknown': entry<{ from: string; to: string }>(
    'warning',
    (p) => `\`${p.from}\` is said to be \`${p.to}\`, and no line, event or score is of it`,
  ),
  'ids-merged': entry<{ count: number; lines: number }>(
    'hint',
    (p) =>
      `${counted(p.count, 'id')} ${p.count === 1 ? 'counts' : 'count'} as another as declared, with ${counted(p.lines, 'line')}`,
  ),
  'rate-missing': entry<{ currency: string; date: string }>(
    'error',
    (p) => `no rate for ${p.currency} on or before ${p.date}, which the figures need`,
  ),
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`
}
