import type { BookSheet } from '../../tables/xlsx/book.ts'
import { type Layout, type RowSpan, SHEETS } from './layout.ts'
import { count, date, headings, money, range, type Row, serial, sheet, text } from './sheet.ts'

/** Every line that counts: what all formulas of the workbook lead to. */
export function linesSheet({ lines, book }: Layout): BookSheet {
  const { ids, rows, account, sku, currency, order, start, end, annual, quantity } = book.ledger
  return sheet(SHEETS.lines, [14, 8, 18, 16, 10, 14, 12, 12, 16, 10, 12], 1, [
    headings(
      'Line',
      'Row',
      'Account',
      'Sku',
      'Currency',
      'Order type',
      'Start',
      'End',
      'Annual value',
      'Quantity',
      'Counts until',
    ),
    ...lines.map((line, at): Row => {
      const units = quantity?.[line] ?? Number.NaN
      const until = book.ends[line]!
      return [
        text(ids[line]!),
        count(rows[line]!),
        text(account.names[account.codes[line]!]!),
        text(sku.names[sku.codes[line]!]!),
        text(currency.names[currency.codes[line]!]!),
        text(order.names[order.codes[line]!]!),
        date(start[line]!),
        date(end[line]!),
        money(annual[line]!),
        Number.isNaN(units) ? null : { value: units },
        // Over a gap that counts as none a line goes on; all others count until they end.
        until === end[line]
          ? { ...date(until), formula: `H${at + 2}` }
          : { value: serial(until), format: 'yyyy-mm-dd' },
      ]
    }),
  ])
}

/** The sum of the lines of these rows in force on a day, and more conditions: pairs of a column and a cell. */
export function sumInForce(span: RowSpan, day: string, ...conditions: readonly (readonly [string, string])[]): string {
  const column = (letter: string) => range(SHEETS.lines, letter, span.from, span.to)
  const more = conditions.map(([letter, cell]) => `,${column(letter)},${cell}`).join('')
  return `ROUND(SUMIFS(${column('I')},${column('G')},"<="&${day},${column('K')},">"&${day}${more}),2)`
}
