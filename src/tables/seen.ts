/**
 * Remembers account keys by a 64-bit fingerprint, at most 70 bytes a key, so that duplicates among millions are found
 * without keeping the keys. While keys ascend, as in many an export, nothing is looked up. Two different keys among a
 * million share a fingerprint in one table of twenty million.
 */
export interface SeenKeys {
  /** Adds a batch of keys, blank ones aside; calls `onSeen` for each that came before, with the row of the first. */
  add(keys: readonly string[], rows: ArrayLike<number>, onSeen: (index: number, firstRow: number) => void): void
}

/** In place of the high half of a blank key, which is odd for all others. */
const BLANK = 0
/** Low half, high half (never 0 where taken) and row of a key side by side: a look touches memory once. */
const STRIDE = 3

export function seenKeys(): SeenKeys {
  let capacity = 32_768
  let size = 0
  let slots = new Int32Array(0)
  /** Batches in which each key is greater than the one before, from the first on; null once one is not. */
  let ordered: { readonly prints: Int32Array; readonly rows: Uint32Array }[] | null = []
  let last = ''

  /** The slot of a fingerprint, or the free one where it belongs. */
  const find = (low: number, high: number): number => {
    let at = (low & (capacity - 1)) * STRIDE
    while (slots[at + 1] !== 0 && (slots[at + 1] !== high || slots[at] !== low)) {
      at += STRIDE
      if (at === slots.length) at = 0
    }
    return at
  }

  const reserve = (more: number) => {
    if (slots.length > 0 && size + more <= capacity * 0.7) return
    const before = slots
    while (size + more > capacity * 0.7) capacity *= 4
    slots = new Int32Array(capacity * STRIDE)
    for (let at = 0; at < before.length; at += STRIDE) {
      if (before[at + 1] === 0) continue
      const to = find(before[at]!, before[at + 1]!)
      for (let part = 0; part < STRIDE; part++) slots[to + part] = before[at + part]!
    }
  }

  const insert = (prints: Int32Array, rows: ArrayLike<number>, onSeen: (index: number, firstRow: number) => void) => {
    reserve(rows.length)
    for (let i = 0; i < rows.length; i++) {
      const high = prints[2 * i + 1]!
      if (high === BLANK) continue
      const low = prints[2 * i]!
      const at = find(low, high)
      if (slots[at + 1] !== 0) {
        onSeen(i, slots[at + 2]!)
        continue
      }
      slots[at] = low
      slots[at + 1] = high
      slots[at + 2] = rows[i]!
      size++
    }
  }

  return {
    add(keys, rows, onSeen) {
      // All fingerprints first: the looks that follow then wait for memory together, not one after the other.
      const prints = fingerprints(keys)
      const own = Uint32Array.from({ length: keys.length }, (_, i) => rows[i]!)
      if (ordered !== null && isAscending(keys, last)) {
        ordered.push({ prints, rows: own })
        last = keys.at(-1) ?? last
        return
      }
      for (const before of ordered ?? []) insert(before.prints, before.rows, () => undefined)
      ordered = null
      insert(prints, own, onSeen)
    },
  }
}

/** Whether every key is longer than the one before, or as long and greater: then none has come before. */
function isAscending(keys: readonly string[], after: string): boolean {
  let last = after
  for (const key of keys) {
    if (key.length < last.length || (key.length === last.length && key <= last)) return false
    last = key
  }
  return true
}

function fingerprints(keys: readonly string[]): Int32Array {
  const prints = new Int32Array(keys.length * 2)
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!
    if (key === '') continue
    let low = 0x811c9dc5 | 0
    let high = 0x9747b28c | 0
    for (let i = 0; i < key.length; i++) {
      const unit = key.charCodeAt(i)
      low = Math.imul(low ^ unit, 0x01000193)
      high = Math.imul(high ^ unit, 0x5bd1e995)
      high ^= high >>> 15
    }
    low ^= low >>> 16
    low = Math.imul(low, 0x85ebca6b)
    prints[2 * k] = low ^ (low >>> 13)
    prints[2 * k + 1] = high | 1
  }
  return prints
}
