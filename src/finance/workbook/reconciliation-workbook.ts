import type { Book, BookSheet } from '../../tables/xlsx/book.ts'
import { writeBook } from '../../tables/xlsx/write-book.ts'
import type { Ledger } from '../ledger.ts'
import type { Rates } from '../rates.ts'
import type { Reconciliation } from '../reconcile/reconciliation.ts'
import { balancesSheet, ratesSheet } from './balances-sheets.ts'
import { bridgeSheet } from './bridge-sheet.ts'
import { differencesSheet } from './differences-sheet.ts'
import { excludedSheet } from './excluded-sheet.ts'
import { layoutOf } from './layout.ts'
import { linesSheet } from './lines-sheet.ts'
import { mergedSheet } from './merged-sheet.ts'
import { mixedRows, mixedSheet } from './mixed-sheet.ts'
import { parentsSheet, positionsSheet, skusSheet } from './positions-sheets.ts'
import { retentionSheet } from './retention-sheet.ts'
import { restatementSheets } from './restatement-sheets.ts'
import { scoresSheet } from './scores-sheet.ts'
import { summarySheet } from './summary-sheet.ts'

/** A report with the ledger and the rates that it was made from: the workbook computes it once more from these. */
export interface Reported {
  readonly report: Reconciliation
  readonly ledger: Ledger
  readonly rates: Rates
}

/** What a sheet still computes in a few seconds; beyond it the workbook has values only, and says so. */
const MOST_LINES = 20_000
const MOST_BALANCES = 100_000

/** The report as the bytes of an .xlsx file, with live formulas over its ledger lines; the same bytes for the same report. */
export function reconciliationWorkbook(reported: Reported): Promise<Uint8Array<ArrayBuffer>> {
  return writeBook(reconciliationBook(reported), { own: [], namespace: '' })
}

export function reconciliationBook({ report, ledger, rates }: Reported): Book {
  const layout = layoutOf(report, ledger, rates)
  const hasLines = ledger.length <= MOST_LINES && ledger.length > 0
  const live = hasLines && layout.balances.length * layout.dates.length <= MOST_BALANCES
  const sheets: (BookSheet | null)[] = [
    bridgeSheet(layout, live),
    ...(report.restatement === null ? [] : restatementSheets(layout, report.restatement, live)),
    retentionSheet(layout, live),
    report.churn && differencesSheet(layout, report.churn),
    scoresSheet(report),
    excludedSheet(layout, hasLines),
    mergedSheet(report.merged),
    ...(live ? [positionsSheet(layout), skusSheet(layout), parentsSheet(layout), balancesSheet(layout)] : []),
    live && mixedRows(layout).length > 0 ? mixedSheet(layout) : null,
    ...(live ? [ratesSheet(layout)] : []),
    hasLines ? linesSheet(layout) : null,
  ]
  const written = sheets.filter((sheet) => sheet !== null)
  return { part: null, sheets: [summarySheet(report, written), ...written] }
}
