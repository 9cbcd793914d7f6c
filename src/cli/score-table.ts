import { isoDate } from '../engine/days.ts'
import { plan, type Plan } from '../engine/kernels/plan.ts'
import { score } from '../engine/kernels/score.ts'
import type { Scores } from '../engine/kernels/scores.ts'
import { states } from '../engine/kernels/member.ts'
import { why } from '../engine/why.ts'
import { shown } from '../engine/rounding.ts'
import { allInputs } from '../model/all-inputs.ts'
import type { Explanation } from '../model/explanation.ts'
import { dimensionAt, measureAt } from '../model/explanation-parts.ts'
import type { Model } from '../model/model.ts'
import { withholds } from '../model/withholds.ts'
import type { Field, OutputBatch, OutputColumn, TableBatch } from '../tables/node.ts'
import { explainRow, type ScoreWith } from './score-accounts.ts'

/** Which columns a scored table has besides the scores. */
export interface TableChoice {
  readonly measures: boolean
  readonly why: boolean
}

/** Scores tables by columns: what it writes, and how a batch becomes rows of it. */
export interface TableScorer {
  readonly fields: readonly Field[]
  readonly score: (batch: TableBatch) => OutputBatch
}

/**
 * A scored table: account, model, segment, score, shown, band, coverage, the same before overrides, dimensions, results
 * and indicators; with `measures` every measure's part, with `why` a sentence. Rows with an override by a person, and
 * whatever is text about single rows, are evaluated one by one.
 */
export function tableScorer(model: Model, given: ScoreWith, choice: TableChoice): TableScorer {
  const ready = plan(model, { asOf: given.asOf, segment: given.segment })
  const columns = columnsOf(ready, choice)
  return {
    fields: columns.map(({ name, kind }) => ({ name, kind })),
    score: (batch) => {
      const scores = score(ready, batch.columns, { columns: choice.measures ? 'explanation' : 'account' })
      const single = singleRows(model, batch, given, choice.why)
      const reasons = reasonsWhyNot(model, batch, scores, given)
      return {
        length: batch.columns.length,
        columns: columns.map((column) => column.of({ batch, scores, single, reasons })),
      }
    },
  }
}

/** What a column is taken from. */
interface Source {
  readonly batch: TableBatch
  readonly scores: Scores
  /** Rows evaluated one by one, by index. */
  readonly single: ReadonlyMap<number, Explanation>
  /** Why a row has no score, by index. */
  readonly reasons: ReadonlyMap<number, string | null>
}

interface ScoredColumn extends Field {
  readonly of: (source: Source) => OutputColumn
}

/** Only where the kernels do not know enough: rows with an override by a person, or all of them for `why`. */
function singleRows(model: Model, batch: TableBatch, given: ScoreWith, all: boolean): Map<number, Explanation> {
  const single = new Map<number, Explanation>()
  const inputs = allInputs(model)
  const accounts = batch.columns.accounts ?? []
  for (let row = 0; row < batch.columns.length; row++) {
    if (all || given.overrides?.has(accounts[row] ?? '')) single.set(row, explainRow(model, batch, row, given, inputs))
  }
  return single
}

/** Rows without a score. Where nothing is withheld, rows of one segment and one coverage lack it for the same reason. */
function reasonsWhyNot(model: Model, batch: TableBatch, scores: Scores, given: ScoreWith): Map<number, string | null> {
  const reasons = new Map<number, string | null>()
  const inputs = allInputs(model)
  const known = new Map<string, string | null>()
  const shared = !model.segments.some((segment) => withholds(segment.root))
  for (let row = 0; row < scores.length; row++) {
    if (!Number.isNaN(scores.score[row]!)) continue
    const alike = shared && (scores.segment[row]! >= 0 || model.appliesWhen === null)
    const key = `${scores.segment[row]} ${alike ? scores.coverage[row] : `row ${row}`}`
    const reason = known.get(key) ?? explainRow(model, batch, row, given, inputs).noScoreBecause
    known.set(key, reason)
    reasons.set(row, reason)
  }
  return reasons
}

function columnsOf(ready: Plan, choice: TableChoice): ScoredColumn[] {
  const { model } = ready
  const segments = model.segments.map((segment) => segment.name)
  const account = (scores: Scores): NonNullable<Scores['account']> => scores.account!
  return [
    {
      name: 'account',
      kind: 'text',
      of: ({ batch }) => words(batch.columns.accounts ?? Array<null>(batch.columns.length).fill(null)),
    },
    {
      name: 'model',
      kind: 'text',
      of: ({ scores }) => ({ kind: 'codes', codes: new Uint8Array(scores.length), dictionary: [model.name] }),
    },
    {
      name: 'segment',
      kind: 'text',
      of: ({ scores }) => ({ kind: 'codes', codes: scores.segment, dictionary: segments }),
    },
    number(
      'score',
      ({ scores }) => scores.score,
      (one) => one.score,
    ),
    { name: 'shown', kind: 'text', of: shownColumn(model) },
    band(
      'band',
      ready,
      ({ scores }) => scores.band,
      (one) => one.band,
    ),
    number(
      'coverage',
      ({ scores }) => scores.coverage,
      (one) => one.coverage,
    ),
    number(
      'score_before',
      ({ scores }) => account(scores).scoreBefore,
      (one) => one.scoreBefore,
    ),
    band(
      'band_before',
      ready,
      ({ scores }) => account(scores).bandBefore,
      (one) => one.bandBefore,
    ),
    said('no_score_because', ({ reasons }) => reasons),
    ...ready.dimensions.flatMap((path) => [
      number(
        `${path}.score`,
        ({ scores }) => scores.dimensions.get(path)!.score,
        (one) => dimensionAt(one, path)?.score ?? null,
      ),
      band(
        `${path}.band`,
        ready,
        ({ scores }) => scores.dimensions.get(path)!.band,
        (one) => dimensionAt(one, path)?.band ?? null,
      ),
    ]),
    ...(choice.measures ? ready.measures.flatMap((path) => measureColumns(path, ready)) : []),
    ...model.results.map((result, at): ScoredColumn => resultColumn(result.name, at, result.formula.type)),
    { name: 'indicators', kind: 'text', of: indicatorColumn(model) },
    ...(choice.why ? [said('why', ({ single }) => new Map([...single].map(([row, one]) => [row, why(one)])))] : []),
  ]
}

