/**
 * Numbers the distinct cells of a column, by their bytes, so that a value that comes a million times is decoded and
 * read once.
 */
export interface ByteCache {
  /** The number of the cell's bytes, or -1 when they are new. */
  find(bytes: Uint8Array, start: number, end: number): number
  /** Numbers the bytes last asked for and not found: 0, 1, 2, … */
  add(bytes: Uint8Array, start: number, end: number): number
  /** Forgets all, and keeps its memory. */
  clear(): void
  readonly size: number
}

/** Longer cells are not worth remembering: use `find` and `add` for shorter ones only. */
export const LONGEST_CACHED = 64

/** An empty cache for up to `most` distinct cells. */
export function byteCache(most: number): ByteCache {
  const mask = 2 ** Math.ceil(Math.log2(most * 2)) - 1
  const ids = new Int32Array(mask + 1).fill(-1)
  const lengths = new Uint8Array(most)
  const texts = new Uint8Array(most * LONGEST_CACHED)
  let size = 0
  let free = 0
  return {
    find(bytes, start, end) {
      const length = end - start
      let hash = length
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
      let slot = (hash ^ (hash >>> 15)) & mask
      for (;;) {
        const id = ids[slot]!
        if (id < 0) {
          free = slot
          return -1
        }
        if (lengths[id] === length) {
          const text = id * LONGEST_CACHED
          let at = 0
          while (at < length && texts[text + at] === bytes[start + at]) at++
          if (at === length) return id
        }
        slot = (slot + 1) & mask
      }
    },
    add(bytes, start, end) {
      ids[free] = size
      lengths[size] = end - start
      texts.set(bytes.subarray(start, end), size * LONGEST_CACHED)
      return size++
    },
    clear() {
      ids.fill(-1)
      size = 0
    },
    get size() {
      return size
    },
  }
}
