import { numberBytes } from './number-bytes.ts'
import type { Field, OutputBatches, OutputColumn } from './output.ts'

const CHUNK = 1 << 18
const COMMA = 44
const NEWLINE = 10

/**
 * A csv file, in pieces: UTF-8, commas, a newline after each row, quotes only where a cell needs them. Text is
 * written as it is, also where it begins with `=`: a file that alters what it carries cannot be trusted. A piece is
 * good until the next but one is asked for.
 */
export async function* encodeCsv(fields: readonly Field[], batches: OutputBatches): AsyncGenerator<Uint8Array> {
  const rows = rowWriter()
  rows.header(fields)
  for await (const { length, columns } of batches) {
    const cells = columns.map((column) => rows.cells(column))
    for (let row = 0; row < length; row++) {
      rows.put(cells, row)
      if (rows.length >= CHUNK) yield rows.take()
    }
  }
  yield rows.take()
}

/** A column made ready for writing cell by cell. */
type Cells =
  | Exclude<OutputColumn, { kind: 'codes' }>
  /** Word `w` of a dictionary is `bytes` from `ends[w]` to `ends[w + 1]`, as a cell. */
  | { readonly kind: 'codes'; readonly codes: ArrayLike<number>; readonly bytes: Uint8Array; readonly ends: Int32Array }

function rowWriter() {
  const encoder = new TextEncoder()
  const number = numberBytes()
  const dictionaries = new WeakMap<readonly string[], Pick<Cells & { kind: 'codes' }, 'bytes' | 'ends'>>()
  // Two buffers take turns: one is on its way to the disk while the other is filled.
  let [buffer, other] = [new Uint8Array(CHUNK * 2), new Uint8Array(CHUNK * 2)]
  let at = 0

  const reserve = (bytes: number) => {
    if (at + bytes <= buffer.length) return
    const larger = new Uint8Array(Math.max(buffer.length * 2, at + bytes))
    larger.set(buffer.subarray(0, at))
    buffer = larger
  }
  const putText = (text: string) => {
    reserve(text.length * 6 + 40)
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

  return {
    get length() {
      return at
    },
    /** What has been written since the last time. */
    take(): Uint8Array {
      const taken = buffer.subarray(0, at)
      ;[buffer, other] = [other, buffer]
      at = 0
      return taken
    },
    header(fields: readonly Field[]) {
      for (const [i, field] of fields.entries()) {
        if (i > 0) buffer[at++] = COMMA
        putText(field.name)
      }
      buffer[at++] = NEWLINE
    },
    cells(column: OutputColumn): Cells {
      if (column.kind !== 'codes') return column
      let words = dictionaries.get(column.dictionary)
      if (words === undefined) {
        words = dictionaryBytes(column.dictionary, encoder)
        dictionaries.set(column.dictionary, words)
      }
      return { kind: 'codes', codes: column.codes, ...words }
    },
    put(cells: readonly Cells[], row: number) {
      const start = at
      for (let c = 0; c < cells.length; c++) {
        const cell = cells[c]!
        reserve(40)
        if (c > 0) buffer[at++] = COMMA
        if (cell.kind === 'number') {
          const value = cell.values[row]!
          if (value - value === 0) at = number.put(value, buffer, at)
        } else if (cell.kind === 'codes') {
          const code = cell.codes[row]!
          if (code < 0) continue
          const { bytes } = cell
          const end = cell.ends[code + 1]!
          reserve(end - cell.ends[code]! + 40)
          for (let i = cell.ends[code]!; i < end; i++) buffer[at++] = bytes[i]!
        } else {
          const text = cell.values[row]
          if (text !== null && text !== undefined) putText(text)
        }
      }
      // A line with nothing on it would be no row.
      if (at === start) at += encoder.encodeInto('""', buffer.subarray(at)).written
      buffer[at++] = NEWLINE
    },
  }
}

function needsQuotes(unit: number): boolean {
  return unit === COMMA || unit === 34 || unit === NEWLINE || unit === 13
}

/** The text as a csv cell. */
export function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The words of a dictionary as cells, one after the other. */
function dictionaryBytes(dictionary: readonly string[], encoder: TextEncoder) {
  const words = dictionary.map((word) => encoder.encode(quoted(word)))
  const ends = new Int32Array(words.length + 1)
  for (const [w, word] of words.entries()) ends[w + 1] = ends[w]! + word.length
  const bytes = new Uint8Array(ends[words.length]!)
  for (const [w, word] of words.entries()) bytes.set(word, ends[w])
  return { bytes, ends }
}
