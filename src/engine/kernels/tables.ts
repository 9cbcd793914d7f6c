import type { Dimension } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import type { BandNames } from './band-names.ts'
import { bestVectors } from './best.ts'
import { NOT_APPLICABLE, type Given, type MemberVectors } from './member.ts'
import { portionsOf } from './portions.ts'
import { run, type Program, type Scope } from './scope.ts'
import type { Setting } from './segment-program.ts'
import { generalCode, isPlain, simpleMeasures, type SimpleMeasure } from './simple-measure.ts'
import { shownNumber } from './score-bands.ts'
import { treeOf } from './tree.ts'
import { BLOCK, constant, type Vector } from './vector.ts'

/** What a dimension comes to, by the word of its measures' outcomes. */
export interface DimensionTable {
  readonly dimension: Dimension
  readonly measures: readonly SimpleMeasure[]
  readonly score: Float64Array
  /** -1 is none. */
  readonly band: Int16Array
  /** Which of its different results it is, already multiplied for the sum that makes the word of the whole; null where all are one. */
  readonly step: Uint16Array | null
  readonly coverage: Float64Array
  readonly explained: ExplainedDimension
}

/** Why, by the word of a dimension. A gap is what lies between the best and what was reached; NaN where nothing was. */
export interface ExplainedDimension {
  readonly state: Uint8Array
  readonly gap: Float64Array
  readonly measures: readonly ExplainedMeasure[]
}
export interface ExplainedMeasure {
  readonly path: string
  readonly state: Uint8Array
  readonly points: Float64Array
  readonly band: Int16Array
  /** Of the dimension's score. */
  readonly share: Float64Array
  readonly gap: Float64Array
}

export interface Tables {
  readonly dimensions: readonly DimensionTable[]
  readonly whole: WholeTable | WholeSums
}

/** What the whole comes to, by the sum of its dimensions' steps. */
export interface WholeTable {
  readonly kind: 'table'
  readonly score: Float64Array
  readonly band: Int16Array
  readonly coverage: Float64Array
  readonly shown: Float64Array
  readonly shortfall: Float64Array
  /** Of the whole score, by dimension. */
  readonly shares: readonly Float64Array[]
}

/** A mean of dimensions that come to too many different results for a table: added up row by row, in the written order. */
export interface WholeSums {
  readonly kind: 'sums'
  readonly root: Dimension
  /** For each dimension that counts, four numbers a word: what it adds to points, to their weight, to coverage, to its weight. */
  readonly terms: readonly (Float64Array | null)[]
  readonly bands: BandNames
}

/** A table of the whole as large as this still lies in the cache. */
const WORDS = 1 << 14

/**
 * A segment as lookup tables, filled by the same steps that score it in general; null where it is not that simple:
 * dimensions of up to six simple measures, nothing conditional, and a whole that is a mean or has few different results.
 */
export function tablesOf(model: Model, segment: Segment, setting: Setting): Tables | null {
  const { root } = segment
  if (!isPlain(root) || root.children.length === 0) return null
  const found: { readonly dimension: Dimension; readonly measures: readonly SimpleMeasure[] }[] = []
  for (const child of root.children) {
    const measures = child.kind === 'dimension' ? simpleMeasures(model, child) : null
    if (child.kind === 'measure' || measures === null) return null
    found.push({ dimension: child, measures })
  }
  let words = 1
  const classes = found.map(({ dimension, measures }) => {
    const results = resultsOf(model, segment, setting, dimension, measures)
    const step = Uint16Array.from(results.classOf, (one) => (words * results.classes.length <= WORDS ? one * words : 0))
    const isOne = results.classes.length === 1
    const { score, band, coverage, explained } = results
    const table = { dimension, measures, score, band, coverage, explained, step: isOne ? null : step }
    const stride = words
    words *= results.classes.length
    return { table, classes: results.classes, stride }
  })
  const dimensions = classes.map(({ table }) => table)
  if (words <= WORDS) return { dimensions, whole: wholeTable(model, segment, setting, classes, words) }
  if (root.combine.operator !== 'mean' || root.round !== null) return null
  return { dimensions, whole: { kind: 'sums', root, terms: dimensions.map(termsOf), bands: setting.names } }
}

interface Result {
  readonly score: number
  readonly coverage: number
  readonly state: number
  readonly best: number
}

