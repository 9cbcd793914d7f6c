import { isoDay } from '../../tables/values/day.ts'
import type { BookSheet } from '../../tables/xlsx/book.ts'
import { columnLetters } from '../../tables/xlsx/letters.ts'
import { convert } from '../convert.ts'
import type { Rate } from '../rates.ts'
import { type OwnBalance, ownBalances } from '../reconcile/closing.ts'
import { type Restatement, restatementSteps } from '../reconcile/restatement.ts'
import { byText } from '../text-order.ts'
import { nativeBalances } from './balances-sheets.ts'
import { dateColumn, FIRST_ROW, type Layout, SHEETS } from './layout.ts'
import { check, count, heading, headings, money, type Row, sheet, text } from './sheet.ts'

const LINES = 'Restatement'
const BALANCES = 'Restated balances'

/** Where the steps from the earlier closing to the opening stand, and the first of the restated lines. */
const STEPS = 5
const FIRST_LINE = STEPS + 11

/**
 * The opening tied to the earlier closing: each restated line, and below it each account and currency from the one to the
 * other. Where the workbook is live, the opening is that of its own balances.
 */
export function restatementSheets(layout: Layout, found: Restatement, live: boolean): readonly BookSheet[] {
  const balances = restatedBalances(layout, found)
  return [linesSheetOf(layout, found, balances), balancesSheetOf(layout, found, balances, live)]
}

function linesSheetOf({ report }: Layout, found: Restatement, balances: readonly RestatedBalance[]): BookSheet {
  const last = FIRST_LINE + Math.max(found.lines.length, 1) - 1
  const inLines = (column: string): string => `$${column}$${FIRST_LINE}:$${column}$${last}`
  const inBalances = (column: string): string =>
    `'${BALANCES}'!$${column}$${FIRST_ROW}:$${column}$${FIRST_ROW + Math.max(balances.length, 1) - 1}`
  const sums: Readonly<Record<string, string>> = {
    closing: `ROUND(SUM(${inBalances('J')}),2)`,
    rates: `ROUND(SUM(${inBalances('K')})-SUM(${inBalances('J')}),2)`,
    rounding: `ROUND(SUM(${inBalances('M')}),2)`,
    opening: `ROUND(SUM(C${STEPS}:C${STEPS + 5}),2)`,
  }
  const places = new Map(balances.map((one, at) => [keyOf(one), at]))
  const kinds = (column: string, kind: string): string => `SUMIF(${inLines('A')},"${kind}",${inLines(column)})`
  return sheet(LINES, [34, 18, 16, 16, 10, 16, 16, 14, 16, 16, 16, 48], 4, [
    [heading(`Opening against the earlier closing, ${report.header.policy.currency}`)],
    [
      text(
        `${found.earlier.name}: ${isoDay(found.earlier.from)} to ${isoDay(found.earlier.to)}, version ${found.earlier.engine}`,
      ),
    ],
    [],
    headings('', 'Lines', 'Amount'),
    ...restatementSteps(found).map(({ step, title, count: counted, amount }): Row => [
      text(title),
      counted === null ? null : count(counted),
      money(amount, sums[step] ?? `ROUND(${kinds('K', step)},2)`),
    ]),
    [
      heading('Opening of the bridge'),
      null,
      money(found.opening, 'Bridge!C5'),
      check(`ROUND(C${STEPS + 7}-C${STEPS + 6},2)`),
    ],
    [
      heading('Closing as the earlier report states it'),
      null,
      money(found.closing),
      check(`ROUND(C${STEPS + 8}-C${STEPS},2)`),
    ],
    [],
    headings(
      'Restated',
      'Account',
      'Line',
      'Sku',
      'Currency',
      'Own before',
      'Own now',
      'Rate',
      'Before',
      'Now',
      'Amount',
      'Because',
    ),
    ...found.lines.map((one, at): Row => {
      const row = FIRST_LINE + at
      const place = places.get(keyOf(one))!
      return [
        text(one.kind),
        text(one.account),
        text(one.line),
        text(one.sku),
        text(one.currency),
        money(one.ownBefore),
        money(one.ownAfter),
        {
          value: rateValue(balances[place]!.after),
          formula: `'${BALANCES}'!I${place + FIRST_ROW}`,
        },
        money(one.before, `ROUND(F${row}*H${row},2)`),
        money(one.after, `ROUND(G${row}*H${row},2)`),
        money(one.after - one.before, `ROUND(J${row}-I${row},2)`),
        text(one.because),
      ]
    }),
  ])
}

