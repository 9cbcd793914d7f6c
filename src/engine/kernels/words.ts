import type { Columns, TextColumn } from '../../model/columns.ts'
import { addCodes, addNumbers, setCodes, shapeKernels, type Numbers } from './shape-kernels.ts'
import { choiceBits, NO_DATA, type SimpleMeasure } from './simple-measure.ts'

/** Fills words with the outcomes of a dimension's measures for `n` rows from row `at` on. */
export type Words = (at: number, out: Uint16Array, n: number) => void

/** How the words of one dimension are read from a table. */
export interface WordSource {
  readonly words: readonly Words[]
  /** All of its measures, where they are numbers that one kernel takes; else null. */
  readonly numbers: readonly Numbers[] | null
}

/** Numbers first, up to four in one kernel; what follows is added to the word. null where a column is of another kind. */
export function wordSource(measures: readonly SimpleMeasure[], columns: Columns): WordSource | null {
  const numbers: Numbers[] = []
  const rest: Words[] = []
  for (const [k, one] of measures.entries()) {
    const column = columns.inputs.get(one.input.name)
    if (column !== undefined && (column.kind === 'number') !== (one.kind === 'number')) return null
    const shift = 2 * k
    if (column === undefined) rest.push(noData(shift))
    else if (column.kind === 'text') rest.push(choiceWords(one, column, shift))
    else {
      const of = { values: column.values, edges: one.edges! }
      if (numbers.length === k && k < shapeKernels.length) numbers.push(of)
      else rest.push((at, out, n) => addNumbers(of, at, out, shift, n))
    }
  }
  const first = shapeKernels[numbers.length - 1]
  return {
    words: first === undefined ? rest : [(at, out, n) => first(numbers, at, out, n), ...rest],
    numbers: rest.length === 0 ? numbers : null,
  }
}

function noData(shift: number): Words {
  return (_at, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (shift === 0 ? 0 : out[i]!) | (NO_DATA << shift)
  }
}

function choiceWords({ measure }: SimpleMeasure, { codes, dictionary }: TextColumn, shift: number): Words {
  const outcomes = Uint16Array.from([NO_DATA, ...dictionary.map((word) => choiceBits(measure, word))])
  if (shift === 0) return (at, out, n) => setCodes(codes, outcomes, at, out, n)
  return (at, out, n) => addCodes(codes, outcomes, at, out, shift, n)
}
