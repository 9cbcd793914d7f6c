import type { TextColumn } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { isUnreadable, type Unreadable } from '../cell.ts'
import { textReader } from '../values/text-reader.ts'
import { byteCache, LONGEST_CACHED } from './cache.ts'
import { type Records, textAt } from './cells.ts'

const MOST_CACHED = 4096
const MISSING = -1
const UNREADABLE = -2

/** Decodes one column of text or choices of a batch of records. */
export type TextDecoder = (records: Records, slot: number) => TextColumn

/**
 * The decoder of an input's column. The dictionary stays the same from batch to batch while the column has few
 * distinct values; a choice's dictionary is its declared values, always.
 */
export function textDecoder(
  input: Input,
  report: (text: string, row: number, problem: Unreadable) => void,
): TextDecoder {
  const read = textReader(input)
  const cache = byteCache(MOST_CACHED)
  let cached: number[] = []
  let dictionary: string[] = [...input.choices]
  let codeOf = new Map(dictionary.map((text, code) => [text, code]))
  let published: readonly string[] = input.choices

  const codeAt = (records: Records, cell: number, row: number): number => {
    const { bytes, index } = records
    const start = index.starts[cell]!
    const end = index.ends[cell]!
    const isShort = end - start <= LONGEST_CACHED && index.quoted[cell] === 0
    const known = isShort ? cache.find(bytes, start, end) : -1
    if (known >= 0 && cached[known] !== UNREADABLE) return cached[known]!
    const text = textAt(records, cell)
    const reading = read(text)
    let code = MISSING
    if (isUnreadable(reading)) {
      code = UNREADABLE
      report(text, index.lines[row]!, reading)
    } else if (reading !== null) {
      code = codeOf.get(reading) ?? dictionary.push(reading) - 1
      codeOf.set(reading, code)
    }
    if (isShort && known < 0 && cache.size < MOST_CACHED) {
      cache.add(bytes, start, end)
      cached.push(code)
    }
    return code
  }

  return (records, slot) => {
    if (dictionary.length >= MOST_CACHED + input.choices.length || cache.size >= MOST_CACHED) {
      cache.clear()
      cached = []
      dictionary = [...input.choices]
      codeOf = new Map(dictionary.map((text, code) => [text, code]))
      published = input.choices
    }
    const { index } = records
    const { rows, slots, starts, ends } = index
    const codes = new Int32Array(rows)
    const unreadable: number[] = []
    for (let row = 0; row < rows; row++) {
      const cell = row * slots + slot
      const code = starts[cell] === ends[cell] ? MISSING : codeAt(records, cell, row)
      codes[row] = code
      if (code !== UNREADABLE) continue
      codes[row] = MISSING
      unreadable.push(row)
    }
    // Handed out as a copy: the next batch may add to it.
    if (published.length !== dictionary.length) published = [...dictionary]
    return { kind: 'text', codes, dictionary: published, unreadable }
  }
}
