import type { BookCell, BookSheet } from '../../tables/xlsx/book.ts'
import { columnLetters } from '../../tables/xlsx/letters.ts'
import { valueAt } from '../rate-table.ts'
import { byText } from '../text-order.ts'
import { eachUnit } from '../walk.ts'
import { nativeBalances } from './balances-sheets.ts'
import { type AccountRow, dateColumn, FIRST_ROW, type Layout, SHEETS } from './layout.ts'
import { sumInForce } from './lines-sheet.ts'
import { count, headings, money, type Row, sheet, text } from './sheet.ts'

/** The columns of all three sheets that a cohort is added up from. */
export const COHORT_COLUMNS = { opening: 'F', closing: 'G', open: 'H', gross: 'I', lost: 'J' } as const

const TITLES = ['At opening', 'At closing', 'In cohort', 'Retained gross', 'Lost']
const WIDTHS = [18, 18, 12, 16, 16, 16, 16, 10, 16, 8]

/** Cents in the policy's currency at the rates that cohorts are compared at. */
interface Held {
  readonly opening: number
  readonly closing: number
  readonly open: boolean
  readonly lost: boolean
}

/** Every account at the opening and at the closing date. */
export function positionsSheet(layout: Layout): BookSheet {
  const { book, accounts, balances } = layout
  const worth = nativeBalances(layout)
  const { opens, closes, last } = ratesOf(layout)
  return sheet(SHEETS.positions, WIDTHS, 1, [
    headings('Account', 'Parent', 'Currency', 'Own at opening', 'Own at closing', ...TITLES),
    ...accounts.map(({ account, parent, balances: span }, at): Row => {
      const row = at + FIRST_ROW
      const own = balances.slice(span.from - FIRST_ROW, span.to - FIRST_ROW + 1)
      const native = own.map(({ currency }) => worth.get(`${account} ${currency}`)!)
      const held = heldAt(layout, accounts[at]!, worth)
      const column = (date: number) => columnLetters(dateColumn(date))
      const converted = (date: number, rate: number) =>
        own
          .map(
            ({ currency }, k) =>
              `ROUND('${SHEETS.balances}'!${column(date)}${span.from + k}*${rateCell(currency, rate)},2)`,
          )
          .join('+')
      const alone = own.length === 1
      return [
        text(book.ledger.account.names[account]!),
        text(parent),
        text(own.map(({ currency }) => book.ledger.currency.names[currency]!).join(' + ')),
        alone ? money(native[0]![0]!, `'${SHEETS.balances}'!${column(0)}${span.from}`) : null,
        alone ? money(native[0]![last]!, `'${SHEETS.balances}'!${column(last)}${span.from}`) : null,
        money(held.opening, converted(0, opens)),
        money(held.closing, converted(last, closes)),
        ...cohortCells(row, held, alone ? 'D' : 'F', alone ? 'E' : 'G'),
      ]
    }),
  ])
}

/** Every sku of every account, for gains and losses that are not set against each other. */
export function skusSheet(layout: Layout): BookSheet {
  const { book, accounts, table, dates } = layout
  const { names } = book.ledger.account
  const { opens, closes, last } = ratesOf(layout)
  const worth = nativeBalances(layout)
  const rowOf = new Map(accounts.map((row, at) => [row.account, { ...row, at: at + FIRST_ROW }]))
  const cells: { account: number; currency: number; sku: number; from: number; to: number }[] = []
  for (const unit of eachUnit(book, [dates[0]!, dates[last]!])) {
    for (const { account, currency, sku, at } of unit.cells) {
      cells.push({ account, currency, sku, from: at[0]!, to: at[1]! })
    }
  }
  const { sku: skus, currency: currencies } = book.ledger
  const sorted = cells.toSorted(
    (a, b) =>
      byText(names[a.account]!, names[b.account]!) ||
      byText(skus.names[a.sku]!, skus.names[b.sku]!) ||
      byText(currencies.names[a.currency]!, currencies.names[b.currency]!),
  )
  const [day, until] = [0, last].map((date) => `'${SHEETS.balances}'!$${columnLetters(dateColumn(date))}$1`) as [
    string,
    string,
  ]
  return sheet(SHEETS.skus, WIDTHS, 1, [
    headings('Account', 'Sku', 'Currency', 'Own at opening', 'Own at closing', ...TITLES),
    ...sorted.map(({ account, currency, sku, from, to }, at): Row => {
      const row = at + FIRST_ROW
      const whole = rowOf.get(account)!
      const { open, lost } = heldAt(layout, whole, worth)
      const conditions = [
        ['C', `$A${row}`],
        ['D', `$B${row}`],
        ['E', `$C${row}`],
      ] as const
      const opening = valueAt(table, currency, opens, from)
      const closing = valueAt(table, currency, closes, to)
      return [
        text(names[account]!),
        text(skus.names[sku]!),
        text(currencies.names[currency]!),
        money(from, sumInForce(whole.lines, day, ...conditions)),
        money(to, sumInForce(whole.lines, until, ...conditions)),
        money(opening, `ROUND(D${row}*${rateCell(currency, opens)},2)`),
        money(closing, `ROUND(E${row}*${rateCell(currency, closes)},2)`),
        count(open ? 1 : 0, `'${SHEETS.positions}'!H${whole.at}`),
        money(open ? Math.min(opening, closing) : 0, `IF(H${row}=1,MIN(F${row},G${row}),0)`),
        count(lost ? 1 : 0, `'${SHEETS.positions}'!J${whole.at}`),
      ]
    }),
  ])
}

