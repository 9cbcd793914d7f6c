import { isoDay } from '../../tables/values/day.ts'
import type { BookCell, BookSheet } from '../../tables/xlsx/book.ts'
import type { Cohort } from '../cohort.ts'
import type { Netting } from '../policy.ts'
import type { RetentionGroup } from '../retention.ts'
import type { Share } from '../share.ts'
import { FIRST_ROW, type Layout, SHEETS } from './layout.ts'
import { COHORT_COLUMNS } from './positions-sheets.ts'
import { check, count, heading, headings, money, range, type Row, shareOf, sheet, text } from './sheet.ts'

const NETTINGS: readonly Netting[] = ['account', 'sku', 'parent']

/** Retention with numerator and denominator: by account, sku and parent, in further figures, and by groups. */
export function retentionSheet(layout: Layout, live: boolean): BookSheet {
  const { report } = layout
  const { from, to, policy } = report.header
  const rows: Row[] = [
    [heading(`Retention from ${isoDay(from)} to ${isoDay(to)}, ${policy.currency}`)],
    [text('Accounts that were there at the opening date, at both dates and at one rate.')],
    [],
    headings('', 'By account', 'By sku', 'By parent', 'As reported', '', '', 'Check', '', ''),
  ]
  rows.push(...headline(layout, live, rows.length + 1))
  rows.push([], headings('Further figures', 'Numerator', 'Denominator', 'Rate'))
  rows.push(...furtherFigures(layout, rows.length + 1))
  for (const [title, groups] of Object.entries({
    'By segment': report.groups.segment,
    'By band at the opening date': report.groups.band,
    'By model segment': report.groups.model,
  })) {
    if (groups !== null) rows.push([], ...groupRows(title, groups, rows.length + 2))
  }
  rows.push([], ...listedRows(layout))
  return sheet('Retention', [34, 18, 18, 18, 16, 16, 16, 12, 12, 12], 4, rows)
}

/** Where a figure of a cohort is added up, and its rate. */
function headline({ report, accounts, book }: Layout, live: boolean, top: number): Row[] {
  const of = (netting: Netting) => report.retention[netting].cohort
  const heights: Readonly<Record<Netting, [name: string, rows: number]>> = {
    account: [SHEETS.positions, accounts.length],
    sku: [SHEETS.skus, book.ledger.length],
    parent: [SHEETS.parents, accounts.length],
  }
  const sum = (netting: Netting, column: keyof typeof COHORT_COLUMNS): string => {
    // Skus are compared by themselves, while an account opens and closes with its whole.
    const [name, rows] = heights[netting === 'sku' && column !== 'gross' ? 'account' : netting]
    const cells = (letter: string) => range(name, letter, FIRST_ROW, rows + 1)
    const inCohort = `${cells(COHORT_COLUMNS.open)},1`
    if (column === 'open') return `COUNTIF(${inCohort})`
    return `ROUND(SUMIFS(${cells(COHORT_COLUMNS[column])},${inCohort}),2)`
  }
  const figure = (
    title: string,
    at: number,
    value: (cohort: Cohort) => number,
    column: keyof typeof COHORT_COLUMNS,
    cell: (value: number, formula?: string) => BookCell,
  ): Row => [
    heading(title),
    ...NETTINGS.map((netting) => cell(value(of(netting)), live ? sum(netting, column) : undefined)),
    ...NETTINGS.map((netting) => cell(value(of(netting)))),
    ...['B-E', 'C-F', 'D-G'].map((pair) => check(`ROUND(${pair.replace('-', `${top + at}-`)}${top + at},2)`)),
  ]
  const share = (title: string, upper: number, lower: number, value: (netting: Netting) => Share): Row => [
    heading(title),
    ...['B', 'C', 'D'].map((column, at) =>
      shareOf(value(NETTINGS[at]!).value, `${column}${top + upper}`, `${column}${top + lower}`),
    ),
    ...NETTINGS.map((netting) => ({ value: value(netting).value ?? '-', format: '0.00%' })),
  ]
  const rates = (netting: Netting) => report.retention[netting].rates
  return [
    figure('Opening', 0, ({ opening }) => opening, 'opening', money),
    figure('Retained gross', 1, ({ retainedGross }) => retainedGross, 'gross', money),
    figure('Retained net', 2, ({ retainedNet }) => retainedNet, 'closing', money),
    share('GRR', 1, 0, (netting) => rates(netting).grr),
    share('NRR', 2, 0, (netting) => rates(netting).nrr),
    figure('Logos at opening', 5, ({ logosOpen }) => logosOpen, 'open', count),
    figure('Logos lost', 6, ({ logosLost }) => logosLost, 'lost', count),
    figure('Logos kept', 7, ({ logosOpen, logosLost }) => logosOpen - logosLost, 'open', count).map((cell, column) =>
      live && column >= 1 && column <= 3
        ? { ...cell!, formula: `${'BCD'[column - 1]}${top + 5}-${'BCD'[column - 1]}${top + 6}` }
        : cell,
    ),
    share('Logo retention', 7, 5, (netting) => rates(netting).logos),
  ]
}

