/**
 * Where the wanted cells of a stretch of records lie in the bytes, record by record: the cell of slot `s` in `row` is
 * `starts[row * slots + s]` to `ends[...]`. Made once and filled again for every batch.
 */
export interface RecordIndex {
  readonly capacity: number
  readonly slots: number
  /** Records found. */
  rows: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** 1 where the stretch is a quoted cell as it stands in the file, with its quotes, still to be undone. */
  readonly quoted: Uint8Array
  /** In slots of `plain` numbers, the value of a cell that is a plain decimal; NaN otherwise. */
  readonly numbers: Float64Array
  /** Slot by slot: the power of ten that plain numbers are divided by, or -1 where they are not looked for. */
  readonly plain: Int32Array
  /** How many cells each record has. */
  readonly cells: Int32Array
  /** The line of the file on which each record begins, from 1. */
  readonly lines: Uint32Array
  /** The line on which the next record begins. */
  nextLine: number
  /** The line of a quote that the end of the file left open; 0 where none is. */
  openQuote: number
}

export function recordIndex(
  capacity: number,
  slots: number,
  plain: Int32Array = new Int32Array(slots).fill(-1),
): RecordIndex {
  return {
    capacity,
    slots,
    rows: 0,
    starts: new Int32Array(capacity * slots),
    ends: new Int32Array(capacity * slots),
    quoted: new Uint8Array(capacity * slots),
    numbers: new Float64Array(plain.some((shift) => shift >= 0) ? capacity * slots : 0),
    plain,
    cells: new Int32Array(capacity),
    lines: new Uint32Array(capacity),
    nextLine: 1,
    openQuote: 0,
  }
}

const QUOTE = 34
const NEWLINE = 10
const RETURN = 13
const MINUS = 45
/** A point, counted from the digit 0. */
const POINT = -2
const POWERS = Float64Array.from({ length: 23 }, (_, k) => Number(`1e${k}`))

/**
 * Finds the records between `from` and `to`: as many as are complete and `index` holds. A line ends with a newline, a
 * carriage return or both; a cell may be quoted, with quotes doubled inside; lines with nothing on them are
 * passed over, as are records of nothing but empty cells. `slotOf` says in which slot a column's cells go, -1 for none.
 *
 * Returns where it stopped: the start of the first record not in `index`. `last` says that no bytes follow `to`.
 */
export function scanRecords(
  bytes: Uint8Array,
  from: number,
  to: number,
  last: boolean,
  delimiter: number,
  slotOf: Int32Array,
  index: RecordIndex,
): number {
  const { capacity, slots, starts, ends, quoted, numbers, plain, cells, lines } = index
  const columns = slotOf.length
  // No byte above this can end a cell: most bytes take one comparison.
  const highest = Math.max(delimiter, RETURN)
  let line = index.nextLine
  let row = 0
  let at = from
  let recordStart = from

  while (at < to && row < capacity) {
    recordStart = at
    const recordLine = line
    const firstCell = row * slots
    let column = 0
    let anything = false

    for (;;) {
      const start = at
      const slot = column < columns ? slotOf[column]! : -1
      const shift = slot >= 0 ? plain[slot]! : -1
      let isQuoted = false
      if (shift >= 0) {
        // A plain decimal is read on the way: at most 15 digits, so that both parts of the quotient are exact.
        const negative = at < to && bytes[at] === MINUS
        if (negative) at++
        const first = at
        let digits = 0
        let point = -1
        for (; at < to; at++) {
          const digit = bytes[at]! - 48
          if (digit >= 0 && digit <= 9) digits = digits * 10 + digit
          else if (digit === POINT && point < 0) point = at
          else break
        }
        const count = at - first - (point < 0 ? 0 : 1)
        const places = (point < 0 ? 0 : at - point - 1) + shift
        const value = count > 0 && count <= 15 ? digits / POWERS[places]! : NaN
        numbers[firstCell + slot] = negative ? 0 - value : value
      }
      if (at === start && at < to && bytes[at] === QUOTE) {
        isQuoted = true
        let closed = false
        const quoteLine = line
        at++
        while (at < to) {
          const byte = bytes[at]!
          if (byte === QUOTE) {
            if (at + 1 < to && bytes[at + 1] === QUOTE) {
              at += 2
              continue
            }
            closed = true
            at++
            break
          }
          if (byte === NEWLINE || (byte === RETURN && !(at + 1 < to && bytes[at + 1] === NEWLINE))) line++
          at++
        }
        if (!closed) {
          if (!last) {
            index.rows = row
            index.nextLine = recordLine
            return recordStart
          }
          index.openQuote = quoteLine
        }
      }
      // The rest of the cell: all of it where it is neither quoted nor a number, normally nothing where it is.
      const read = at
      while (at < to) {
        const byte = bytes[at]!
        if (byte <= highest && (byte === delimiter || byte === NEWLINE || byte === RETURN)) break
        at++
      }
      if (shift >= 0 && at > read) numbers[firstCell + slot] = NaN
      if (at >= to && !last) {
        index.rows = row
        index.nextLine = recordLine
        return recordStart
      }

      if (at > start) anything = anything || !(isQuoted && at === start + 2)
      if (slot >= 0) {
        const cell = firstCell + slot
        starts[cell] = start
        ends[cell] = at
        quoted[cell] = isQuoted ? 1 : 0
      }
      column++
      if (at < to && bytes[at] === delimiter) {
        at++
        continue
      }
      break
    }

    if (at < to) {
      // A carriage return at the very end of the bytes may have its newline in the next ones.
      if (bytes[at] === RETURN && at + 1 >= to && !last) {
        index.rows = row
        index.nextLine = recordLine
        return recordStart
      }
      at += bytes[at] === RETURN && at + 1 < to && bytes[at + 1] === NEWLINE ? 2 : 1
      line++
    }
    if (anything) {
      for (let absent = column; absent < columns; absent++) {
        const slot = slotOf[absent]!
        if (slot < 0) continue
        starts[firstCell + slot] = 0
        ends[firstCell + slot] = 0
        quoted[firstCell + slot] = 0
      }
      cells[row] = column
      lines[row] = recordLine
      row++
    }
    recordStart = at
  }
  index.rows = row
  index.nextLine = line
  return recordStart
}

/** The text of a quoted cell: without its quotes, doubled quotes single. What follows the closing quote is kept. */
export function unquote(raw: string): string {
  let text = ''
  let at = 1
  for (;;) {
    const quote = raw.indexOf('"', at)
    if (quote < 0) return text + raw.slice(at)
    text += raw.slice(at, quote)
    if (raw[quote + 1] !== '"') return text + raw.slice(quote + 1)
    text += '"'
    at = quote + 2
  }
}
