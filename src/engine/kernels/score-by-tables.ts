import type { Columns, TextColumn } from '../../model/columns.ts'
import type { Dimension } from '../../model/group.ts'
import { explanationPasses } from './explanation-passes.ts'
import { choiceOf } from './judge.ts'
import { lookUp, lookUpAndStep, runPasses, type Pass } from './passes.ts'
import type { Scores } from './scores.ts'
import { addCodes, addNumbers, setCodes, shapeKernels, type Numbers } from './shape-kernels.ts'
import { NO_DATA, type SimpleMeasure } from './simple-measure.ts'
import type { Tables } from './tables.ts'
import { BLOCK } from './vector.ts'
import { addTerms, sumPasses, tablePasses } from './whole-passes.ts'

/** Fills words with the outcomes of a dimension's measures for `n` rows from row `at` on. */
type Words = (at: number, out: Uint16Array, n: number) => void

/** Scores every row of a table by lookup. False, with nothing written, where a column is not of the kind its input has. */
export function scoreByTables(tables: Tables, root: Dimension, columns: Columns, out: Scores): boolean {
  const { dimensions, whole } = tables
  // An explanation reads the words again when the whole is known.
  const shared = new Uint16Array(BLOCK)
  const words = dimensions.map(() => (out.explanation === null ? shared : new Uint16Array(BLOCK)))
  const sums = new Uint16Array(BLOCK)
  const totals = new Float64Array(whole.kind === 'sums' ? BLOCK * 4 : 0)
  const passes: Pass[] = [(_start, n) => (whole.kind === 'sums' ? totals.fill(0, 0, n * 4) : sums.fill(0, 0, n))]
  for (const [index, { dimension, measures, score, band, step }] of dimensions.entries()) {
    const own = words[index]!
    const fills = wordsOf(measures, columns)
    if (fills === null) return false
    for (const fill of fills) passes.push((start, n) => fill(start, own, n))
    const to = out.dimensions.get(dimension.path)!
    const terms = whole.kind === 'sums' ? whole.terms[index]! : null
    if (step === null || whole.kind === 'sums') {
      passes.push((start, n) => lookUp(own, score, band, to.score, to.band, start, n))
    } else passes.push((start, n) => lookUpAndStep(own, score, band, step, sums, to.score, to.band, start, n))
    if (terms !== null) passes.push((_start, n) => addTerms(own, terms, totals, n))
  }
  passes.push(...(whole.kind === 'sums' ? sumPasses(whole, totals, out) : tablePasses(whole, sums, out)))
  if (out.explanation !== null && whole.kind === 'table') {
    passes.push(...explanationPasses(dimensions, whole, root, words, sums, out, out.explanation))
  }
  runPasses(passes, columns.length)
  return true
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
