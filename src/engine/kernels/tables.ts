import type { Dimension } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import { NOT_APPLICABLE, type Given, type MemberVectors } from './member.ts'
import { run, type Program, type Scope } from './scope.ts'
import type { Setting } from './segment-program.ts'
import { generalCode, isPlain, simpleMeasures, type SimpleMeasure } from './simple-measure.ts'
import { shownNumber } from './score-bands.ts'
import { treeOf } from './tree.ts'
import { BLOCK, constant } from './vector.ts'

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
  readonly state: Uint8Array
}

export interface Tables {
  readonly dimensions: readonly DimensionTable[]
  readonly whole: WholeTable | WholeSteps
}

/** What the whole comes to, by the sum of its dimensions' steps. */
export interface WholeTable {
  readonly kind: 'table'
  readonly score: Float64Array
  readonly band: Int16Array
  readonly coverage: Float64Array
  readonly shown: Float64Array
}

/** Where dimensions come to too many different results for a table: their vectors, and the steps from them to the whole. */
export interface WholeSteps {
  readonly kind: 'steps'
  readonly program: Program
  readonly members: ReadonlyMap<string, MemberVectors>
  readonly vectors: MemberVectors
}

const WORDS = 1 << 16

/**
 * A segment as lookup tables, filled by the same steps that score it in general; null where it is not that simple:
 * dimensions of up to six simple measures, and nothing conditional.
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
    const { score, band, coverage, state } = results
    const table: DimensionTable = { dimension, measures, score, band, coverage, state, step: isOne ? null : step }
    const stride = words
    words *= results.classes.length
    return { table, classes: results.classes, stride }
  })
  const dimensions = classes.map(({ table }) => table)
  const steps = wholeSteps(model, segment, setting, dimensions)
  return { dimensions, whole: words > WORDS ? steps : wholeTable(steps, classes, words) }
}

interface Result {
  readonly score: number
  readonly coverage: number
  readonly state: number
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
  const { program, of } = compile(model, segment, setting, { codes })
  const whole = of(dimension.path)
  const score = new Float64Array(length)
  const band = new Int16Array(length)
  const coverage = new Float64Array(length)
  const state = new Uint8Array(length)
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
    for (let i = 0; i < n; i++) {
      score[start + i] = whole.points[i]!
      band[start + i] = Number.isNaN(whole.band[i]) ? -1 : whole.band[i]!
      coverage[start + i] = whole.coverage[i]!
      state[start + i] = whole.state[i]!
      // What does not count above need not be told apart.
      const counts = dimension.weight.value > 0 || whole.state[i]! >= NOT_APPLICABLE
      const result = {
        score: counts ? whole.points[i]! : 0,
        coverage: counts ? whole.coverage[i]! : 0,
        state: whole.state[i]!,
      }
      const key = counts ? `${Object.is(result.score, -0)} ${result.score} ${result.coverage} ${result.state}` : ''
      if (!known.has(key)) known.set(key, classes.push(result) - 1)
      classOf[start + i] = known.get(key)!
    }
  }
  return { score, band, coverage, state, classOf, classes }
}

function wholeSteps(
  model: Model,
  segment: Segment,
  setting: Setting,
  dimensions: readonly DimensionTable[],
): WholeSteps {
  const members = new Map(dimensions.map(({ dimension }) => [dimension.path, blankMember(dimension)]))
  const { program, of } = compile(model, segment, setting, { members })
  return { kind: 'steps', program, members, vectors: of('') }
}

/** Scores the whole for every combination of its dimensions' results. */
function wholeTable(
  { program, members, vectors: whole }: WholeSteps,
  parts: readonly { readonly table: DimensionTable; readonly classes: readonly Result[]; readonly stride: number }[],
  words: number,
): WholeTable {
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
      }
    }
    run(program, new Int32Array(BLOCK), n)
    for (let i = 0; i < n; i++) {
      score[start + i] = whole.points[i]!
      band[start + i] = Number.isNaN(whole.band[i]) ? -1 : whole.band[i]!
      coverage[start + i] = whole.coverage[i]!
    }
  }
  const shown = score.map((one) => shownNumber(whole.member as Dimension, one))
  return { kind: 'table', score, band, coverage, shown }
}

function compile(model: Model, segment: Segment, { names, ...given }: Setting, filled: Given) {
  const program: Program = { steps: [], binders: [], frame: { rows: new Int32Array(BLOCK), n: 0 } }
  const scopeOf = (member: Scope['member']): Scope => {
    return { model, ...given, program, vectors: new Map(), member, foreign: () => constant(NaN) }
  }
  const tree = treeOf(segment, names, true, scopeOf, filled)
  return { program, of: (path: string) => tree.of(path)! }
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
