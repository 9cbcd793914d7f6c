import type { Vector } from './vector.ts'

/** Columns of a table that is filled block by block. */
export function recording(length: number) {
  const records: ((at: number, i: number) => void)[] = []
  return {
    numbers: (of: (i: number) => number): Float64Array => {
      const column = new Float64Array(length)
      records.push((at, i) => (column[at] = of(i)))
      return column
    },
    codes: (vector: Vector): Int16Array => {
      const column = new Int16Array(length)
      records.push((at, i) => (column[at] = Number.isNaN(vector[i]) ? -1 : vector[i]!))
      return column
    },
    states: (vector: Uint8Array): Uint8Array => {
      const column = new Uint8Array(length)
      records.push((at, i) => (column[at] = vector[i]!))
      return column
    },
    record: (start: number, n: number): void => {
      for (const record of records) for (let i = 0; i < n; i++) record(start + i, i)
    },
  }
}
