import { isoDate } from '../../engine/days.ts'
import type { Ledger } from '../../finance/ledger.ts'
import type { ChurnComparison } from '../../finance/reconcile/compare-churn.ts'
import { DIFFERENCE_HEADINGS, DIFFERENCE_KINDS, type Difference } from '../../finance/reconcile/difference.ts'
import { countOf, moneyOf } from '../../finance/reconcile/shown.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedColumn } from './table.ts'

/** The totals of both sides, and every difference under its heading. */
export function churnLines(
  { differences, matched, totals, tolerated }: ChurnComparison,
  ledger: Ledger,
  style: Style,
): string[] {
  const right = (title: string): PrintedColumn => ({ title, align: 'right' })
  const columns = ['events', 'CRM', 'churns', 'ledger', 'difference', 'explained', 'check'].map(right)
  const totalRows = totals.map(({ currency, crm, ledger: own, explained }) =>
    [
      currency,
      countOf(crm.count),
      moneyOf(crm.amount),
      countOf(own.count),
      moneyOf(own.amount),
      moneyOf(crm.amount - own.amount),
      moneyOf(explained),
      moneyOf(crm.amount - own.amount - explained),
    ].map((text) => ({ text })),
  )
  return [
    ...printTable([{ title: 'churn', align: 'left' }, ...columns], totalRows, style.dim),
    `${countOf(matched)} churns are on both sides; ${differences.length === 0 ? 'no differences' : differences.length === 1 ? '1 difference' : `${countOf(differences.length)} differences`}`,
    ...(tolerated.length > 0
      ? [`${countOf(tolerated.length)} amounts differ within the tolerance and are not listed`]
      : []),
    ...DIFFERENCE_KINDS.flatMap((kind) => {
      const own = differences.filter((one) => one.kind === kind)
      return own.length === 0 ? [] : differenceLines(kind, own, ledger, style)
    }),
  ]
}

function differenceLines(
  kind: Difference['kind'],
  differences: readonly Difference[],
  ledger: Ledger,
  style: Style,
): string[] {
  const { title, means } = DIFFERENCE_HEADINGS[kind]
  const columns: PrintedColumn[] = [
    { title: 'account', align: 'left' },
    { title: 'date', align: 'left' },
    { title: 'ledger', align: 'right' },
    { title: 'CRM', align: 'right' },
    { title: '', align: 'left' },
    { title: 'age', align: 'right' },
    { title: 'event', align: 'left' },
    { title: 'lines', align: 'left', most: 24 },
    { title: '', align: 'left' },
  ]
  const rows = differences.map((one) =>
    [
      one.account,
      isoDate(one.day) ?? '',
      one.ledger ? moneyOf(one.ledger.amount) : '–',
      one.crm?.amount == null ? '–' : moneyOf(one.crm.amount),
      one.currency,
      `${one.age} d`,
      one.crm?.event ?? '–',
      one.lines.map((line) => ledger.ids[line]!).join(' '),
      one.because,
    ].map((text) => ({ text })),
  )
  return [
    '',
    `${style.bold(title)}: ${differences.length}  ${style.dim(means)}`,
    ...printTable(columns, rows, style.dim).map((line) => `  ${line}`),
  ]
}
