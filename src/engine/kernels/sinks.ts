import type { Column } from '../../model/columns.ts'
import { isText } from './text-vectors.ts'
import type { Plan } from './plan.ts'
import { shownNumber } from './score-bands.ts'
import type { AccountColumns, ExplanationColumns, Scores } from './scores.ts'
import { rootOf, type FormulaProgram, type SegmentProgram } from './segment-program.ts'
import type { Vector } from './vector.ts'

/** Copies the vectors of a block to the rows it holds. */
export type Sink = (rows: Int32Array, n: number) => void

export function sinksOf(plan: Plan, segment: SegmentProgram, out: Scores): readonly Sink[] {
  const { whole, members } = segment
  const sinks: Sink[] = [
    numbers(whole.points, out.score),
    codes(whole.band, out.band),
    numbers(whole.coverage, out.coverage),
  ]
  for (const [path, columns] of out.dimensions) {
    const member = members.get(path)
    if (member?.member.kind !== 'dimension') continue
    sinks.push(numbers(member.points, columns.score), codes(member.band, columns.band))
  }
  if (out.account !== null) sinks.push(...accountSinks(plan, segment, out.account))
  if (out.explanation !== null) sinks.push(...explanationSinks(segment, out.explanation))
  return sinks
}

function accountSinks(plan: Plan, segment: SegmentProgram, out: AccountColumns): readonly Sink[] {
  const root = rootOf(segment)
  return [
    shownSink(segment.whole.points, (score) => shownNumber(root, score), out.shown),
    numbers(segment.before.points, out.scoreBefore),
    codes(segment.before.band, out.bandBefore),
    ...formulaSinks(plan, segment, out),
  ]
}

/** Indicators and results. */
export function formulaSinks(
  plan: Plan,
  { indicators, results }: Pick<FormulaProgram, 'indicators' | 'results'>,
  out: AccountColumns,
): readonly Sink[] {
  return [
    ...indicators.map((vector, index) => holding(vector, out.indicators[index]!)),
    ...results.map((vector, index) => resultSink(plan, index, vector, out.results[index]!)),
  ]
}

function explanationSinks({ members, shares }: SegmentProgram, out: ExplanationColumns): readonly Sink[] {
  const sinks: Sink[] = [numbers(shares.get('')!.lost, out.shortfall)]
  for (const [path, { member, state, points, band, coverage }] of members) {
    const columns = member.kind === 'measure' ? out.measures.get(path) : out.dimensions.get(path)
    const share = shares.get(path)!
    if (columns === undefined) continue
    sinks.push(states(state, columns.state), numbers(share.effectiveWeight, columns.effectiveWeight))
    sinks.push(numbers(share.contribution, columns.contribution), numbers(share.lost, columns.lost))
    if ('coverage' in columns) sinks.push(numbers(coverage, columns.coverage))
    else sinks.push(numbers(points, columns.points), codes(band, columns.band))
  }
  return sinks
}

function numbers(vector: Vector, column: Float64Array): Sink {
  return (rows, n) => {
    for (let i = 0; i < n; i++) column[rows[i]!] = vector[i]!
  }
}

function codes(vector: Vector, column: Int16Array): Sink {
  return (rows, n) => {
    for (let i = 0; i < n; i++) column[rows[i]!] = vector[i] === vector[i] ? vector[i]! : -1
  }
}

function states(vector: Uint8Array, column: Uint8Array): Sink {
  return (rows, n) => {
    for (let i = 0; i < n; i++) column[rows[i]!] = vector[i]!
  }
}

function holding(vector: Vector, column: Uint8Array): Sink {
  return (rows, n) => {
    for (let i = 0; i < n; i++) column[rows[i]!] = vector[i] === 1 ? 1 : 0
  }
}

function shownSink(vector: Vector, shown: (score: number) => number, column: Float64Array): Sink {
  return (rows, n) => {
    for (let i = 0; i < n; i++) column[rows[i]!] = vector[i] === vector[i] ? shown(vector[i]!) : NaN
  }
}

/** A result's texts get a dictionary of their own, in the order in which they are met. */
function resultSink({ model, parts }: Plan, index: number, vector: Vector, column: Column): Sink {
  const { formula } = model.results[index]!
  if (column.kind === 'number') return numbers(vector, column.values)
  const text = isText(model, formula.expression)
  const spelling = (code: number) => (text ? parts.texts.spellings[code] : model.ladder[code]?.name)
  const known = new Map<number, number>()
  const dictionary = column.dictionary as string[]
  const codeOf = (code: number): number => {
    const found = known.get(code)
    if (found !== undefined) return found
    const word = spelling(code)
    const own = word === undefined ? -1 : dictionary.push(word) - 1
    known.set(code, own)
    return own
  }
  return (rows, n) => {
    for (let i = 0; i < n; i++) column.codes[rows[i]!] = vector[i] === vector[i] ? codeOf(vector[i]!) : -1
  }
}