/** Titles and widths. */
const COLUMNS = {
  Account: 18,
  Currency: 10,
  'Own at earlier closing': 18,
  'Own restated': 16,
  'Both together': 18,
  'Own at opening': 18,
  Check: 9,
  'Rate then': 14,
  'Rate now': 14,
  'At rate then': 18,
  'At rate now': 18,
  Opening: 18,
  Rounding: 12,
} as const

function balancesSheetOf(
  layout: Layout,
  found: Restatement,
  balances: readonly RestatedBalance[],
  live: boolean,
): BookSheet {
  const opening = columnLetters(dateColumn(0))
  return sheet(BALANCES, Object.values(COLUMNS), 1, [
    headings(...Object.keys(COLUMNS)),
    ...balances.map((one, at): Row => {
      const row = FIRST_ROW + at
      const { from, to } = one.lines
      const restated = (column: string): string =>
        from > to ? '0' : `SUM(${LINES}!${column}${from + FIRST_LINE}:${column}${to + FIRST_LINE})`
      const own = one.row === null || !live ? undefined : `${SHEETS.balances}!${opening}${one.row}`
      const moved = found.lines.slice(from, to + 1)
      const cents = moved.reduce((sum, { before, after }) => sum + after - before, 0)
      const atNow = convert(one.own, one.after)
      return [
        text(one.account),
        text(one.currency),
        money(one.own),
        money(one.now - one.own, `ROUND(${restated('G')}-${restated('F')},2)`),
        money(one.now, `ROUND(C${row}+D${row},2)`),
        money(one.now, own),
        check(`ROUND(E${row}-F${row},2)`),
        { value: rateValue(one.before) },
        { value: rateValue(one.after) },
        money(convert(one.own, one.before), `ROUND(C${row}*H${row},2)`),
        money(atNow, `ROUND(C${row}*I${row},2)`),
        money(convert(one.now, one.after), `ROUND(F${row}*I${row},2)`),
        money(convert(one.now, one.after) - atNow - cents, `ROUND(L${row}-K${row}-${restated('K')},2)`),
      ]
    }),
  ])
}

/** An account's balance in a currency, at the earlier closing and now. */
interface RestatedBalance extends OwnBalance {
  /** Integer cents of the currency, as the ledger has them now. */
  readonly now: number
  readonly before: Rate
  readonly after: Rate
  /** Its row among the live balances; null where the ledger has no line of it any more. */
  readonly row: number | null
  /** Places of its lines among the restated, none where `to` is before `from`. */
  readonly lines: { readonly from: number; readonly to: number }
}

function restatedBalances(layout: Layout, { earlier, lines, rates }: Restatement): readonly RestatedBalance[] {
  const { book, balances, table } = layout
  const { account, currency } = book.ledger
  const then = new Map(ownBalances(earlier.closing.lines).map((one) => [keyOf(one), one]))
  const now = new Map<string, OwnBalance & { readonly row: number; readonly rate: Rate | null }>()
  const worth = nativeBalances(layout)
  for (const [at, one] of balances.entries()) {
    const own = worth.get(`${one.account} ${one.currency}`)?.[0] ?? 0
    const balance = { account: account.names[one.account]!, currency: currency.names[one.currency]!, own }
    now.set(keyOf(balance), { ...balance, row: at + FIRST_ROW, rate: table[one.currency]![0]! })
  }
  const places = Map.groupBy(lines.keys(), (at) => keyOf(lines[at]!))
  const all = new Map<string, Pick<OwnBalance, 'account' | 'currency'>>([
    ...then,
    ...[...now].filter(([, { own }]) => own !== 0),
    ...lines.map((line) => [keyOf(line), line] as const),
  ])
  const one: Rate = { numerator: 1, denominator: 1 }
  const restatedRate = new Map(rates.map((rate) => [rate.currency, rate]))
  return [...all]
    .map(([key, { account: name, currency: code }]) => {
      const before = earlier.closing.rates.get(code)
      const after = restatedRate.get(code)?.after ?? before ?? now.get(key)?.rate ?? one
      const own = places.get(key) ?? []
      return {
        account: name,
        currency: code,
        own: then.get(key)?.own ?? 0,
        now: now.get(key)?.own ?? 0,
        before: before ?? after,
        after,
        row: now.get(key)?.row ?? null,
        lines: { from: own[0] ?? 0, to: own.at(-1) ?? -1 },
      }
    })
    .toSorted((a, b) => byText(a.account, b.account) || byText(a.currency, b.currency))
}

function rateValue({ numerator, denominator }: Rate): number {
  return numerator / denominator
}

function keyOf({ account, currency }: Pick<OwnBalance, 'account' | 'currency'>): string {
  return `${account}\n${currency}`
}
