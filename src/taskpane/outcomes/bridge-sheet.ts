import { formatBlock } from '../../host/block.ts'
import type { Books } from '../../host/desk/finance/read-books.ts'
import type { SheetContent } from '../../host/workbook.ts'
import { isoDay } from '../../tables/values/day.ts'

/**
 * Bridge and retention as formulas over the ledger's own range: whoever changes the dates on the sheet, or a line of the
 * ledger, sees other figures.
 */
export function bridgeSheet({ ledgerAt, ratesAt, policy, from, to }: Books): SheetContent {
  const rest = [
    quoted(policy.currency),
    ratesAt === null ? '' : formatBlock(ratesAt),
    '',
    quoted(policy.recurring.join(', ')),
  ]
  const call = (name: string, by: string | null = null): string => {
    const given = [formatBlock(ledgerAt), '$B$2', '$B$3', ...rest]
    if (by !== null) given[5] = quoted(by)
    return `=${name}(${given.join(', ')})`
  }
  return {
    name: `ARR bridge ${isoDay(to)}`,
    rows: [
      [`ARR bridge in ${policy.currency}`, null, null],
      ['From the end of', { kind: 'date', value: from }, 'change the dates here'],
      ['To the end of', { kind: 'date', value: to }, null],
      ['GRR by account', call('HEALTH.GRR'), null],
      ['GRR by SKU', call('HEALTH.GRR', 'sku'), null],
      ['NRR', call('HEALTH.NRR'), null],
      [],
      [call('HEALTH.BRIDGE')],
    ],
    widths: [18, ...Array.from({ length: 10 }, () => 15)],
    formats: [
      { cells: { top: 3, bottom: 5, left: 1, right: 1 }, format: '0.00%' },
      // As many months as anyone will choose.
      { cells: { top: 8, bottom: 8 + 120, left: 1, right: 10 }, format: '#,##0.00' },
    ],
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
