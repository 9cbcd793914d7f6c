import type { Measure } from '../../model/group.ts'
import type { Banding, CaseResult, CasesJudge, ChoicesJudge, LineJudge } from '../../model/judge.ts'
import { judgeLine } from '../judges/line.ts'
import { asText, fold } from '../value.ts'
import { pointsOfBand } from '../verdict.ts'
import type { BandNames } from './band-names.ts'
import { vectorOf } from './expression.ts'
import { gridCodes } from './grid.ts'
import { JUDGED, outcomeTable, UNJUDGED, UNSCORED, type Judged, type OutcomeTable } from './outcomes.ts'
import type { Scope } from './scope.ts'
import { isText } from './text-vectors.ts'
import type { Texts } from './texts.ts'
import { BLOCK, constant, type Vector } from './vector.ts'

/** How a measure is judged: by a small code for each row and a table of outcomes, or by a verdict for each row. */
export type Judging =
  | { readonly kind: 'codes'; readonly codes: Uint16Array; readonly table: OutcomeTable }
  | { readonly kind: 'verdicts'; readonly judged: Judged }

/** `given` are codes of ranges or choices that come from elsewhere. */
export function judgeVectors(scope: Scope, measure: Measure, names: BandNames, given?: Uint16Array): Judging {
  const { judge } = measure
  const { ladder } = scope.model
  switch (judge.kind) {
    case 'ranges': {
      const table = outcomeTable(judge.banding.outcomes, ladder, names)
      return { kind: 'codes', codes: given ?? stretchCodes(scope, judge.banding, numberVector(scope, measure)), table }
    }
    case 'choices': {
      const table = outcomeTable([...judge.rows.map((row) => row.outcome), judge.otherwise], ladder, names)
      return { kind: 'codes', codes: given ?? choiceCodes(scope, judge, measure), table }
    }
    case 'grid':
      return { kind: 'codes', codes: gridCodes(scope, judge), table: outcomeTable(judge.cells.flat(), ladder, names) }
    case 'line':
      return { kind: 'verdicts', judged: lineVerdicts(scope, judge, measure) }
    case 'cases':
      return { kind: 'verdicts', judged: caseVerdicts(scope, judge, names) }
    case 'points': {
      const points = vectorOf(scope, judge.formula.expression)
      return { kind: 'verdicts', judged: pointsVerdicts(scope, points) }
    }
  }
}

/** Edges as thresholds of one comparison: above a cut owned from below means at least the next double. */
export function thresholds(banding: Banding): Float64Array {
  return Float64Array.from(banding.cuts, (cut) =>
    cut.owner === 'above' ? cut.at - cut.guard : nextUp(cut.at + cut.guard),
  )
}

function nextUp(x: number): number {
  if (!Number.isFinite(x)) return x
  if (x === 0) return Number.MIN_VALUE
  const bytes = new BigInt64Array(Float64Array.of(x).buffer)
  bytes[0]! += x > 0 ? 1n : -1n
  return new Float64Array(bytes.buffer)[0]!
}

/** The stretch of each value, by the edges it reaches; one more than the last where it is missing. */
export function countEdges(values: Vector, edges: Float64Array, out: Uint16Array, n: number): void {
  if (edges.length === 2) {
    // The common case in one pass.
    const low = edges[0]!
    const high = edges[1]!
    for (let i = 0; i < n; i++) {
      const v = values[i]!
      out[i] = (+(v >= low) | 0) + (+(v >= high) | 0) + 3 * (+(v !== v) | 0)
    }
    return
  }
  const missing = edges.length + 1
  out.fill(0, 0, n)
  for (const edge of edges) for (let i = 0; i < n; i++) out[i]! += +(values[i]! >= edge) | 0
  for (let i = 0; i < n; i++) out[i]! += missing * (+(values[i] !== values[i]) | 0)
}

function stretchCodes(scope: Scope, banding: Banding, value: Vector): Uint16Array {
  const codes = new Uint16Array(BLOCK)
  const edges = thresholds(banding)
  scope.program.steps.push((n) => countEdges(value, edges, codes, n))
  return codes
}

/** The value of a measure that judges numbers; anything else is missing. */
function numberVector(scope: Scope, measure: Measure): Vector {
  const { value } = measure
  const isNumber = value !== null && (value.type === 'number' || value.type === 'date')
  return isNumber ? vectorOf(scope, value.expression) : constant(NaN)
}

/** The row that names a value, or one more than the last: `otherwise`. */
export function choiceOf(judge: ChoicesJudge, value: string): number {
  const row = judge.rows.findIndex((one) => one.values.some((candidate) => fold(candidate) === fold(value)))
  return row === -1 ? judge.rows.length : row
}

