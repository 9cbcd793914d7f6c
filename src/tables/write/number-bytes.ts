const ENTRIES = 8192
const WIDTH = 32

/** Writes numbers as the shortest text that reads back as the same double; remembers those that come often. */
export interface NumberBytes {
  /** Puts the number's text at `at`, which has room for 32 bytes; returns the end. */
  put(value: number, into: Uint8Array, at: number): number
}

export function numberBytes(): NumberBytes {
  const values = new Float64Array(ENTRIES).fill(NaN)
  const texts = new Uint8Array(ENTRIES * WIDTH)
  const lengths = new Uint8Array(ENTRIES)
  const double = new Float64Array(1)
  const halves = new Int32Array(double.buffer)
  return {
    put(value, into, at) {
      double[0] = value
      const mixed = Math.imul(halves[0]! ^ Math.imul(halves[1]!, 0x9e3779b1), 0x85ebca6b)
      const entry = (mixed >>> 12) & (ENTRIES - 1)
      const text = entry * WIDTH
      if (values[entry] !== value) {
        // + 0 turns -0 into 0.
        const digits = String(value + 0)
        for (let i = 0; i < digits.length; i++) texts[text + i] = digits.charCodeAt(i)
        lengths[entry] = digits.length
        values[entry] = value
      }
      const length = lengths[entry]!
      for (let i = 0; i < length; i++) into[at + i] = texts[text + i]!
      return at + length
    },
  }
}
