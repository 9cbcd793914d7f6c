import type { Cell } from '../../tables/cell.ts'

/**
 * A contract line made from an export, as texts: what cannot be known is an empty text, so that reading the ledger lists
 * the line with its reason.
 */
export interface ContractLine {
  readonly line: string
  readonly account: string
  readonly sku: string
  readonly start: string
  readonly end: string
  /** Decimal text in units of the currency. */
  readonly annual: string
  readonly currency: string
  /** `recurring`, or what else it is. */
  readonly charge: string
  readonly order: string
  readonly quantity: string
}

const COLUMNS: readonly (readonly [string, keyof ContractLine])[] = [
  ['line_id', 'line'],
  ['account_id', 'account'],
  ['sku', 'sku'],
  ['start_date', 'start'],
  ['end_date', 'end'],
  ['annual_value', 'annual'],
  ['currency', 'currency'],
  ['charge_type', 'charge'],
  ['order_type', 'order'],
  ['quantity', 'quantity'],
]

export const CONTRACT_HEADER: readonly string[] = COLUMNS.map(([header]) => header)

/** The lines as a table with its header, as `readLedgerCells` takes it. */
export function contractTable(lines: readonly ContractLine[]): readonly (readonly Cell[])[] {
  return [CONTRACT_HEADER, ...lines.map((line) => COLUMNS.map(([, field]) => line[field] || null))]
}

/** The day of an export's moment, as written: `2024-05-01 10:00:00` is 2024-05-01. */
export function dayText(moment: string): string {
  return moment.slice(0, 10)
}