/** Scores every word of one dimension. */
function resultsOf(
  model: Model,
  segment: Segment,
  setting: Setting,
  dimension: Dimension,
  measures: readonly SimpleMeasure[],
) {
  const length = 4 ** measures.length
  const codes = new Map(measures.map(({ measure }) => [measure.path, new Uint16Array(BLOCK)]))
  const { program, tree } = compile(model, segment, setting, { codes })
  const whole = tree.of(dimension.path)!
  const best = bestVectors(tree, whole)
  const portions = portionsOf(tree, whole, best)
  const recorder = recording(length)
  const explained: ExplainedDimension = {
    state: recorder.states(whole.state),
    gap: recorder.numbers((i) => best.get(whole)![i]! - whole.points[i]!),
    measures: measures.map(({ measure: { path } }) => {
      const k = whole.children.findIndex((child) => child.member.path === path)
      const child = whole.children[k]!
      return {
        path,
        state: recorder.states(child.state),
        points: recorder.numbers((i) => child.points[i]!),
        band: recorder.codes(child.band),
        share: recorder.numbers((i) => portions[k]!.share[i]!),
        gap: recorder.numbers((i) => gapOf(child, best.get(child)!, i)),
      }
    }),
  }
  const score = new Float64Array(length)
  const band = new Int16Array(length)
  const coverage = new Float64Array(length)
  const classOf = new Uint16Array(length)
  const classes: Result[] = []
  const known = new Map<string, number>()
  for (let start = 0; start < length; start += BLOCK) {
    const n = Math.min(BLOCK, length - start)
    for (const [k, one] of measures.entries()) {
      const filled = codes.get(one.measure.path)!
      for (let i = 0; i < n; i++) filled[i] = generalCode(one, ((start + i) >> (2 * k)) & 3)
    }
    run(program, new Int32Array(BLOCK), n)
    recorder.record(start, n)
    for (let i = 0; i < n; i++) {
      score[start + i] = whole.points[i]!
      band[start + i] = Number.isNaN(whole.band[i]) ? -1 : whole.band[i]!
      coverage[start + i] = whole.coverage[i]!
      // What does not count above need not be told apart.
      const counts = dimension.weight.value > 0 || whole.state[i]! >= NOT_APPLICABLE
      const result = {
        score: counts ? whole.points[i]! : 0,
        coverage: counts ? whole.coverage[i]! : 0,
        state: whole.state[i]!,
        best: counts ? best.get(whole)![i]! : 0,
      }
      const key = counts
        ? `${Object.is(result.score, -0)} ${result.score} ${result.coverage} ${result.state} ${result.best}`
        : ''
      if (!known.has(key)) known.set(key, classes.push(result) - 1)
      classOf[start + i] = known.get(key)!
    }
  }
  return { score, band, coverage, explained, classOf, classes }
}

/** null for a dimension that weighs nothing. */
function termsOf({ dimension, score, coverage }: DimensionTable): Float64Array | null {
  const { value, integer: weight } = dimension.weight
  if (value <= 0) return null
  const terms = new Float64Array(score.length * 4)
  for (const [word, points] of score.entries()) {
    const known = !Number.isNaN(points)
    const covered = !Number.isNaN(coverage[word])
    terms.set([known ? weight * points : 0, known ? weight : 0], word * 4)
    terms.set([covered ? weight * coverage[word]! : 0, covered ? weight : 0], word * 4 + 2)
  }
  return terms
}

/** Scores the whole for every combination of its dimensions' results. */
function wholeTable(
  model: Model,
  segment: Segment,
  setting: Setting,
  parts: readonly { readonly table: DimensionTable; readonly classes: readonly Result[]; readonly stride: number }[],
  words: number,
): WholeTable {
  const members = new Map(parts.map(({ table }) => [table.dimension.path, blankMember(table.dimension)]))
  const { program, tree } = compile(model, segment, setting, { members })
  const whole = tree.of('')!
  const bests = new Map([...members.values()].map((member) => [member, new Float64Array(BLOCK)]))
  const best = bestVectors(tree, whole, bests)
  const portions = portionsOf(tree, whole, best)
  const recorder = recording(words)
  const sign = segment.root.scale.higherIsWorse ? -1 : 1
  const shortfall = recorder.numbers((i) => sign * (best.get(whole)![i]! - whole.points[i]!) + 0)
  const shares = portions.map(({ share }) => recorder.numbers((i) => share[i]!))
  const score = new Float64Array(words)
  const band = new Int16Array(words)
  const coverage = new Float64Array(words)
  for (let start = 0; start < words; start += BLOCK) {
    const n = Math.min(BLOCK, words - start)
    for (const { table, classes, stride } of parts) {
      const member = members.get(table.dimension.path)!
      for (let i = 0; i < n; i++) {
        const result = classes[Math.floor((start + i) / stride) % classes.length]!
        member.points[i] = result.score
        member.coverage[i] = result.coverage
        member.state[i] = result.state
        bests.get(member)![i] = result.best
      }
    }
    run(program, new Int32Array(BLOCK), n)
    recorder.record(start, n)
    for (let i = 0; i < n; i++) {
      score[start + i] = whole.points[i]!
      band[start + i] = Number.isNaN(whole.band[i]) ? -1 : whole.band[i]!
      coverage[start + i] = whole.coverage[i]!
    }
  }
  const shown = score.map((one) => shownNumber(whole.member as Dimension, one))
  return { kind: 'table', score, band, coverage, shown, shortfall, shares }
}

function compile(model: Model, segment: Segment, { names, ...given }: Setting, filled: Given) {
  const program: Program = { steps: [], binders: [], frame: { rows: new Int32Array(BLOCK), n: 0 } }
  const scopeOf = (member: Scope['member']): Scope => {
    return { model, ...given, program, vectors: new Map(), member, foreign: () => constant(NaN) }
  }
  const tree = treeOf(segment, names, true, scopeOf, filled)
  return { program, tree }
}

function blankMember(member: Dimension): MemberVectors {
  const vector = () => new Float64Array(BLOCK)
  return {
    member,
    state: new Uint8Array(BLOCK),
    calculated: vector(),
    points: vector(),
    band: vector(),
    coverage: vector(),
    withheld: null,
    children: [],
  }
}

/** From a measure's best to its points before rounding; nothing for what has no points. */
function gapOf({ points, calculated }: MemberVectors, best: Vector, i: number): number {
  if (Number.isNaN(points[i])) return NaN
  return Number.isNaN(calculated[i]) ? 0 : best[i]! - calculated[i]!
}

/** Columns of a table that is filled block by block. */
function recording(length: number) {
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
