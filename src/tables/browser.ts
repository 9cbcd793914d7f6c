import type { Input } from '../model/input.ts'
import type { ByteSource } from './bytes.ts'
import { openCsv } from './csv/read.ts'
import type { Format } from './format.ts'
import { openNdjson } from './json/read-lines.ts'
import { openJson } from './json/read.ts'
import type { ReadOptions, Table } from './table.ts'

export { bindCells, bindTable } from './bind.ts'
export { type ByteSource, bytesSource } from './bytes.ts'
export type { Cell } from './cell.ts'
export { FORMATS, type Format, formatOf } from './format.ts'
export { foldHeader, type Matching, matchColumns } from './match.ts'
export type { RawBatch, RawTable, ReadOptions, Table, TableBatch } from './table.ts'
export { encode } from './write/encode.ts'
export type { Field, OutputBatch, OutputBatches, OutputColumn } from './write/output.ts'

/** Opens a table from bytes. Parquet needs a file and DuckDB: see node.ts. */
export function openBytes(
  source: ByteSource,
  format: Exclude<Format, 'parquet'>,
  inputs: readonly Input[],
  options: ReadOptions = {},
): Promise<Table> {
  return OPENERS[format](source, inputs, options)
}

const OPENERS = { csv: openCsv, json: openJson, ndjson: openNdjson, xlsx: openXlsx }

/** The library for workbooks is loaded when the first one comes. */
async function openXlsx(source: ByteSource, inputs: readonly Input[], options: ReadOptions): Promise<Table> {
  const xlsx = await import('./xlsx/read.ts')
  return xlsx.openXlsx(source, inputs, options)
}
