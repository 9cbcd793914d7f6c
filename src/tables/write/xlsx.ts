import { writeSheet } from '../xlsx/workbook.ts'
import { type Field, type OutputBatches, outputCell, SheetFull } from './output.ts'

/** Rows a sheet has under its header. */
const MOST_SHEET_ROWS = 1_048_575

/** A workbook of one sheet, in pieces. Text stays text, also where it looks like a formula. */
export async function* encodeXlsx(fields: readonly Field[], batches: OutputBatches): AsyncGenerator<Uint8Array> {
  const header = fields.map((field) => field.name)
  yield* writeSheet('Salus', header, sheetRows(batches))
}

async function* sheetRows(batches: OutputBatches): AsyncGenerator<(string | number | null)[]> {
  let written = 0
  for await (const { length, columns } of batches) {
    written += length
    if (written > MOST_SHEET_ROWS) throw new SheetFull('a sheet holds 1,048,575 rows; write csv or parquet')
    for (let row = 0; row < length; row++) yield columns.map((column) => outputCell(column, row))
  }
}
