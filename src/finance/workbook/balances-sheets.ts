import type { BookSheet } from '../../tables/xlsx/book.ts'
import { columnLetters } from '../../tables/xlsx/letters.ts'
import { firstDay } from '../activity.ts'
import { OPEN } from '../ledger.ts'
import { eachUnit } from '../walk.ts'
import { dateColumn, FIRST_ROW, type Layout, SHEETS } from './layout.ts'
import { sumInForce } from './lines-sheet.ts'
import { check, count, date, heading, headings, money, range, type Row, sheet, text } from './sheet.ts'

/** Rates by currency, in the columns that the balances have for the same dates. */
export function ratesSheet({ book, dates, table }: Layout): BookSheet {
  const { names } = book.ledger.currency
  return sheet(SHEETS.rates, [12], 1, [
    [heading('Currency'), null, null, null, ...dates.map(date)],
    ...names.map((name, currency): Row => [
      text(name),
      null,
      null,
      null,
      ...table[currency]!.map((rate) => (rate === null ? null : { value: rate.numerator / rate.denominator })),
    ]),
  ])
}

/** What each account was worth at each date, in its own currency. */
export function balancesSheet(layout: Layout): BookSheet {
  const { book, dates, balances, lines } = layout
  const { ledger, policy } = book
  const worth = nativeBalances(layout)
  const first = new Map<number, number>()
  for (const { cells, lines: own } of eachUnit(book, dates)) {
    first.set(cells[0]!.account, firstDay(ledger, book.ends, own) ?? OPEN)
  }
  const columns = dates.map((_, at) => columnLetters(dateColumn(at)))
  const all = { from: FIRST_ROW, to: lines.length + FIRST_ROW - 1 }
  const last = balances.length + FIRST_ROW - 1
  return sheet(SHEETS.balances, [18, 10, 8, 12, ...dates.map(() => 14)], 1, [
    [...headings('Account', 'Currency', 'Alone', 'First day'), ...dates.map((day) => date(Math.min(day, policy.asOf)))],
    ...balances.map(({ account, currency, alone, lines: span }, at): Row => [
      text(ledger.account.names[account]!),
      text(ledger.currency.names[currency]!),
      count(alone ? 1 : 0),
      date(first.get(account)!),
      ...columns.map((column, month) => {
        const row = at + FIRST_ROW
        return money(
          worth.get(`${account} ${currency}`)?.[month] ?? 0,
          sumInForce(span, `${column}$1`, ['C', `$A${row}`], ...(alone ? [] : [['E', `$B${row}`] as const])),
        )
      }),
    ]),
    [
      heading('All lines less all balances'),
      null,
      null,
      null,
      ...columns.map((column) =>
        check(
          `ROUND(${sumInForce(all, `${column}$1`)}-SUM(${column}${FIRST_ROW}:${column}${Math.max(last, FIRST_ROW)}),2)`,
        ),
      ),
    ],
  ])
}

/** Cents by date, by codes of account and currency. */
export function nativeBalances({ book, dates }: Layout): Map<string, number[]> {
  const worth = new Map<string, number[]>()
  for (const { cells } of eachUnit(book, dates)) {
    for (const { account, currency, at } of cells) {
      const key = `${account} ${currency}`
      const sums = worth.get(key) ?? dates.map(() => 0)
      worth.set(
        key,
        sums.map((sum, column) => sum + at[column]!),
      )
    }
  }
  return worth
}

/** A column of the balances, from first to last account. */
export function balanceColumn({ balances }: Layout, column: string): string {
  return range(SHEETS.balances, column, FIRST_ROW, balances.length + FIRST_ROW - 1)
}

/** The rate of each balance at a date. */
export function ratesOfBalances(layout: Layout, column: string): string {
  const last = layout.book.ledger.currency.names.length + FIRST_ROW - 1
  const [names, values] = ['A', column].map((letter) => range(SHEETS.rates, letter, FIRST_ROW, last))
  return `SUMIF(${names},${balanceColumn(layout, 'B')},${values})`
}
