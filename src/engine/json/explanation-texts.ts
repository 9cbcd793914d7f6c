import type { Columns, Row } from '../../model/columns.ts'
import type { Explanation } from '../../model/explanation.ts'
import { scoreAccount } from '../account.ts'
import { explain } from '../evaluate.ts'
import { canExplain } from '../kernels/explanation-passes.ts'
import type { Plan } from '../kernels/plan.ts'
import { rowWords } from '../kernels/row-words.ts'
import { score } from '../kernels/score.ts'
import { indicatorTexts, resultTexts } from './formula-texts.ts'
import { dimensionFragments, wholeFragments } from './fragments.ts'
import { nearestText, type PlacedMeasure } from './nearest-by-words.ts'
import { isMovable } from './segment-fixed.ts'
import { valueTexts, type ValueText } from './value-texts.ts'

/** What a table is explained with besides its columns. */
export interface Rows {
  /** A row as the evaluator reads it. */
  readonly row: (index: number) => Row
  /** The evaluator's explanation of it: for rows that need more than the tables know. */
  readonly explanation: (index: number) => Explanation
  /** Whether that is to be taken whatever the model: a person has overridden something. */
  readonly isSpecial: (index: number) => boolean
}

/**
 * Full explanations of a table as JSON, a text a row: the same bytes as `JSON.stringify` makes of the evaluator's. Plain
 * segments are put together from texts that the evaluator gave once for each outcome; all else is evaluated row by row.
 */
export function explanationTexts(plan: Plan): (columns: Columns, rows: Rows) => string[] {
  const segments = plan.model.segments.map(() => undefined as SegmentTexts | null | undefined)
  return (columns, { row, explanation, isSpecial }) => {
    const { segment, score: scores, account } = score(plan, columns, { columns: 'account' })
    const results = resultTexts(plan.model, account!)
    const indicators = indicatorTexts(plan.model, account!)
    const plain = plan.model.segments.map((_, index) => {
      if (!segment.includes(index)) return null
      if (segments[index] === undefined) segments[index] = segmentTexts(plan, index)
      return segments[index]?.(columns, row) ?? null
    })
    return Array.from({ length: columns.length }, (_, at) => {
      const text = segment[at]! >= 0 && !Number.isNaN(scores[at]) ? plain[segment[at]!]! : null
      if (text === null || isSpecial(at)) return JSON.stringify(explanation(at))
      const { head, parts, modifiers, nearest } = text(at)
      const key = columns.accounts === null ? 'null' : JSON.stringify(columns.accounts[at])
      return `{"account":${key},${head},"results":${results(at)},"dimensions":[${parts}],"measures":[],"modifiers":[${modifiers}],"indicators":${indicators(at)},"nearest":${nearest}}`
    })
  }
}

/** What is particular to a row of the segment. */
interface RowParts {
  readonly head: string
  readonly parts: string
  readonly modifiers: string
  readonly nearest: string
}
type SegmentTexts = (columns: Columns, rowOf: (index: number) => Row) => ((row: number) => RowParts) | null

/** null for a segment that is not plain, or that a change of a measure's input might make an account leave. */
function segmentTexts(plan: Plan, index: number): SegmentTexts | null {
  const { model } = plan
  const { root, name } = model.segments[index]!
  const tables = plan.parts.tables(index)
  if (tables === null || !canExplain(tables, root) || tables.whole.kind !== 'table') return null
  if (!isMovable(plan, tables)) return null
  const { dimensions, whole } = tables
  const measures = dimensions.flatMap((table, dimension) =>
    table.dimension.children.map((child): PlacedMeasure => {
      const k = table.measures.findIndex(({ measure }) => measure === child)
      return { one: table.measures[k]!, dimension, table, explained: table.explained.measures[k]!, shift: 2 * k }
    }),
  )
  const values = measures.map(({ one }) => valueTexts(one.input, one.measure.value!, model.inputs))
  const heads = wholeFragments(whole)
  const fragments = dimensions.map((table, d) => dimensionFragments(table, whole.shares[d]!))
  const nearest = nearestText(plan, index, measures, whole)
  const options = { asOf: plan.asOf, segment: name }

  return (columns, rowOf) => {
    const found = rowWords(tables, columns)
    if (found === null) return null
    const { dimensions: words, sums } = found
    const texts = values.map((of) => of(columns))
    const own = Array<ValueText>(measures.length)
    return (row) => {
      const sum = sums[row]!
      const explained = (): Omit<Explanation, 'nearest'> => {
        const one = rowOf(row)
        return explain(model, one, options, scoreAccount(model, one, options))
      }
      const head = heads(sum, explained)
      const modifiers: string[] = []
      let parts = ''
      let k = 0
      for (let d = 0; d < words.length; d++) {
        const fragment = fragments[d]!(words[d]![row]!, sum, explained)
        const { pieces } = fragment
        if (d > 0) parts += ','
        parts += pieces[0]!
        for (let piece = 1; piece < pieces.length; piece++, k++) {
          own[k] = texts[k]!(row)
          parts += own[k]!.pair + pieces[piece]!
        }
        if (fragment.modifiers.length > 0) modifiers.push(...fragment.modifiers)
      }
      modifiers.push(...head.modifiers)
      return { head: head.head, parts, modifiers: modifiers.join(','), nearest: nearest(words, sum, row, own) }
    }
  }
}
