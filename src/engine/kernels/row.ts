import type { Row } from '../../model/columns.ts'
import { scoreAccount } from '../account.ts'
import { choiceOf } from './judge.ts'
import type { Plan } from './plan.ts'
import { NO_DATA, type SimpleMeasure } from './simple-measure.ts'
import type { Tables, WholeTable } from './tables.ts'

/** The score of one row, as columns would hold it: NaN is no number, -1 no band or segment. */
export interface RowScore {
  readonly score: number
  readonly band: number
  readonly segment: number
  readonly coverage: number
}

/** One row on the model's scale, a place for each name: numbers as columns hold them, texts where the input is text. */
export interface RowValues {
  readonly numbers: Float64Array
  readonly texts: readonly (string | null)[]
}

/**
 * Ties a plan to rows whose values stand in the order of `names` (of inputs; what has another name is not read), for
 * callers that come with one row at a time: all that can be done once is done here.
 */
export function bindRow(plan: Plan, names: readonly string[]): (values: RowValues) => RowScore {
  const { all } = plan.parts.selection
  const tables = all === null || all < 0 ? null : plan.parts.tables(all)
  if (tables?.whole.kind === 'table') return byTables(tables, tables.whole, all!, names)
  return (values) => byEvaluator(plan, names, values)
}

/** One measure as the loop over a row reads it. */
interface Reading {
  /** Place of the input; -1 where the rows have no such input. */
  readonly at: number
  readonly low: number
  readonly high: number
  /** Bits by text; null for a number. */
  readonly words: ((text: string) => number) | null
  readonly shift: number
}

function byTables(
  { dimensions }: Tables,
  whole: WholeTable,
  segment: number,
  names: readonly string[],
): (values: RowValues) => RowScore {
  const parts = dimensions.flatMap(({ measures, step }) =>
    step === null ? [] : [{ step, readings: measures.map((measure, k) => readingOf(measure, names, 2 * k)) }],
  )
  return ({ numbers, texts }) => {
    let sum = 0
    for (let d = 0; d < parts.length; d++) {
      const { readings, step } = parts[d]!
      let word = 0
      for (let k = 0; k < readings.length; k++) {
        const { at, low, high, words, shift } = readings[k]!
        let bits = NO_DATA
        if (words !== null) {
          const text = at === -1 ? null : texts[at]!
          if (text !== null) bits = words(text)
        } else if (at !== -1) {
          const value = numbers[at]!
          if (value - value === 0) bits = (value >= low ? 1 : 0) + (value >= high ? 1 : 0)
        }
        word |= bits << shift
      }
      sum += step[word]!
    }
    return { score: whole.score[sum]!, band: whole.band[sum]!, segment, coverage: whole.coverage[sum]! }
  }
}

function readingOf(one: SimpleMeasure, names: readonly string[], shift: number): Reading {
  const at = names.indexOf(one.input.name)
  if (one.kind === 'number') return { at, low: one.edges[0]!, high: one.edges[1]!, words: null, shift }
  const { judge } = one.measure
  const known = new Map<string, number>()
  const words = (text: string): number => {
    const before = known.get(text)
    if (before !== undefined) return before
    const row = judge.kind === 'choices' ? choiceOf(judge, text) : NO_DATA
    const isUnclaimed = judge.kind === 'choices' && row === judge.rows.length && judge.otherwise === null
    const bits = text.trim() === '' || isUnclaimed ? NO_DATA : row
    if (known.size < 1000) known.set(text, bits)
    return bits
  }
  return { at, low: NaN, high: NaN, words, shift }
}

function byEvaluator(plan: Plan, names: readonly string[], { numbers, texts }: RowValues): RowScore {
  const { model, parts } = plan
  const types = new Map(model.inputs.map((input) => [input.name, input.type]))
  const valueOf = (name: string, at: number): Row[string] => {
    const type = types.get(name)
    if (type === 'text' || type === 'choice') return texts[at] ?? null
    const value = numbers[at]!
    return Number.isNaN(value) ? null : type === 'yes/no' ? value !== 0 : value
  }
  const row: Row = Object.fromEntries(names.map((name, at) => [name, valueOf(name, at)]))
  const forced = parts.forced === null ? undefined : model.segments[parts.forced]?.name
  const options = forced === undefined ? { asOf: plan.asOf } : { asOf: plan.asOf, segment: forced }
  const { root, segment } = scoreAccount(model, row, options)
  return {
    score: root?.points ?? NaN,
    band: root?.band === null || root === null ? -1 : parts.names.codeOf(root.band),
    segment: segment === null || parts.forced === -1 ? -1 : model.segments.indexOf(segment),
    coverage: root?.coverage ?? NaN,
  }
}
