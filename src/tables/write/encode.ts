import type { Format } from '../format.ts'
import { encodeCsv } from './csv.ts'
import { encodeJson, encodeNdjson } from './json.ts'
import type { Field, OutputBatches } from './output.ts'

/** A table as the bytes of a file, in pieces; a piece is good until the next but one is asked for. */
export function encode(
  format: Exclude<Format, 'parquet'>,
  fields: readonly Field[],
  batches: OutputBatches,
): AsyncGenerator<Uint8Array> {
  return ENCODERS[format](fields, batches)
}

const ENCODERS = { csv: encodeCsv, json: encodeJson, ndjson: encodeNdjson, xlsx: encodeXlsx }

/** The library for workbooks is loaded when the first one is written. */
async function* encodeXlsx(fields: readonly Field[], batches: OutputBatches): AsyncGenerator<Uint8Array> {
  const xlsx = await import('./xlsx.ts')
  yield* xlsx.encodeXlsx(fields, batches)
}
