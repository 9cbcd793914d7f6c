import { finding } from '../../findings/report.ts'
import type { Input } from '../../model/input.ts'
import { bindTable } from '../bind.ts'
import type { ByteSource } from '../bytes.ts'
import type { Cell } from '../cell.ts'
import { type ReadOptions, type Table, unreadableTable } from '../table.ts'
import { wholeBytes } from '../text.ts'
import { measureUnpacked } from './unpacked.ts'
import { readSheet, type SheetRows } from './workbook.ts'

const LARGEST_FILE = 128 * 1_048_576
/** Unpacked: about 800,000 rows of ten columns. */
const LARGEST_UNPACKED = 400 * 1_048_576

/** Opens a workbook: a sheet whose first row with anything on it is the header. */
export async function openXlsx(
  source: ByteSource,
  inputs: readonly Input[],
  options: ReadOptions = {},
): Promise<Table> {
  const file = options.name ?? 'the table'
  const unreadable = (problem: string) => unreadableTable([finding('file-unreadable', { file, problem })])
  const whole = await wholeBytes(source, LARGEST_FILE)
  if ('problem' in whole) return unreadable(whole.problem)
  const { bytes } = whole
  if (bytes.length === 0) return unreadable('it is empty')
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) {
    return unreadable('it is an .xls file or protected by a password; save it as .xlsx without one')
  }
  const unpacked = await measureUnpacked(bytes, LARGEST_UNPACKED)
  if (unpacked.kind === 'not a zip') return unreadable('it is not an Excel workbook')
  if (unpacked.kind === 'too large') return unreadable('unpacked it is larger than 400 MB; save it as csv')

  let sheet: SheetRows
  try {
    sheet = await readSheet(bytes, options.sheet ?? null)
  } catch (error) {
    return unreadable(`it is not a sound Excel workbook (${reason(error)})`)
  }
  if (sheet.kind === 'no such sheet') {
    if (sheet.sheets.length === 0) return unreadable('it has no sheets')
    return unreadable(`it has no sheet "${options.sheet}", only ${sheet.sheets.map((each) => `"${each}"`).join(', ')}`)
  }
  return sheetTable(sheet.rows, inputs, options) ?? unreadable('its sheet is empty')
}

function sheetTable(rows: readonly (readonly Cell[])[], inputs: readonly Input[], options: ReadOptions): Table | null {
  const top = rows.findIndex((row) => row.some((cell) => cell !== null && cell !== ''))
  if (top < 0) return null
  const body = rows.slice(top + 1)
  const batch = { rows: body, rowNumbers: body.map((_, i) => top + 2 + i), findings: [] }
  return bindTable({ header: rows[top]!, batches: [batch] }, inputs, options)
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return message.length > 80 ? `${message.slice(0, 79)}…` : message
}
