import type { Dimension } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import { bestVectors } from './best.ts'
import { NOT_APPLICABLE, type MemberVectors } from './member.ts'
import { portionsOf } from './portions.ts'
import { recording } from './recording.ts'
import { run } from './scope.ts'
import type { Setting } from './segment-program.ts'
import { generalCode, type SimpleMeasure } from './simple-measure.ts'
import { tableProgram } from './table-program.ts'
import { BLOCK, type Vector } from './vector.ts'

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

/** One of the different results that a dimension has for the whole. */
export interface Result {
  readonly score: number
  readonly coverage: number
  readonly state: number
  readonly best: number
}

/** Scores every word of one dimension. */
export function resultsOf(
  model: Model,
  segment: Segment,
  setting: Setting,
  dimension: Dimension,
  measures: readonly SimpleMeasure[],
) {
  const length = 4 ** measures.length
  const codes = new Map(measures.map(({ measure }) => [measure.path, new Uint16Array(BLOCK)]))
  const { program, tree } = tableProgram(model, segment, setting, { codes })
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

/** From a measure's best to its points before rounding; nothing for what has no points. */
function gapOf({ points, calculated }: MemberVectors, best: Vector, i: number): number {
  if (Number.isNaN(points[i])) return NaN
  return Number.isNaN(calculated[i]) ? 0 : best[i]! - calculated[i]!
}
