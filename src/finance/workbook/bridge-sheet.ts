import type { BookSheet } from '../../tables/xlsx/book.ts'
import { columnLetters } from '../../tables/xlsx/letters.ts'
import type { BridgeMonth } from '../bridge.ts'
import { BRIDGE_FIGURES, BRIDGE_TITLES, bridgeTotal, type BridgeFigure } from '../reconcile/bridge-rows.ts'
import { balanceColumn, ratesOfBalances } from './balances-sheets.ts'
import { dateColumn, type Layout, SHEETS } from './layout.ts'
import { check, count, date, heading, headings, money, range, type Row, sheet, text } from './sheet.ts'
import { mixedRows } from './mixed-sheet.ts'

const FIRST = 5

/** The bridge, computed once more from the balances; below it the report's own figures, which it has to meet. */
export function bridgeSheet(layout: Layout, live: boolean): BookSheet {
  const months = layout.report.bridge
  const { currency } = layout.report.header.policy
  const last = FIRST + months.length - 1
  // The report's own figures begin below the total and a heading.
  const own = last + 5
  const rows: Row[] = [
    [heading(`Bridge by account, ${currency}`)],
    [text(live ? 'Live: every figure is computed from the balances, and these from the ledger lines.' : NOT_LIVE)],
    [],
    [
      ...headings('From', 'To', ...Object.values(BRIDGE_TITLES), 'Closes', 'Opens as last closed', 'As reported'),
      ...headings('Accounts at opening', 'New', 'Reactivated', 'Churned', 'At closing', 'Counts close'),
    ],
    ...months.map((month, at): Row => {
      const row = FIRST + at
      const formulas = live ? formulasOf(layout, at, row) : null
      return [
        date(month.from),
        date(month.to),
        ...BRIDGE_FIGURES.map((figure) => money(month[figure], formulas?.[figure])),
        check(`ROUND(SUM(C${row}:J${row})-K${row},2)`),
        at === 0 ? null : check(`ROUND(C${row}-K${row - 1},2)`),
        check(`ROUND(SUMPRODUCT(ABS(C${row}:K${row}-C${own + at}:K${own + at})),2)`),
        ...countCells(layout, month, at, row, live),
        check(`O${row}+P${row}+Q${row}-R${row}-S${row}`),
      ]
    }),
    totalRow(months, FIRST, last),
    [],
    [],
    [heading('As reported')],
    ...months.map((month): Row => [
      date(month.from),
      date(month.to),
      ...BRIDGE_FIGURES.map((figure) => money(month[figure])),
    ]),
  ]
  return sheet('Bridge', [12, 12, ...BRIDGE_FIGURES.map(() => 16), 9, 18, 12, 18, 8, 12, 10, 12, 13], 4, rows)
}

const NOT_LIVE = 'As reported: there are too many lines and dates for a sheet to compute once more.'

function totalRow(months: readonly BridgeMonth[], first: number, last: number): Row {
  const total = bridgeTotal(months)
  if (total === null) return [heading('Whole period')]
  const sums = BRIDGE_FIGURES.map((figure, at) => {
    const column = columnLetters(at + 2)
    if (figure === 'opening') return money(total.opening, `${column}${first}`)
    if (figure === 'closing') return money(total.closing, `${column}${last}`)
    return money(total[figure], `SUM(${column}${first}:${column}${last})`)
  })
  return [heading('Whole period'), null, ...sums, check(`ROUND(SUM(C${last + 1}:J${last + 1})-K${last + 1},2)`)]
}

/** What balances and rates say of one month. Sums are rounded to the cent, as a sheet adds up in floats. */
function formulasOf(layout: Layout, month: number, row: number): Readonly<Record<BridgeFigure, string>> {
  const { rate } = layout.report.header.policy
  const [before, after] = [month, month + 1].map((at) => columnLetters(dateColumn(at))) as [string, string]
  const [x, y] = [balanceColumn(layout, before), balanceColumn(layout, after)]
  const [rateX, rateY] = [ratesOfBalances(layout, before), ratesOfBalances(layout, after)]
  const [opening, closing] = [`ROUND(${x}*${rateX},2)`, `ROUND(${y}*${rateY},2)`]
  const moved =
    rate === 'reported'
      ? `ROUND(${closing}-${opening},2)`
      : `ROUND((${y}-${x})*${rate === 'closing' ? rateY : rateX},2)`
  const fx = rate === 'reported' ? null : `ROUND(${rate === 'closing' ? x : y}*(${rateY}-${rateX}),2)`
  const grows = rate === 'reported' ? `(${moved}>0)` : `(${y}>${x})`
  const shrinks = rate === 'reported' ? `(${moved}<0)` : `(${y}<${x})`
  const alone = balanceColumn(layout, 'C')
  const first = balanceColumn(layout, 'D')
  const stays = `((${x}>0)=(${y}>0))`
  const sum = (array: string) => `ROUND(SUMPRODUCT(${array}),2)`
  const of = (category: string, condition: string) =>
    `ROUND(SUMPRODUCT(${alone}*${condition}*${moved})${mixedSum(layout, 'D', row, category)},2)`
  return {
    opening: sum(opening),
    new: of('new', `(${x}<=0)*(${y}>0)*(${first}>$A${row})`),
    reactivation: of('reactivation', `(${x}<=0)*(${y}>0)*(${first}<=$A${row})`),
    expansion: of('expansion', `${stays}*${grows}`),
    contraction: of('contraction', `${stays}*${shrinks}`),
    churn: of('churn', `(${x}>0)*(${y}<=0)`),
    fx: fx === null ? '0' : sum(fx),
    rounding: sum(`${closing}-${opening}-${moved}${fx === null ? '' : `-${fx}`}`),
    closing: sum(closing),
  }
}

function countCells(layout: Layout, { counts }: BridgeMonth, month: number, row: number, live: boolean): Row {
  const figures = [counts.opening, counts.new, counts.reactivation, counts.churn, counts.closing]
  if (!live) return figures.map((figure) => count(figure))
  const [x, y] = [month, month + 1].map((at) => balanceColumn(layout, columnLetters(dateColumn(at)))) as [
    string,
    string,
  ]
  const first = balanceColumn(layout, 'D')
  const alone = balanceColumn(layout, 'C')
  const conditions: readonly [condition: string, column: string, category: string | null][] = [
    [`(${x}>0)`, 'E', null],
    [`(${x}<=0)*(${y}>0)*(${first}>$A${row})`, 'G', 'new'],
    [`(${x}<=0)*(${y}>0)*(${first}<=$A${row})`, 'G', 'reactivation'],
    [`(${x}>0)*(${y}<=0)`, 'G', 'churn'],
    [`(${y}>0)`, 'F', null],
  ]
  return conditions.map(([condition, column, category], at) =>
    count(figures[at]!, `SUMPRODUCT(${alone}*${condition})${mixedSum(layout, column, row, category)}`),
  )
}

/** What accounts with several currencies add: their category is that of all their currencies together. */
function mixedSum(layout: Layout, column: string, row: number, category: string | null): string {
  const rows = mixedRows(layout).length
  if (rows === 0) return ''
  const [sum, to, categories] = [column, 'A', 'C'].map((letter) => range(SHEETS.mixed, letter, 2, rows + 1))
  return `+SUMIFS(${sum},${to},$B${row}${category === null ? '' : `,${categories},"${category}"`})`
}
