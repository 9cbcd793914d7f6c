import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import type { BookCell } from '../../src/tables/xlsx/book.ts'
import { snapshotOf } from '../../src/workbench/grid/snapshot.ts'
import { startSession } from '../../src/workbench/session.ts'
import model from '../../models/sourcegraph.salus'

declare global {
  interface Window {
    /** Milliseconds of single edits, each until the grid has computed and shown what hangs on it. */
    timeEdits: (formula: 'HEALTH' | 'SUM', times: number) => Promise<readonly number[]>
  }
}

const ACCOUNTS = 1_000
const HEADERS = ['Versions Behind', 'Last 90 Days Defect Tickets', 'Last 90 Days Question Tickets', 'Segment']

/** A sheet of accounts with one formula each over its four cells, in a grid of its own. */
window.timeEdits = async (formula, times) => {
  const host = document.createElement('div')
  host.style.cssText = 'position: fixed; inset: 0'
  document.body.replaceChildren(host)
  const rows: BookCell[][] = Array.from({ length: ACCOUNTS }, (_, at) => [
    { value: at % 6 },
    { value: at % 7 },
    { value: at % 20 },
    { value: 'Enterprise' },
    { value: null, formula: `${formula}(A${at + 2}:D${at + 2})` },
  ])
  const sheet = { name: 'Accounts', widths: [], frozenRows: 1, frozenColumns: 0, tables: [] }
  const book = {
    sheets: [{ ...sheet, rows: [HEADERS.map((value) => ({ value })), ...rows] }],
    part: encodeDocument(newDocument([{ file: 'sourcegraph.salus', text: model }])),
  }
  const session = await startSession(host, {
    schema: 1,
    name: formula,
    snapshot: snapshotOf(book, formula),
    part: book.part,
  })
  const formulas = session.grid.api.getFormula()
  await formulas.onCalculationResultApplied()
  const found: number[] = []
  for (let time = 0; time < times; time++) {
    const cell = session.grid.api
      .getActiveWorkbook()!
      .getActiveSheet()
      .getRange(1 + time * 7, 0)
    const begun = performance.now()
    cell.setValue(100 + time)
    await formulas.onCalculationResultApplied()
    found.push(performance.now() - begun)
  }
  session.close()
  return found
}
