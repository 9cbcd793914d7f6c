import type { Column, Columns } from '../../model/columns.ts'
import { asText } from '../value.ts'
import { choiceOf } from './judge.ts'
import type { Scores } from './scores.ts'
import { addCodes, addNumbers, addYesNo, shapeKernels, type Numbers } from './shape-kernels.ts'
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
      lookUpDimension(part.table, words, sums, part.out.score, part.out.band, start, n)
    }
    lookUpWhole(sums, score, band, coverage, out, start, n)
  }
  return true
}

function lookUpDimension(
  { score, band, step }: DimensionTable,
  words: Uint16Array,
  sums: Uint16Array,
  scores: Float64Array,
  bands: Int16Array,
  start: number,
  n: number,
): void {
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    scores[start + i] = score[word]!
    bands[start + i] = band[word]!
    sums[i]! += step[word]!
  }
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

/** Numbers first, up to four in one kernel; what follows is added to the word. */
function wordsOf(measures: readonly SimpleMeasure[], columns: Columns): Words | null {
  const numbers: Numbers[] = []
  const rest: Words[] = []
  for (const [k, one] of measures.entries()) {
    const column = columns.inputs.get(one.input.name)
    if (one.kind === 'number') {
      if (column?.kind === 'text') return null
      const of = { values: column?.values ?? new Float64Array(columns.length).fill(NaN), edges: one.edges }
      if (numbers.length === k && k < 4) numbers.push(of)
      else rest.push((at, out, n) => addNumbers(of, at, out, 2 * k, n))
    } else {
      const add = column === undefined ? noData(2 * k) : choiceWords(one, column, 2 * k)
      if (add === null) return null
      rest.push(add)
    }
  }
  const first = shapeKernels[numbers.length]!
  return (at, out, n) => {
    first(numbers, at, out, n)
    for (const add of rest) add(at, out, n)
  }
}

function noData(shift: number): Words {
  return (_at, out, n) => {
    for (let i = 0; i < n; i++) out[i]! |= NO_DATA << shift
  }
}

function choiceWords({ measure, input }: SimpleMeasure, column: Column, shift: number): Words | null {
  const { judge } = measure
  if (judge.kind !== 'choices') return null
  const bits = (word: string): number => {
    const row = choiceOf(judge, word)
    return word.trim() === '' || (row === judge.rows.length && judge.otherwise === null) ? NO_DATA : row
  }
  if (column.kind === 'text') {
    if (input.type === 'yes/no') return null
    const outcomes = Uint16Array.from([NO_DATA, ...column.dictionary.map(bits)])
    return (at, out, n) => addCodes(column.codes, outcomes, at, out, shift, n)
  }
  if (input.type !== 'yes/no') return null
  const outcomes = Uint16Array.of(bits(asText(false)), bits(asText(true)), NO_DATA, NO_DATA)
  return (at, out, n) => addYesNo(column.values, outcomes, at, out, shift, n)
}
