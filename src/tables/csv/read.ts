import { finding } from '../../findings/report.ts'
import type { Input } from '../../model/input.ts'
import { type ByteSource, utf8Source } from '../bytes.ts'
import { type Matching, matchColumns } from '../match.ts'
import { gatherReports, type Reports } from '../reports.ts'
import { type ReadOptions, type Table, type TableBatch, unreadableTable } from '../table.ts'
import { batchDecoder } from './batch.ts'
import { textAt } from './cells.ts'
import { findDelimiter } from './delimiter.ts'
import { recordIndex } from './scan.ts'
import { type RecordSource, recordSource } from './source.ts'

const BATCH_ROWS = 8192
/** As many as a sheet of Excel has. */
const MOST_COLUMNS = 16_384

/**
 * Opens delimited text: UTF-8 or, with a byte order mark, UTF-16; commas, semicolons, tabs or bars. Values go from bytes
 * to typed columns directly, a buffer at a time, so a million rows take the memory of one buffer.
 */
export async function openCsv(source: ByteSource, inputs: readonly Input[], options: ReadOptions = {}): Promise<Table> {
  const name = options.name ?? 'the table'
  const unreadable = (problem: string) => unreadableTable([finding('file-unreadable', { file: name, problem })])
  const records = recordSource(await utf8Source(source))
  await records.fill()
  if (records.to === 0) return unreadable('it is empty')
  if (records.bytes.subarray(0, Math.min(records.to, 4096)).includes(0)) {
    return unreadable('it holds null bytes, so it is not a text file')
  }
  const { delimiter, start } = findDelimiter(records.bytes, records.from, records.to)
  records.skip(start)

  const head = recordIndex(1, MOST_COLUMNS)
  if (start > 0) head.nextLine = 2
  const stretch = await records.next(delimiter, everyColumn(), head)
  if (stretch.kind === 'end') return unreadable('no line of headers was found')
  if (stretch.kind === 'too long') return unreadable('its first line is longer than 16 MB')
  if (head.openQuote > 0) return unreadable(openQuote(head.openQuote))
  if (head.cells[0]! > MOST_COLUMNS) return unreadable(`it has more than ${MOST_COLUMNS} columns`)
  const at = { bytes: records.bytes, index: head }
  const header = Array.from({ length: head.cells[0]! }, (_, column) => textAt(at, column).trim())
  const matching = matchColumns(header, inputs, options.key ?? null, options.connected)
  const batches = readBatches({ records, delimiter, header, matching, inputs, name, nextLine: head.nextLine })
  return { header, matching, findings: matching.findings, batches }
}

interface Reading {
  readonly records: RecordSource
  readonly delimiter: number
  readonly header: readonly string[]
  readonly matching: Matching
  readonly inputs: readonly Input[]
  readonly name: string
  readonly nextLine: number
}

async function* readBatches(reading: Reading): AsyncGenerator<TableBatch> {
  const { records, delimiter, header, name } = reading
  const reports = gatherReports()
  const decode = batchDecoder(header, reading.matching, reading.inputs, reports)
  const index = recordIndex(BATCH_ROWS, decode.slots, decode.plain)
  index.nextLine = reading.nextLine
  let firstRow = 0
  let held: TableBatch | null = null
  for (;;) {
    const stretch = await records.next(delimiter, decode.slotOf, index)
    if (stretch.kind === 'too long') {
      const problem = `line ${index.nextLine} is longer than 16 MB; is a quote left open there?`
      reports.add('file-unreadable', '', () => finding('file-unreadable', { file: name, problem }))
    }
    if (stretch.kind !== 'records') break
    if (index.openQuote > 0) {
      reports.add('file-unreadable', '', () =>
        finding('file-unreadable', { file: name, problem: openQuote(index.openQuote) }),
      )
      index.rows--
    }
    if (held !== null) yield held
    reportRagged(index.cells, index.lines, index.rows, header.length, reports)
    const columns = decode.columns({ bytes: records.bytes, index }, stretch.start, stretch.end)
    held = { columns, firstRow, rowNumbers: index.lines.slice(0, index.rows), findings: reports.drain() }
    firstRow += index.rows
  }
  if (held === null) {
    reports.add('table-empty', '', () => finding('table-empty', { file: name }))
    index.rows = 0
    held = { columns: decode.columns({ bytes: records.bytes, index }, 0, 0), firstRow, rowNumbers: [], findings: [] }
  }
  yield { ...held, findings: [...held.findings, ...reports.finish()] }
}

/** Every column in a slot of its own. */
function everyColumn(): Int32Array {
  const slotOf = new Int32Array(MOST_COLUMNS)
  for (let column = 0; column < slotOf.length; column++) slotOf[column] = column
  return slotOf
}

function reportRagged(cells: Int32Array, lines: Uint32Array, rows: number, expected: number, reports: Reports): void {
  for (let row = 0; row < rows; row++) {
    if (cells[row] === expected) continue
    reports.add('row-ragged', `rows have not the ${expected} cells of the header`, () =>
      finding('row-ragged', { row: lines[row]!, cells: cells[row]!, expected }),
    )
  }
}

function openQuote(line: number): string {
  return `the quote opened on line ${line} is never closed`
}
