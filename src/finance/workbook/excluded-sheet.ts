import type { BookSheet } from '../../tables/xlsx/book.ts'
import { byText } from '../text-order.ts'
import { type Layout, SHEETS } from './layout.ts'
import { check, count, heading, headings, money, range, type Row, sheet, text } from './sheet.ts'

/** Rows read = used + excluded, by count and by amount, and every line that does not count. */
export function excludedSheet({ report, lines }: Layout, hasLines: boolean): BookSheet {
  const { control, excluded, entered } = report.completeness
  const amounts = [...control.amounts].toSorted(([a], [b]) => byText(a, b))
  const entriesTop = amounts.length + 5
  const top = entriesTop + Math.max(entered.length, 1) + 2
  const last = top + Math.max(excluded.length, 1) - 1
  const listed = (column: string) => range('Excluded', column, top, last)
  const used = (column: string) => range(SHEETS.lines, column, 2, lines.length + 1)
  return sheet('Excluded', [18, 16, 18, 20, 18, 10, 60], 1, [
    headings('Control total', 'Read', 'Used', 'Excluded', 'Check'),
    [
      heading('Lines'),
      count(control.read),
      count(control.used, hasLines ? `COUNTA(${used('A')})` : undefined),
      count(control.excluded, excluded.length === 0 ? undefined : `COUNTA(${listed('C')})`),
      check('B2-C2-D2'),
    ],
    ...amounts.map(([currency, sums], at): Row => {
      const row = at + 3
      return [
        heading(currency),
        money(sums.read),
        money(sums.used, hasLines ? `ROUND(SUMIFS(${used('I')},${used('E')},A${row}),2)` : undefined),
        money(sums.excluded, `ROUND(SUMIFS(${listed('E')},${listed('F')},A${row}),2)`),
        check(`ROUND(B${row}-C${row}-D${row},2)`),
      ]
    }),
    [],
    headings('Control total of finance', 'Entered', 'Read', 'Read less entered'),
    ...entered.map(({ currency, amount, read, difference }, at): Row => {
      const row = entriesTop + at
      return [text(currency ?? 'all currencies'), money(amount), money(read), money(difference, `C${row}-B${row}`)]
    }),
    ...(entered.length === 0 ? [[text('not given')]] : []),
    [],
    headings('Line', 'Row', 'Reason', 'Account', 'Amount', 'Currency', 'Because'),
    ...excluded.map(({ line, row, reason, account, amount, currency, because }): Row => [
      text(line),
      count(row),
      text(reason),
      text(account ?? ''),
      amount === null ? null : money(amount),
      text(currency ?? ''),
      text(because),
    ]),
  ])
}