function choiceCodes(scope: Scope, judge: ChoicesJudge, measure: Measure): Uint16Array {
  const codes = new Uint16Array(BLOCK)
  const rowOf = (value: string): number => choiceOf(judge, value)
  const missing = judge.rows.length + 1
  if (measure.value === null) return codes.fill(missing)
  const { expression, type } = measure.value
  const value = vectorOf(scope, expression)
  const table =
    type === 'text' || isText(scope.model, expression) ? textTable(scope, rowOf) : wordTable(scope, type, rowOf)
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) codes[i] = value[i] === value[i] ? table(value[i]!) : missing
  })
  return codes
}

/** Rows by code of text, each looked up when it is first met. */
function textTable(scope: Scope, rowOf: (value: string) => number): (code: number) => number {
  let all: Texts = scope.texts
  let rows: (number | undefined)[] = []
  scope.program.binders.push(({ texts }) => {
    all = texts
    rows = []
  })
  return (code) => (rows[code] ??= rowOf(all.spellings[code]!))
}

/** Rows for values that are not text: yes and no, rungs by rank, numbers as they are written. */
function wordTable(scope: Scope, type: string, rowOf: (value: string) => number): (value: number) => number {
  const known = new Map<number, number>()
  const word = (value: number): string => {
    if (type === 'yes/no') return asText(value === 1)
    return type === 'band' ? (scope.model.ladder[value]?.name ?? '') : asText(value)
  }
  return (value) => {
    const row = known.get(value) ?? rowOf(word(value))
    if (known.size < 1000) known.set(value, row)
    return row
  }
}

function judgedVectors(): Judged {
  return { points: new Float64Array(BLOCK), band: new Float64Array(BLOCK).fill(NaN), verdict: new Uint8Array(BLOCK) }
}

function pointsVerdicts(scope: Scope, points: Vector): Judged {
  const out = { ...judgedVectors(), points }
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) out.verdict[i] = points[i] === points[i] ? JUDGED : UNJUDGED
  })
  return out
}

function lineVerdicts(scope: Scope, judge: LineJudge, measure: Measure): Judged {
  const out = judgedVectors()
  const value = numberVector(scope, measure)
  const computed = measure.value?.computed ?? false
  scope.program.steps.push((n) => {
    for (let i = 0; i < n; i++) {
      const verdict = value[i] === value[i] ? judgeLine(judge, value[i]!, computed) : null
      out.points[i] = verdict?.kind === 'outcome' ? verdict.points! : NaN
      out.verdict[i] =
        verdict === null || verdict.kind === 'missing' ? UNJUDGED : verdict.kind === 'unscored' ? UNSCORED : JUDGED
    }
  })
  return out
}

/** One result of a case as vectors that any row may take. */
interface Result {
  readonly points: Vector
  readonly band: number
  readonly unscored: boolean
}

function caseVerdicts(scope: Scope, judge: CasesJudge, names: BandNames): Judged {
  const { ladder } = scope.model
  const result = (of: CaseResult): Result => {
    if (of.kind === 'unscored') return { points: constant(NaN), band: NaN, unscored: true }
    if (of.kind === 'points') return { points: vectorOf(scope, of.formula.expression), band: NaN, unscored: false }
    const points = constant(of.points ?? pointsOfBand(ladder, of.band))
    return { points, band: names.codeOf(of.band), unscored: false }
  }
  const cases = judge.cases.map((one) => ({ when: vectorOf(scope, one.when.expression), ...result(one.result) }))
  const otherwise = judge.otherwise === null ? null : result(judge.otherwise)
  const out = judgedVectors()
  const take = (from: Result | null, i: number): void => {
    out.points[i] = from === null ? NaN : from.points[i]!
    out.band[i] = from === null || out.points[i] !== out.points[i] ? NaN : from.band
    out.verdict[i] = from?.unscored === true ? UNSCORED : out.points[i] === out.points[i] ? JUDGED : UNJUDGED
  }
  const total = (i: number): void => {
    const holding = cases.filter((one) => one.when[i] === 1)
    let points = judge.from
    const all: readonly Result[] = holding.length === 0 && otherwise !== null ? [otherwise] : holding
    for (const one of all) if (!one.unscored) points += one.points[i]!
    out.points[i] = Number.isFinite(points) ? points : NaN
    out.verdict[i] = Number.isFinite(points) ? JUDGED : UNJUDGED
  }
  scope.program.steps.push((n) => {
    if (judge.hit === 'all') for (let i = 0; i < n; i++) total(i)
    else for (let i = 0; i < n; i++) take(cases.find((one) => one.when[i] === 1) ?? otherwise, i)
  })
  return out
}
