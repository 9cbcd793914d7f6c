import { countOf, moneyOf } from '../shown.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { cut, more } from './long-lists.ts'
import { left, right, table } from './table.ts'

/** Part 2: every line that was read is used or listed. */
export function completenessPart({ completeness }: Reconciliation): Html {
  const { control, excluded, entered } = completeness
  const reasons = [...Map.groupBy(excluded, ({ reason, currency }) => `${reason}\n${currency ?? ''}`)].toSorted(
    ([a], [b]) => (a < b ? -1 : 1),
  )
  return markup`<p>
      ${countOf(control.read)} lines read = ${countOf(control.used)} used + ${countOf(control.excluded)} excluded.
    </p>
    ${table({
      columns: [...left('amounts a year'), ...right('read', 'used', 'excluded', 'check')],
      rows: [...control.amounts].map(([currency, { read, used, excluded: out }]) => [
        currency === '' ? 'no currency' : currency,
        moneyOf(read),
        moneyOf(used),
        moneyOf(out),
        checked(read - used - out),
      ]),
    })}
    ${
      entered.length === 0
        ? markup`<p class="soft">No control total was entered.</p>`
        : table({
            columns: [...left('control total'), ...right('entered', 'read', 'difference')],
            rows: entered.map(({ currency, amount, read, difference }) => [
              currency ?? 'all currencies added up',
              moneyOf(amount),
              moneyOf(read),
              checked(difference),
            ]),
          })
    }
    ${
      excluded.length === 0
        ? NOTHING
        : table({
            caption: 'Excluded, by reason',
            columns: [...left('reason', 'currency'), ...right('lines', 'amount')],
            rows: reasons.map(([key, lines]) => [
              { text: key.split('\n')[0]!, to: 'excluded' },
              key.split('\n')[1]!,
              countOf(lines.length),
              moneyOf(lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0)),
            ]),
          })
    }`
}

/** Every line that does not count: a list for the end of the page. */
export function excludedPart({ completeness }: Reconciliation): Html {
  const { excluded } = completeness
  if (excluded.length === 0) return NOTHING
  return markup`${table({
    id: 'excluded',
    caption: 'Excluded, line by line',
    columns: [...left('line'), ...right('row'), ...left('account', 'because'), ...right('amount'), ...left('')],
    long: true,
    rows: cut(excluded).map((line) => [
      markup`<span class="id">${line.line}</span>`,
      String(line.row),
      line.account ?? '–',
      line.because,
      line.amount === null ? '–' : moneyOf(line.amount),
      line.currency ?? '',
    ]),
  })}${more(excluded, 'excluded of the JSON, and the workbook’s sheet Excluded')}`
}

/** A figure that must be 0.00. */
export function checked(cents: number): Html {
  return markup`<span class="${cents === 0 ? 'good' : 'bad'}">${moneyOf(cents)}</span>`
}
