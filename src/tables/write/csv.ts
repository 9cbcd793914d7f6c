import { numberBytes } from './number-bytes.ts'
import type { Field, OutputBatches, OutputColumn } from './output.ts'

const CHUNK = 1 << 18
const COMMA = 44
const NEWLINE = 10

/**
 * A csv file, in pieces: UTF-8, commas, a newline after each row, quotes only where a cell needs them. Text is
 * written as it is, also where it begins with `=`: a file that alters what it carries cannot be trusted. A piece is
 * good until the next is asked for.
 */
export async function* encodeCsv(fields: readonly Field[], batches: OutputBatches): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  const number = numberBytes()
  const words = dictionaryBytes(encoder)
  let buffer = new Uint8Array(CHUNK * 2)
  let at = 0

  const reserve = (bytes: number) => {
    if (at + bytes <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + bytes))
    larger.set(buffer.subarray(0, at))
    buffer = larger
  }
  const putText = (text: string) => {
    reserve(text.length * 3 + 40)
    const start = at
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit >= 0x80 || (unit <= COMMA && needsQuotes(unit))) {
        at = start + encoder.encodeInto(quoted(text), buffer.subarray(start)).written
        return
      }
      buffer[at++] = unit
    }
  }
  const putCell = (column: OutputColumn, row: number) => {
    if (column.kind === 'number') {
      const value = column.values[row]!
      if (Number.isFinite(value)) at = number.put(value, buffer, at)
    } else if (column.kind === 'codes') {
      const bytes = words(column.dictionary)[column.codes[row]!]
      if (bytes === undefined) return
      reserve(bytes.length + 40)
      for (let i = 0; i < bytes.length; i++) buffer[at + i] = bytes[i]!
      at += bytes.length
    } else {
      const text = column.values[row]
      if (text !== null && text !== undefined) putText(text)
    }
  }

  for (const [i, field] of fields.entries()) {
    if (i > 0) buffer[at++] = COMMA
    putText(field.name)
  }
  buffer[at++] = NEWLINE
  for await (const { length, columns } of batches) {
    for (let row = 0; row < length; row++) {
      const start = at
      for (let c = 0; c < columns.length; c++) {
        reserve(40)
        if (c > 0) buffer[at++] = COMMA
        putCell(columns[c]!, row)
      }
      // A line with nothing on it would be no row.
      if (at === start) at += encoder.encodeInto('""', buffer.subarray(at)).written
      buffer[at++] = NEWLINE
      if (at < CHUNK) continue
      yield buffer.subarray(0, at)
      at = 0
    }
  }
  yield buffer.subarray(0, at)
}

function needsQuotes(unit: number): boolean {
  return unit === COMMA || unit === 34 || unit === NEWLINE || unit === 13
}

/** The text as a csv cell. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The words of a dictionary as cells in bytes, made once for each dictionary. */
function dictionaryBytes(encoder: TextEncoder): (dictionary: readonly string[]) => readonly Uint8Array[] {
  const made = new WeakMap<readonly string[], readonly Uint8Array[]>()
  return (dictionary) => {
    let bytes = made.get(dictionary)
    if (bytes === undefined) {
      bytes = dictionary.map((word) => encoder.encode(quoted(word)))
      made.set(dictionary, bytes)
    }
    return bytes
  }
}
