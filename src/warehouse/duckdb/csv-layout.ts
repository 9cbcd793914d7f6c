import { open } from 'node:fs/promises'
import { byteOrderMark } from '../../tables/bytes.ts'
import { findDelimiter } from '../../tables/csv/delimiter.ts'

/** How a csv is laid out, where it is laid out plainly. */
export interface CsvLayout {
  readonly delimiter: string
  readonly newline: '\n' | '\r\n'
  /** Whether any cell is quoted. */
  readonly quotes: boolean
  /** Lines before the header. */
  readonly skip: number
}

/** Why DuckDB does not read a file as Salus does: the end of a sentence that begins with its name. */
export interface Unread {
  readonly problem: string
}

const CHUNK = 1 << 22
const QUOTE = 34
const NEWLINE = 10
const RETURN = 13

/**
 * Looks through a csv for what readers of csv take differently: another encoding, several kinds of line ends, quotes that
 * neither open nor close a cell. Such a file is not for DuckDB.
 */
export async function csvLayout(path: string): Promise<CsvLayout | Unread> {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafe(CHUNK)
    let { bytesRead } = await file.read(buffer, 0, CHUNK)
    const mark = byteOrderMark(buffer.subarray(0, bytesRead))
    if (mark.encoding !== 'utf-8') return { problem: 'is not in UTF-8' }
    const { delimiter, start } = findDelimiter(buffer, mark.length, bytesRead)
    const watch = watchBytes(delimiter)
    for (let from = start; bytesRead > 0; from = 0) {
      watch.look(buffer.subarray(from, bytesRead))
      ;({ bytesRead } = await file.read(buffer, 0, CHUNK))
    }
    const { problem, newline, quotes } = watch.finish()
    if (problem !== null) return { problem }
    return { delimiter: String.fromCharCode(delimiter), newline, quotes, skip: start > mark.length ? 1 : 0 }
  } finally {
    await file.close()
  }
}

/** Follows quotes and line ends from one piece of a file to the next. */
function watchBytes(delimiter: number) {
  let isOpen = false
  /** A quote that closed a cell, or is the first of two: the next byte tells. */
  let isPending = false
  let before = NEWLINE
  let quotes = false
  let strayQuote = false
  const ends = { newline: 0, both: 0, return: 0 }

  const outside = (bytes: Buffer, from: number, to: number): void => {
    if (before === RETURN && from < to && bytes[from] !== NEWLINE) ends.return++
    for (let at = bytes.indexOf(NEWLINE, from); at >= 0 && at < to; at = bytes.indexOf(NEWLINE, at + 1)) {
      if ((at === from ? before : bytes[at - 1]) === RETURN) ends.both++
      else ends.newline++
    }
    for (let at = bytes.indexOf(RETURN, from); at >= 0 && at < to - 1; at = bytes.indexOf(RETURN, at + 1)) {
      if (bytes[at + 1] !== NEWLINE) ends.return++
    }
    if (from < to) before = bytes[to - 1]!
  }

  return {
    look(bytes: Buffer): void {
      let at = 0
      while (at < bytes.length) {
        if (isPending) {
          isPending = false
          if (bytes[at] === QUOTE) {
            at++
            continue
          }
          isOpen = false
          before = QUOTE
          const byte = bytes[at]!
          if (byte !== delimiter && byte !== NEWLINE && byte !== RETURN) strayQuote = true
        }
        const found = bytes.indexOf(QUOTE, at)
        const to = found < 0 ? bytes.length : found
        if (!isOpen) outside(bytes, at, to)
        if (found < 0) return
        if (isOpen) isPending = true
        else {
          quotes = true
          isOpen = true
          if (before !== delimiter && before !== NEWLINE) strayQuote = true
        }
        at = found + 1
      }
    },
    finish(): { readonly problem: string | null; readonly newline: '\n' | '\r\n'; readonly quotes: boolean } {
      const newline = ends.both > 0 ? '\r\n' : '\n'
      if (strayQuote) return { problem: 'has quotes within cells', newline, quotes }
      if (isOpen && !isPending) return { problem: 'has a quote that is never closed', newline, quotes }
      const mixed = ends.return > 0 || (ends.both > 0 && ends.newline > 0)
      return { problem: mixed ? 'has several kinds of line ends' : null, newline, quotes }
    },
  }
}
