import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Input } from '../../model/input.ts'
import { bindTable } from '../bind.ts'
import type { ByteSource } from '../bytes.ts'
import type { Cell } from '../cell.ts'
import { gatherReports } from '../reports.ts'
import { type RawBatch, type ReadOptions, type Table, unreadableTable } from '../table.ts'
import { linesOf } from '../text.ts'
import { isJsonObject, keysOf, lateColumn, rowOf } from './objects.ts'

/** The columns of an ndjson file are the keys of its first so many lines. */
const HEADER_LINES = 1000
const BATCH_ROWS = 4096
const LONGEST_LINE = 1 << 24

/** Opens ndjson: one JSON object a line, one line an account. A line that is none ends the table with a finding. */
export async function openNdjson(
  source: ByteSource,
  inputs: readonly Input[],
  options: ReadOptions = {},
): Promise<Table> {
  const file = options.name ?? 'the table'
  const objects = parsedLines(source, file)
  const head: { line: number; object: object }[] = []
  let problem: Finding | null = null
  while (head.length < HEADER_LINES) {
    const next = await objects.next()
    if (next.done === true) break
    if ('slug' in next.value) {
      problem = next.value
      break
    }
    head.push(next.value)
  }
  if (head.length === 0) {
    return unreadableTable([problem ?? finding('file-unreadable', { file, problem: 'it is empty' })])
  }
  const header = keysOf(head.map(({ object }) => object))
  return bindTable({ header, batches: rawBatches(header, head, problem, objects) }, inputs, options)
}

type ParsedLine = { readonly line: number; readonly object: object } | Finding

async function* rawBatches(
  header: readonly string[],
  head: readonly { line: number; object: object }[],
  problem: Finding | null,
  rest: AsyncIterable<ParsedLine>,
): AsyncGenerator<RawBatch> {
  const columns = new Map(header.map((key, column) => [key, column]))
  const reports = gatherReports()
  let rows: Cell[][] = []
  let rowNumbers: number[] = []
  const take = (line: number, object: object) => {
    rowNumbers.push(line)
    rows.push(
      rowOf(object, columns, (key) =>
        reports.add('column-late', 'cells are in columns that come too late and are ignored', () =>
          lateColumn(line, key),
        ),
      ),
    )
  }
  for (const { line, object } of head) take(line, object)
  let failure = problem
  if (failure === null) {
    for await (const next of rest) {
      if ('slug' in next) {
        failure = next
        break
      }
      take(next.line, next.object)
      if (rows.length < BATCH_ROWS) continue
      yield { rows, rowNumbers, findings: reports.drain() }
      rows = []
      rowNumbers = []
    }
  }
  yield { rows, rowNumbers, findings: [...reports.finish(), ...(failure === null ? [] : [failure])] }
}

async function* parsedLines(source: ByteSource, file: string): AsyncGenerator<ParsedLine> {
  for await (const { line, text } of linesOf(source, LONGEST_LINE)) {
    const parsed = text === null ? null : parse(text)
    if (isJsonObject(parsed)) yield { line, object: parsed }
    else {
      const what = text === null ? 'is longer than 16 MB' : 'is not a JSON object'
      yield finding('file-unreadable', { file, problem: `line ${line} ${what}` })
      return
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
