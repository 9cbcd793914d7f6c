import type { Columns, TextColumn } from '../../model/columns.ts'
import { choiceOf } from './judge.ts'
import type { Scores } from './scores.ts'
import { addCodes, addNumbers, setCodes, shapeKernels, type Numbers } from './shape-kernels.ts'
import { NO_DATA, type SimpleMeasure } from './simple-measure.ts'
import type { DimensionTable, Tables } from './tables.ts'
import { BLOCK } from './vector.ts'

/** Fills words with the outcomes of a dimension's measures for `n` rows from row `at` on. */
type Words = (at: number, out: Uint16Array, n: number) => void

/** Scores every row of a table by lookup. False, with nothing written, where a column is not of the kind its input has. */
export function scoreByTables({ dimensions, score, band, coverage }: Tables, columns: Columns, out: Scores): boolean {
  const parts = dimensions.map((table) => ({
    table,
    words: wordsOf(table.measures, columns),
    out: out.dimensions.get(table.dimension.path)!,
  }))
  const fills = parts.map((part) => part.words)
  if (fills.includes(null)) return false
  const words = new Uint16Array(BLOCK)
  const sums = new Uint16Array(BLOCK)
  for (let start = 0; start < columns.length; start += BLOCK) {
    const n = Math.min(BLOCK, columns.length - start)
    sums.fill(0, 0, n)
    for (const part of parts) {
      part.words!(start, words, n)
      lookUpDimension(part.table, words, part.out.score, part.out.band, start, n)
      if (part.table.step !== null) addSteps(part.table.step, words, sums, n)
    }
    lookUpWhole(sums, score, band, coverage, out, start, n)
  }
  return true
}

function lookUpDimension(
  { score, band }: DimensionTable,
  words: Uint16Array,
  scores: Float64Array,
  bands: Int16Array,
  start: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    scores[start + i] = score[word]!
    bands[start + i] = band[word]!
  }
}

function addSteps(step: Uint16Array, words: Uint16Array, sums: Uint16Array, n: number): void {
  for (let i = 0; i < n; i++) sums[i]! += step[words[i]!]!
}

function lookUpWhole(
  sums: Uint16Array,
  score: Float64Array,
  band: Int16Array,
  coverage: Float64Array,
  out: Scores,
  start: number,
  n: number,
): void {
  const { score: scores, band: bands, coverage: coverages } = out
  for (let i = 0; i < n; i++) {
    const sum = sums[i]!
    scores[start + i] = score[sum]!
    bands[start + i] = band[sum]!
    coverages[start + i] = coverage[sum]!
  }
}

/** Numbers first, up to four in one kernel; what follows is added to the word. null where a column is of another kind. */
function wordsOf(measures: readonly SimpleMeasure[], columns: Columns): Words | null {
  const numbers: Numbers[] = []
  const words: Words[] = []
  for (const [k, one] of measures.entries()) {
    const column = columns.inputs.get(one.input.name)
    if (column !== undefined && (column.kind === 'number') !== (one.kind === 'number')) return null
    const shift = 2 * k
    if (column === undefined) words.push(noData(shift))
    else if (column.kind === 'text') words.push(choiceWords(one, column, shift))
    else {
      const of = { values: column.values, edges: one.edges! }
      if (numbers.length === k && k < 4) numbers.push(of)
      else words.push((at, out, n) => addNumbers(of, at, out, shift, n))
    }
  }
  const first = shapeKernels[numbers.length - 1]
  if (first !== undefined) words.unshift((at, out, n) => first(numbers, at, out, n))
  return words.length === 1 ? words[0]! : (at, out, n) => words.forEach((fill) => fill(at, out, n))
}

function noData(shift: number): Words {
  return (_at, out, n) => {
    for (let i = 0; i < n; i++) out[i] = (shift === 0 ? 0 : out[i]!) | (NO_DATA << shift)
  }
}

function choiceWords({ measure }: SimpleMeasure, { codes, dictionary }: TextColumn, shift: number): Words {
  const { judge } = measure
  const bits = (word: string): number => {
    if (judge.kind !== 'choices' || word.trim() === '') return NO_DATA
    const row = choiceOf(judge, word)
    return row === judge.rows.length && judge.otherwise === null ? NO_DATA : row
  }
  const outcomes = Uint16Array.from([NO_DATA, ...dictionary.map(bits)])
  if (shift === 0) return (at, out, n) => setCodes(codes, outcomes, at, out, n)
  return (at, out, n) => addCodes(codes, outcomes, at, out, shift, n)
}
