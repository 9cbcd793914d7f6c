import { type RecordIndex, unquote } from './scan.ts'

/** The bytes of a batch with the index of its records: what the column decoders read. */
export interface Records {
  readonly bytes: Uint8Array
  readonly index: RecordIndex
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

/** The text of a cell, unquoted. Bytes that are not UTF-8 become U+FFFD. */
export function textAt({ bytes, index }: Records, cell: number): string {
  const start = index.starts[cell]!
  const end = index.ends[cell]!
  if (start === end) return ''
  const raw = asciiText(bytes, start, end) ?? utf8.decode(bytes.subarray(start, end))
  return index.quoted[cell] === 1 ? unquote(raw) : raw
}

/** Short ASCII text, without the cost of a decoder call. */
function asciiText(bytes: Uint8Array, start: number, end: number): string | null {
  if (end - start > 24) return null
  let text = ''
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!
    if (byte >= 0x80) return null
    text += String.fromCharCode(byte)
  }
  return text
}