function number(
  name: string,
  values: (source: Source) => Float64Array,
  single: (explanation: Explanation) => number | null,
): ScoredColumn {
  return {
    name,
    kind: 'number',
    of: (source) => {
      const column = values(source)
      for (const [row, explanation] of source.single) column[row] = single(explanation) ?? NaN
      return { kind: 'number', values: column }
    },
  }
}

function band(
  name: string,
  { bands }: Plan,
  codes: (source: Source) => Int16Array,
  single: (explanation: Explanation) => string | null,
): ScoredColumn {
  return {
    name,
    kind: 'text',
    of: (source) => {
      const column = codes(source)
      for (const [row, explanation] of source.single) column[row] = bands.indexOf(single(explanation) ?? '')
      return { kind: 'codes', codes: column, dictionary: bands }
    },
  }
}

/** Words about some rows; empty for the others. */
function said(name: string, of: (source: Source) => ReadonlyMap<number, string | null>): ScoredColumn {
  return {
    name,
    kind: 'text',
    of: (source) => {
      const texts = of(source)
      const length = source.scores.length
      if (texts.size === 0) return { kind: 'codes', codes: new Int8Array(length).fill(-1), dictionary: [] }
      const values = Array<string | null>(length).fill(null)
      for (const [row, text] of texts) values[row] = text
      return words(values)
    },
  }
}

/** Scores as a person sees them; there are few different ones, so each is written once. */
function shownColumn(model: Model): ScoredColumn['of'] {
  const scales = model.segments.map((segment) => segment.root.scale)
  return ({ scores, single }) => {
    const dictionary: string[] = []
    const known = new Map<string, number>()
    const byNumber = scales.map(() => new Map<number, number>())
    const codeOf = (text: string): number => {
      const code = known.get(text)
      if (code !== undefined) return code
      known.set(text, dictionary.length)
      return dictionary.push(text) - 1
    }
    const codes = new Int32Array(scores.length).fill(-1)
    const rounded = scores.account!.shown
    for (let row = 0; row < scores.length; row++) {
      const segment = scores.segment[row]!
      const value = rounded[row]!
      if (segment < 0 || Number.isNaN(value)) continue
      const seen = byNumber[segment]!.get(value)
      codes[row] = seen ?? codeOf(shown(value, scales[segment]!))
      if (seen === undefined) byNumber[segment]!.set(value, codes[row]!)
    }
    for (const [row, explanation] of single) codes[row] = explanation.shown === null ? -1 : codeOf(explanation.shown)
    return { kind: 'codes', codes, dictionary }
  }
}

function measureColumns(path: string, ready: Plan): ScoredColumn[] {
  const of = (scores: Scores): NonNullable<ReturnType<NonNullable<Scores['explanation']>['measures']['get']>> =>
    scores.explanation!.measures.get(path)!
  const at = (one: Explanation): ReturnType<typeof measureAt> => measureAt(one, path)
  return [
    {
      name: `${path}.state`,
      kind: 'text',
      of: ({ scores }) => ({ kind: 'codes', codes: of(scores).state, dictionary: states }),
    },
    band(
      `${path}.band`,
      ready,
      ({ scores }) => of(scores).band,
      (one) => at(one)?.band ?? null,
    ),
    number(
      `${path}.points`,
      ({ scores }) => of(scores).points,
      (one) => at(one)?.points ?? null,
    ),
    number(
      `${path}.weight`,
      ({ scores }) => of(scores).effectiveWeight,
      (one) => at(one)?.effectiveWeight ?? null,
    ),
    number(
      `${path}.lost`,
      ({ scores }) => of(scores).lost,
      (one) => at(one)?.lost ?? null,
    ),
  ]
}

function resultColumn(name: string, at: number, type: string): ScoredColumn {
  return {
    name,
    kind: type === 'number' ? 'number' : 'text',
    of: ({ scores }) => {
      const column = scores.account!.results[at]!
      if (column.kind === 'text') return { kind: 'codes', codes: column.codes, dictionary: column.dictionary }
      if (type === 'number') return { kind: 'number', values: column.values }
      const say = type === 'date' ? isoDate : (value: number) => (value === 0 ? 'no' : 'yes')
      return words(Array.from(column.values, (value) => (Number.isNaN(value) ? null : say(value))))
    },
  }
}

/** Labels of the indicators that hold, joined: each combination that occurs is written once. */
function indicatorColumn(model: Model): ScoredColumn['of'] {
  return ({ scores }) => {
    const flags = scores.account!.indicators
    const dictionary: string[] = []
    const known = new Map<string, number>()
    const codes = new Int32Array(scores.length).fill(-1)
    for (let row = 0; row < scores.length && flags.length > 0; row++) {
      const text = model.indicators
        .filter((_, at) => flags[at]![row] === 1)
        .map((one) => one.label)
        .join('; ')
      if (text === '') continue
      const code = known.get(text) ?? dictionary.push(text) - 1
      known.set(text, code)
      codes[row] = code
    }
    return { kind: 'codes', codes, dictionary }
  }
}

function words(values: readonly (string | null)[]): OutputColumn {
  return { kind: 'text', values }
}
