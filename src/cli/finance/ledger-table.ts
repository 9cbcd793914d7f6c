import { CONTRACT_HEADER } from '../../finance/import/contract-line.ts'
import { type Codes, type Ledger, OPEN } from '../../finance/ledger.ts'
import { decimalOf } from '../../finance/money.ts'
import type { Field, OutputBatch, OutputColumn } from '../../tables/node.ts'
import { isoDay } from '../../tables/values/day.ts'

/** The fields of a ledger as Salus writes it: the headers it looks for first. */
export const LEDGER_COLUMNS: readonly Field[] = [...CONTRACT_HEADER, 'parent_account_id'].map((name) => ({
  name,
  kind: name.endsWith('_date') ? 'date' : 'text',
}))

const BATCH = 8192

/** The lines that count, amounts as decimals to the cent. */
export function* ledgerBatches(ledger: Ledger): Generator<OutputBatch> {
  for (let from = 0; from < ledger.length; from += BATCH) {
    const to = Math.min(ledger.length, from + BATCH)
    const lines = Array.from({ length: to - from }, (_, k) => from + k)
    const texts = (of: (line: number) => string | null): OutputColumn => ({ kind: 'text', values: lines.map(of) })
    const names = ({ codes, names: known }: Codes) => texts((line) => known[codes[line]!] || null)
    const byField: Readonly<Record<string, OutputColumn>> = {
      line_id: texts((line) => ledger.ids[line]!),
      account_id: names(ledger.account),
      sku: names(ledger.sku),
      start_date: texts((line) => isoDay(ledger.start[line]!)),
      end_date: texts((line) => (ledger.end[line] === OPEN ? null : isoDay(ledger.end[line]!))),
      annual_value: texts((line) => decimalOf(ledger.annual[line]!)),
      currency: names(ledger.currency),
      charge_type: texts((line) => ledger.charge.names[ledger.charge.codes[line]!] || 'recurring'),
      order_type: names(ledger.order),
      quantity: texts((line) => quantityText(ledger.quantity?.[line] ?? NaN)),
      parent_account_id: texts((line) => ledger.parents[ledger.account.codes[line]!] ?? null),
    }
    yield { length: to - from, columns: LEDGER_COLUMNS.map(({ name }) => byField[name]!) }
  }
}

function quantityText(quantity: number): string | null {
  return Number.isNaN(quantity) ? null : String(quantity)
}
