import type { Columns, TextColumn } from '../../model/columns.ts'
import type { Dimension } from '../../model/group.ts'
import { choiceOf } from './judge.ts'
import type { MemberVectors } from './member.ts'
import { run } from './scope.ts'
import { shownNumber } from './score-bands.ts'
import type { Scores } from './scores.ts'
import { addCodes, addNumbers, setCodes, shapeKernels, type Numbers } from './shape-kernels.ts'
import { NO_DATA, type SimpleMeasure } from './simple-measure.ts'
import type { DimensionTable, Tables } from './tables.ts'
import { BLOCK, type Vector } from './vector.ts'

/** Fills words with the outcomes of a dimension's measures for `n` rows from row `at` on. */
type Words = (at: number, out: Uint16Array, n: number) => void

/** One pass over the `n` rows from `start` on. */
type Pass = (start: number, n: number) => void

/** Scores every row of a table by lookup. False, with nothing written, where a column is not of the kind its input has. */
export function scoreByTables(tables: Tables, columns: Columns, out: Scores): boolean {
  const words = new Uint16Array(BLOCK)
  const sums = new Uint16Array(BLOCK)
  const passes: Pass[] = [(_start, n) => sums.fill(0, 0, n)]
  const { whole } = tables
  for (const table of tables.dimensions) {
    const { dimension, measures, score, band, step } = table
    const fills = wordsOf(measures, columns)
    if (fills === null) return false
    for (const fill of fills) passes.push((start, n) => fill(start, words, n))
    const to = out.dimensions.get(dimension.path)!
    if (whole.kind === 'steps')
      passes.push((_start, n) => fillMember(words, table, whole.members.get(dimension.path)!, n))
    if (step === null || whole.kind === 'steps')
      passes.push((start, n) => lookUp(words, score, band, to.score, to.band, start, n))
    else passes.push((start, n) => lookUpAndStep(words, score, band, step, sums, to.score, to.band, start, n))
  }
  if (whole.kind === 'table') {
    const { score, band, coverage } = whole
    passes.push((start, n) => lookUp(sums, score, band, out.score, out.band, start, n))
    passes.push((start, n) => lookUpNumbers(sums, coverage, out.coverage, start, n))
    if (out.account !== null) {
      const { shown } = out.account
      passes.push((start, n) => lookUpNumbers(sums, whole.shown, shown, start, n))
    }
  } else {
    const { points, band, coverage } = whole.vectors
    const rows = new Int32Array(BLOCK)
    passes.push((_start, n) => run(whole.program, rows, n))
    passes.push((start, n) => copy(points, band, coverage, out, start, n))
    if (out.account !== null) {
      const { shown } = out.account
      const dimension = whole.vectors.member as Dimension
      passes.push((start, n) => {
        for (let i = 0; i < n; i++) shown[start + i] = shownNumber(dimension, points[i]!)
      })
    }
  }
  runBlocks(passes, columns.length)
  return true
}

/** Many kinds of pass at one call: each kernel is then compiled by itself, never folded into one function too large for its registers. */
function runBlocks(passes: readonly Pass[], length: number): void {
  for (let start = 0; start < length; start += BLOCK) {
    const n = Math.min(BLOCK, length - start)
    for (const pass of passes) pass(start, n)
  }
}

function lookUp(
  words: Uint16Array,
  score: Float64Array,
  band: Int16Array,
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

function lookUpAndStep(
  words: Uint16Array,
  score: Float64Array,
  band: Int16Array,
  step: Uint16Array,
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

function fillMember(words: Uint16Array, table: DimensionTable, member: MemberVectors, n: number): void {
  const { score, coverage, state } = table
  const { points, coverage: coverages, state: states } = member
  for (let i = 0; i < n; i++) {
    const word = words[i]!
    points[i] = score[word]!
    coverages[i] = coverage[word]!
    states[i] = state[word]!
  }
}

function copy(points: Vector, band: Vector, coverage: Vector, out: Scores, start: number, n: number): void {
  const { score, band: bands, coverage: coverages } = out
  for (let i = 0; i < n; i++) {
    score[start + i] = points[i]!
    bands[start + i] = band[i] === band[i] ? band[i]! : -1
    coverages[start + i] = coverage[i]!
  }
}

function lookUpNumbers(words: Uint16Array, table: Float64Array, out: Float64Array, start: number, n: number): void {
  for (let i = 0; i < n; i++) out[start + i] = table[words[i]!]!
}

/** Numbers first, up to four in one kernel; what follows is added to the word. null where a column is of another kind. */
function wordsOf(measures: readonly SimpleMeasure[], columns: Columns): readonly Words[] | null {
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
      if (numbers.length === k && k < 4) numbers.push(of)
      else rest.push((at, out, n) => addNumbers(of, at, out, shift, n))
    }
  }
  const first = shapeKernels[numbers.length - 1]
  return first === undefined ? rest : [(at, out, n) => first(numbers, at, out, n), ...rest]
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
