import type { ByteSource } from '../bytes.ts'
import { type RecordIndex, scanRecords } from './scan.ts'

/** The buffer begins small, since most tables are, and is filled to this size. */
const FIRST_BUFFER = 1 << 16
const BUFFER = 1 << 20
/** A record longer than this is a quote that was never closed, or no table at all. */
const LONGEST_RECORD = 1 << 24

/** Reads a source through one buffer, which grows only where a single record does not fit. */
export interface RecordSource {
  readonly bytes: Uint8Array
  /** Where the unread bytes begin and end. */
  readonly from: number
  readonly to: number
  /** Fills the buffer as far as it goes. */
  fill(): Promise<void>
  /** Passes over bytes at the front. */
  skip(to: number): void
  /** Fills `index` with the next records. What it points to holds until the next call. */
  next(delimiter: number, slotOf: Int32Array, index: RecordIndex): Promise<Stretch>
}

/** Where in the buffer the records just indexed lie. */
export type Stretch =
  { readonly kind: 'records'; readonly start: number; readonly end: number } | { readonly kind: 'end' | 'too long' }

export function recordSource(source: ByteSource): RecordSource {
  let bytes = new Uint8Array(FIRST_BUFFER)
  let from = 0
  let to = 0
  let ended = false

  const grow = () => {
    const larger = new Uint8Array(bytes.length * 2)
    larger.set(bytes.subarray(0, to))
    bytes = larger
  }

  const fill = async () => {
    bytes.copyWithin(0, from, to)
    to -= from
    from = 0
    while (!ended && to < bytes.length) {
      const count = await source.read(bytes.subarray(to))
      ended = count === 0
      to += count
      if (to === bytes.length && bytes.length < BUFFER) grow()
    }
  }

  return {
    get bytes() {
      return bytes
    },
    get from() {
      return from
    },
    get to() {
      return to
    },
    fill,
    skip(position) {
      from = position
    },
    async next(delimiter, slotOf, index) {
      for (;;) {
        const stop = scanRecords(bytes, from, to, ended, delimiter, slotOf, index)
        const full = from === 0 && to === bytes.length
        const start = from
        from = stop
        if (index.rows > 0) return { kind: 'records', start, end: stop }
        if (ended) return { kind: 'end' }
        if (stop === 0 && full) {
          if (bytes.length >= LONGEST_RECORD) return { kind: 'too long' }
          grow()
        }
        await fill()
      }
    },
  }
}
