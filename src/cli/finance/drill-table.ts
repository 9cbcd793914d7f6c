import type { Ledger } from '../../finance/ledger.ts'
import { OPEN } from '../../finance/ledger.ts'
import { decimalOf } from '../../finance/money.ts'
import type { DrilledPart } from '../../finance/reconcile/drill.ts'
import type { Field, OutputBatch } from '../../tables/node.ts'
import { isoDay } from '../../tables/values/day.ts'
import { csvText } from '../print-pieces.ts'

const FIELDS: readonly Field[] = [
  { name: 'month', kind: 'date' },
  { name: 'account', kind: 'text' },
  { name: 'amount', kind: 'text' },
  { name: 'line', kind: 'text' },
  { name: 'row', kind: 'text' },
  { name: 'sku', kind: 'text' },
  { name: 'start', kind: 'date' },
  { name: 'end', kind: 'date' },
  { name: 'annual_value', kind: 'text' },
  { name: 'currency', kind: 'text' },
]

/**
 * The lines behind a figure as csv. The amount of an account stands on the first of its lines alone, so that the column
 * adds up to the figure.
 */
export async function drillTable(parts: readonly DrilledPart[], ledger: Ledger): Promise<string> {
  const rows = parts.flatMap(({ month, account, amount, lines }) =>
    lines.map((line, at) => [
      isoDay(month),
      account ?? ledger.account.names[ledger.account.codes[line]!]!,
      at === 0 ? decimalOf(amount) : null,
      ledger.ids[line]!,
      String(ledger.rows[line]!),
      ledger.sku.names[ledger.sku.codes[line]!]!,
      isoDay(ledger.start[line]!),
      ledger.end[line] === OPEN ? null : isoDay(ledger.end[line]!),
      decimalOf(ledger.annual[line]!),
      ledger.currency.names[ledger.currency.codes[line]!]!,
    ]),
  )
  const batch: OutputBatch = {
    length: rows.length,
    columns: FIELDS.map((_, at) => ({ kind: 'text', values: rows.map((row) => row[at]!) })),
  }
  return csvText(FIELDS, batch)
}