/** Every parent, or account that stands alone, as the sum of its accounts. */
export function parentsSheet(layout: Layout): BookSheet {
  const { accounts } = layout
  const worth = nativeBalances(layout)
  const families = [...Map.groupBy(accounts, ({ parent }) => parent)].toSorted(([a], [b]) => byText(a, b))
  const sum = (column: string, row: number) =>
    `ROUND(SUMIFS('${SHEETS.positions}'!$${column}$${FIRST_ROW}:$${column}$${accounts.length + 1},` +
    `'${SHEETS.positions}'!$B$${FIRST_ROW}:$B$${accounts.length + 1},$A${row}),2)`
  return sheet(SHEETS.parents, WIDTHS, 1, [
    headings('Parent', 'Accounts', '', '', '', ...TITLES),
    ...families.map(([parent, own], at): Row => {
      const row = at + FIRST_ROW
      const each = own.map((account) => heldAt(layout, account, worth))
      const opening = each.reduce((total, held) => total + held.opening, 0)
      const closing = each.reduce((total, held) => total + held.closing, 0)
      const held = { opening, closing, open: opening > 0, lost: opening > 0 && closing <= 0 }
      return [
        text(parent),
        count(own.length),
        null,
        null,
        null,
        money(opening, sum('F', row)),
        money(closing, sum('G', row)),
        ...cohortCells(row, held, 'F', 'G'),
      ]
    }),
  ])
}

function cohortCells(row: number, held: Held, opening: string, closing: string): BookCell[] {
  const gross = held.open ? Math.min(held.opening, held.closing) : 0
  return [
    count(held.open ? 1 : 0, `IF(${opening}${row}>0,1,0)`),
    money(gross, `IF(H${row}=1,MIN(F${row},G${row}),0)`),
    count(held.lost ? 1 : 0, `IF(AND(H${row}=1,${closing}${row}<=0),1,0)`),
  ]
}

function heldAt(layout: Layout, { account, balances: span }: AccountRow, worth: ReadonlyMap<string, number[]>): Held {
  const { opens, closes, last } = ratesOf(layout)
  const own = layout.balances.slice(span.from - FIRST_ROW, span.to - FIRST_ROW + 1)
  let [opening, closing] = [0, 0]
  for (const { currency } of own) {
    const native = worth.get(`${account} ${currency}`)!
    opening += valueAt(layout.table, currency, opens, native[0]!)
    closing += valueAt(layout.table, currency, closes, native[last]!)
  }
  const alone = own.length === 1 ? worth.get(`${account} ${own[0]!.currency}`)! : null
  const open = (alone?.[0] ?? opening) > 0
  return { opening, closing, open, lost: open && (alone?.[last] ?? closing) <= 0 }
}

/** Which dates' rates cohorts are compared at. */
function ratesOf({ report, dates }: Layout): { opens: number; closes: number; last: number } {
  const { rate } = report.header.policy
  const last = dates.length - 1
  return { opens: rate === 'closing' ? last : 0, closes: rate === 'opening' ? 0 : last, last }
}

function rateCell(currency: number, date: number): string {
  return `${SHEETS.rates}!$${columnLetters(dateColumn(date))}$${currency + FIRST_ROW}`
}
