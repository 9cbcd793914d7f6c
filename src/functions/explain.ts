import type { DimensionExplanation, Explanation, MeasureExplanation } from '../model/explanation.ts'
import type { Answer, AnswerCell } from './call.ts'
import { calculatedText } from './calculated.ts'
import { bandLabel, segmentOf } from './labels.ts'
import { nearTexts } from './near-texts.ts'
import { type Account, explain, notesOf, unreadableCells } from './scored.ts'

const HEADERS = ['Part', 'Value', 'Band', 'Points', 'Weight', 'Lost', 'Because']

/** HEALTH.EXPLAIN: a row for the whole, for every dimension and measure, for what changed a score, and for what is to be said of the data. */
export function explainTable(account: Account): Answer {
  const explanation = explain(account, { nearest: true })
  const label = labeller(account, explanation)
  const unreadable = new Map(unreadableCells(account).map(({ input, sentence }) => [input, sentence]))
  const measures = (one: MeasureExplanation, depth: number): AnswerCell[] =>
    measureRow(one, depth, label, unreadable.get(inputOf(account, one.name)) ?? null)
  return [
    HEADERS,
    wholeRow(account, explanation, label),
    ...explanation.dimensions.flatMap((one) => dimensionRows(one, 0, label, measures)),
    ...explanation.measures.map((one) => measures(one, 0)),
    ...explanation.modifiers.map((one) => changeRow(one, label)),
    ...asides(account, explanation, label),
  ]
}

type Label = (band: string | null) => string | null

function labeller({ binding: { applied } }: Account, explanation: Explanation): Label {
  const segment = segmentOf(applied.model, explanation.segment)
  return (band) => band && bandLabel(applied.model, segment, band)
}

function wholeRow({ binding: { applied } }: Account, explanation: Explanation, label: Label): AnswerCell[] {
  const { segment, band, score, shortfall, noScoreBecause } = explanation
  const before = calculatedText(applied.model, explanation)
  return [
    applied.model.label,
    segmentOf(applied.model, segment)?.label ?? null,
    label(band),
    score,
    score === null ? null : 1,
    shortfall,
    noScoreBecause ?? (before && `calculated ${before}`),
  ]
}

function dimensionRows(
  one: DimensionExplanation,
  depth: number,
  label: Label,
  measures: (measure: MeasureExplanation, depth: number) => AnswerCell[],
): AnswerCell[][] {
  const state = one.score === null ? WORDS[one.state] : null
  return [
    [indent(depth) + one.label, null, label(one.band), one.score, one.effectiveWeight, one.lost, state],
    ...one.dimensions.flatMap((child) => dimensionRows(child, depth + 1, label, measures)),
    ...one.measures.map((measure) => measures(measure, depth + 1)),
  ]
}

function measureRow(one: MeasureExplanation, depth: number, label: Label, unreadable: string | null): AnswerCell[] {
  const reason = one.because ?? (one.points === null ? WORDS[one.state] : one.threshold)
  return [
    indent(depth) + one.label,
    one.valueShown,
    label(one.band),
    one.points,
    one.effectiveWeight,
    one.lost,
    unreadable ?? (one.state === 'stale' && one.points !== null ? `stale; ${reason ?? ''}` : reason),
  ]
}

function changeRow(one: Explanation['modifiers'][number], label: Label): AnswerCell[] {
  const what = one.of === '' ? one.kind : `${one.kind} of ${one.of}`
  const reason = [one.because, one.author && `by ${one.author}`, one.until && `until ${one.until}`].filter(Boolean)
  return [what, null, label(one.band), one.after, null, one.lost, reason.join(', ') || null]
}

/** What would lift the band, indicators, and notes on the data. */
function asides(account: Account, explanation: Explanation, label: Label): AnswerCell[][] {
  const { nearest, indicators } = explanation
  const aside = (what: string, text: string): AnswerCell[] => [what, null, null, null, null, null, text]
  const lift = nearest && `${nearest.label}${nearest.from === null ? '' : ` from ${nearest.from}`} to ${nearest.to}`
  return [
    ...(nearest && lift !== null
      ? [['To lift it', lift, label(nearest.band), nearest.score, null, null, 'the nearest change']]
      : []),
    ...indicators.map((one) => aside(one.kind === 'risk' ? 'Risk' : 'Opportunity', one.label)),
    ...[...notesOf(account, explanation), ...nearTexts(account)].map((note) => aside('Note', note)),
  ]
}

/** The input that a measure judges, where it judges one. */
function inputOf({ binding: { applied } }: Account, name: string): string {
  for (const { root } of applied.model.segments) {
    const stack = [...root.children]
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      if (member.kind === 'dimension') stack.push(...member.children)
      else if (member.name === name && member.value?.expression.kind === 'input') return member.value.expression.name
    }
  }
  return ''
}

const WORDS = {
  scored: null,
  missing: 'no data',
  stale: 'stale',
  notApplicable: 'does not apply',
  off: 'off',
} as const

function indent(depth: number): string {
  return '  '.repeat(depth)
}