function furtherFigures({ report }: Layout, top: number): Row[] {
  const { account, sku } = report.retention
  const { rates } = account
  const shares: readonly [string, Share, format?: string][] = [
    ['NRR without price', rates.nrrWithoutPrice],
    ['Renewal rate, of value whose term ended', rates.renewal],
    ['GRR, churn only (a variant)', rates.grrChurnOnly],
    ['Quick ratio, months added up', report.quickRatio, '0.00'],
  ]
  return [
    ...shares.map(([title, { numerator, denominator, value, because }, format], at): Row => [
      heading(title),
      money(numerator),
      money(denominator),
      value === null ? text(because ?? '-') : shareOf(value, `B${top + at}`, `C${top + at}`, format),
    ]),
    [heading('Expansion ACV, net by account'), money(account.cohort.expansion)],
    [heading('Expansion ACV, gross by sku'), money(sku.cohort.expansion)],
    [heading('Contraction'), money(account.cohort.contraction)],
    [heading('Churn'), money(account.cohort.churn)],
  ]
}

function groupRows(title: string, groups: readonly RetentionGroup[], top: number): Row[] {
  const first = top + 1
  const last = top + groups.length
  const sum = (column: string) => `SUM(${column}${first}:${column}${Math.max(first, last)})`
  const total = (pick: (cohort: Cohort) => number) => groups.reduce((all, { cohort }) => all + pick(cohort), 0)
  return [
    headings(title, 'Opening', 'Retained gross', 'Retained net', 'GRR', 'NRR', 'Logos at opening', 'Logos lost'),
    ...groups.map(({ group, cohort, rates }, at): Row => {
      const row = first + at
      return [
        text(group ?? 'none'),
        money(cohort.opening),
        money(cohort.retainedGross),
        money(cohort.retainedNet),
        shareOf(rates.grr.value, `C${row}`, `B${row}`),
        shareOf(rates.nrr.value, `D${row}`, `B${row}`),
        count(cohort.logosOpen),
        count(cohort.logosLost),
      ]
    }),
    [
      heading('All groups'),
      money(
        total(({ opening }) => opening),
        sum('B'),
      ),
      money(
        total(({ retainedGross }) => retainedGross),
        sum('C'),
      ),
      money(
        total(({ retainedNet }) => retainedNet),
        sum('D'),
      ),
      null,
      null,
      count(
        total(({ logosOpen }) => logosOpen),
        sum('G'),
      ),
      count(
        total(({ logosLost }) => logosLost),
        sum('H'),
      ),
    ],
    [
      heading('All groups less the whole'),
      ...['B$5', 'B$6', 'B$7'].map((cell, at) => check(`ROUND(${'BCD'[at]}${last + 1}-$${cell},2)`)),
      null,
      null,
      check(`G${last + 1}-$B$10`),
      check(`H${last + 1}-$B$11`),
    ],
  ]
}

/** Who is in no cohort, and what happened between the dates. */
function listedRows({ report }: Layout): Row[] {
  const { exceptions, inside } = report.retention.account
  return [
    headings('Not above zero at the opening', 'Amount', 'Lines'),
    ...exceptions.map(({ account, opening, lines }): Row => [text(account), money(opening), text(lines.join(', '))]),
    [],
    headings('Seen at neither date, or away between them', 'What', 'From', 'Until'),
    ...inside.map(({ account, kind, from, until }): Row => [
      text(account),
      text(kind.replaceAll('-', ' ')),
      text(isoDay(from)),
      text(isoDay(until)),
    ]),
  ]
}
