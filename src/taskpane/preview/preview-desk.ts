import { openDesk, type Desk } from '../../host/desk/desk.ts'
import { memoryWorkbook } from '../../host/memory/workbook.ts'
import { library } from '../start/library.ts'
import { rowsOf, sampleSheet } from '../start/sample.ts'

/** A desk on a workbook in memory that holds the sample: what the pane shows where there is no Excel around it. */
export async function previewDesk(): Promise<Desk> {
  const workbook = memoryWorkbook()
  const { default: csv } = await import('../../../samples/accounts.csv')
  const sheet = sampleSheet(csv)
  // There are no functions here: formulas would only be texts.
  const plain = sheet.rows.map((row) => row.filter((cell) => typeof cell !== 'string' || !cell.startsWith('=')))
  await workbook.writeSheet({ ...sheet, rows: [plain[0]!.slice(0, -2), ...plain.slice(1)] })
  const books = await Promise.all([
    import('../../../samples/ledger.csv'),
    import('../../../samples/fx.csv'),
    import('../../../samples/crm.csv'),
    import('../../../samples/quarters.csv'),
  ])
  for (const [at, name] of ['Ledger', 'FX', 'CRM churn', 'Salus history'].entries()) {
    await workbook.writeSheet({ name, rows: rowsOf(books[at]!.default) })
  }
  const desk = openDesk(workbook)
  await desk.publish(await library[0]!.load(), 'sample')
  return desk
}
