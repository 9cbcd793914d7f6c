import { isoDate } from '../../engine/days.ts'
import type { BridgeMonth } from '../../finance/bridge.ts'
import type { Ledger } from '../../finance/ledger.ts'
import { BRIDGE_FIGURES, bridgeCheck, bridgeTotal, type BridgeAmounts } from '../../finance/reconcile/bridge-rows.ts'
import { countOf, moneyOf, percentOf } from '../../finance/reconcile/shown.ts'
import type { Reconciliation } from '../../finance/reconcile/reconciliation.ts'
import type { Retention, RetentionGroup } from '../../finance/retention.ts'
import { matchLines } from './account-match.ts'
import { churnLines } from './churn-comparison.ts'
import { mergedLines } from './merged-ids.ts'
import { restatementLines } from './restatement.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedCell, type PrintedColumn } from './table.ts'

/** A reconciliation for a terminal: every figure with what it is made of. */
export function printReconciliation(found: Reconciliation, ledger: Ledger, style: Style): string[] {
  const { header, scores, churn, groups } = found
  const { policy, from, to } = header
  return [
    style.bold(`${policy.currency} from ${isoDate(from)} to ${isoDate(to)}`),
    style.dim(
      `ARR by contract lines · netting by account · cohorts at ${policy.rate} rates · as of ${isoDate(policy.asOf)}`,
    ),
    ...section('Bridge', bridgeTable(found.bridge, style), style),
    ...(found.restatement
      ? section('Opening against the earlier closing', restatementLines(found.restatement, style), style)
      : []),
    ...section('Retention', retentionTable(found.retention, style), style),
    ...(groups.segment ? section('By segment', groupTable(groups.segment, found.retention.account, style), style) : []),
    ...(groups.band
      ? section('By band at the opening', groupTable(groups.band, found.retention.account, style), style)
      : []),
    ...(groups.model
      ? section('By segment of the model', groupTable(groups.model, found.retention.account, style), style)
      : []),
    ...(found.merged && found.merged.length > 0
      ? section('Ids that count as another, as declared', mergedLines(found.merged, style), style)
      : []),
    ...(scores?.opening ? section('Scores at the opening', matchLines(scores.opening, style), style) : []),
    ...(scores?.closing ? section('Scores at the closing', matchLines(scores.closing, style), style) : []),
    ...(churn ? section('CRM against ledger', churnLines(churn, ledger, style), style) : []),
    ...section('Completeness', completenessLines(found, style), style),
  ]
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return ['', style.bold(title), ...lines]
}

function bridgeTable(months: readonly BridgeMonth[], style: Style): string[] {
  const columns = [...BRIDGE_FIGURES, 'check'].map((title): PrintedColumn => ({ title, align: 'right' }))
  const row = (name: string, amounts: BridgeAmounts): string[] => [
    name,
    ...BRIDGE_FIGURES.map((figure) => moneyOf(amounts[figure])),
    moneyOf(bridgeCheck(amounts)),
  ]
  const rows = months.map((month) => row(isoDate(month.to) ?? '', month).map((text): PrintedCell => ({ text })))
  const total = bridgeTotal(months)
  if (total !== null && months.length > 1)
    rows.push(row('all', total).map((text) => ({ text, styled: style.bold(text) })))
  return printTable([{ title: 'month', align: 'left' }, ...columns], rows, style.dim)
}

function retentionTable(retention: Reconciliation['retention'], style: Style): string[] {
  const rows = (['account', 'sku', 'parent'] as const).map((netting) => retentionRow(netting, retention[netting]))
  return [...printTable(retentionColumns('netting'), rows, style.dim), ...exceptionLines(retention.account)]
}

function retentionColumns(first: string): PrintedColumn[] {
  const right = ['opening', 'retained gross', 'GRR', 'retained net', 'NRR', 'expansion', 'logos', 'lost', 'kept']
  return [{ title: first, align: 'left' }, ...right.map((title): PrintedColumn => ({ title, align: 'right' }))]
}

function retentionRow(name: string, { cohort, rates }: Pick<Retention, 'cohort' | 'rates'>): PrintedCell[] {
  return [
    name,
    moneyOf(cohort.opening),
    moneyOf(cohort.retainedGross),
    percentOf(rates.grr.value),
    moneyOf(cohort.retainedNet),
    percentOf(rates.nrr.value),
    moneyOf(cohort.expansion),
    countOf(cohort.logosOpen),
    countOf(cohort.logosLost),
    percentOf(rates.logos.value),
  ].map((text) => ({ text }))
}

function groupTable(groups: readonly RetentionGroup[], whole: Retention, style: Style): string[] {
  const rows = groups.map((one) => retentionRow(one.group ?? 'none', one))
  rows.push(retentionRow('all', whole).map(({ text }) => ({ text, styled: style.bold(text) })))
  return printTable(retentionColumns(''), rows, style.dim)
}

function exceptionLines({ exceptions, inside }: Retention): string[] {
  const lines: string[] = []
  if (exceptions.length > 0)
    lines.push(`${accounts(exceptions.length)} worth nothing or less at the opening, with lines in force: in no cohort`)
  for (const [kind, ones] of Map.groupBy(inside, (one) => one.kind))
    lines.push(`${accounts(ones.length)} ${INSIDE[kind]}`)
  return lines
}

function accounts(count: number): string {
  return count === 1 ? '1 account' : `${countOf(count)} accounts`
}

const INSIDE = {
  'joined-and-left': 'joined and left within the period: in the bridge, in no cohort',
  'returned-and-left': 'returned and left within the period: in the bridge, in no cohort',
  'left-and-returned': 'left and returned within the period: kept in the cohort',
} as const

function completenessLines({ completeness }: Reconciliation, style: Style): string[] {
  const { control, excluded, entered } = completeness
  const right = (title: string): PrintedColumn => ({ title, align: 'right' })
  const sums = [...control.amounts].map(([currency, { read, used, excluded: out }]) =>
    [currency, moneyOf(read), moneyOf(used), moneyOf(out), moneyOf(read - used - out)].map((text) => ({ text })),
  )
  const reasons = [...Map.groupBy(excluded, ({ reason, currency }) => `${reason}\n${currency ?? ''}`)]
  const reasonRows = reasons.map(([key, lines]) => {
    const [reason = '', currency = ''] = key.split('\n')
    const amount = lines.reduce((sum, line) => sum + (line.amount ?? 0), 0)
    return [reason, countOf(lines.length), moneyOf(amount), currency].map((text) => ({ text }))
  })
  return [
    `${countOf(control.read)} lines read = ${countOf(control.used)} used + ${countOf(control.excluded)} excluded`,
    ...printTable(
      [{ title: 'currency', align: 'left' }, ...['read', 'used', 'excluded', 'check'].map(right)],
      sums,
      style.dim,
    ),
    ...(reasonRows.length > 0
      ? printTable(
          [{ title: 'excluded', align: 'left' }, right('lines'), right('amount'), { title: '', align: 'left' }],
          reasonRows,
          style.dim,
        )
      : []),
    ...(entered.length === 0 ? [style.dim('no control total was entered (--control)')] : []),
    ...entered.map(
      ({ currency, amount, read, difference }) =>
        `control total entered ${moneyOf(amount)} ${currency ?? 'over all currencies'}, read ${moneyOf(read)}, difference ${moneyOf(difference)}`,
    ),
  ]
}
