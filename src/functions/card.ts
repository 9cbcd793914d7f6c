import type { DimensionExplanation, Explanation, MeasureExplanation, State } from '../model/explanation.ts'
import type { AnswerCell, Card, CardRow } from './call.ts'
import { calculatedText } from './calculated.ts'
import { cellError } from './cell-error.ts'
import type { ColumnFunction } from './column-function.ts'
import { bandLabel, segmentOf } from './labels.ts'
import { type Account, notesOf } from './scored.ts'

/** HEALTH.CARD: every part of the score, to be opened by a click. */
export const card: ColumnFunction = {
  nearest: true,
  explained: (explanation, account) => {
    if (explanation.score === null) {
      return cellError('notAvailable', explanation.noScoreBecause ?? 'nothing that counts has data')
    }
    const sections = [
      ...explanation.dimensions.filter(isActive).map((dimension) => ({
        title: dimension.label,
        rows: [dimensionRow(dimension, account, 'Score'), ...rowsBelow(dimension, account)],
      })),
      ...measureSection(explanation),
      ...changes(explanation),
    ]
    return carded(explanation, account, sections)
  },
}

/** What HEALTH itself carries: the score of every dimension, small enough for thousands of cells. */
export function briefCard(explanation: Explanation, account: Account): AnswerCell {
  const dimensions = explanation.dimensions.filter((one) => one.score !== null)
  const rows = dimensions.map((dimension) => dimensionRow(dimension, account, dimension.label))
  const measures = dimensions.length > 0 ? [] : measureSection(explanation)
  return carded(explanation, account, [...(rows.length > 0 ? [{ title: 'Dimensions', rows }] : []), ...measures])
}

function carded(explanation: Explanation, account: Account, parts: Card['sections']): AnswerCell {
  const { model } = account.binding.applied
  const segment = segmentOf(model, explanation.segment)
  const scale = (segment ?? model.segments[0]!).root.scale
  const notes = notesOf(account, explanation)
  const before = calculatedText(model, explanation)
  const whole: CardRow[] = [
    ...(explanation.band === null ? [] : [plain('Band', bandLabel(model, segment, explanation.band))]),
    ...(before === null ? [] : [plain('Calculated', before, 'before overrides')]),
    plain('Segment', segment?.label ?? ''),
    ...(explanation.coverage === null ? [] : [plain('Data for', percent(explanation.coverage), 'of the weight')]),
    ...(explanation.nearest === null ? [] : [nearest(explanation.nearest, account)]),
    ...explanation.indicators.map(({ kind, label }) => plain(kind === 'risk' ? 'Risk' : 'Opportunity', label)),
  ]
  return {
    kind: 'carded',
    value: explanation.score!,
    decimals: scale.decimals,
    card: {
      title: `${explanation.account ?? model.label}: ${explanation.shown}`,
      sections: [
        { title: model.label, rows: named(whole) },
        ...parts.map(({ title, rows }) => ({ title, rows: named(rows) })),
        ...(notes.length > 0 ? [{ title: 'Notes', rows: named(notes.map((note) => plain('Note', note))) }] : []),
      ],
    },
  }
}

function changes({ modifiers }: Explanation): Card['sections'] {
  if (modifiers.length === 0) return []
  const rows = modifiers.map((one): CardRow => {
    const what = one.of === '' ? one.kind : `${one.kind} of ${one.of}`
    const note = [one.because, one.author && `by ${one.author}`, one.until && `until ${one.until}`]
    return plain(what, one.after ?? one.band ?? '', note.filter(Boolean).join(', ') || null)
  })
  return [{ title: 'Changes', rows }]
}

function rowsBelow(dimension: DimensionExplanation, account: Account): CardRow[] {
  return [
    ...dimension.dimensions
      .filter(isActive)
      .flatMap((child) => [dimensionRow(child, account, child.label), ...rowsBelow(child, account)]),
    ...dimension.measures.filter(isActive).map(measureRow),
  ]
}

function measureSection({ measures }: Explanation): Card['sections'] {
  return measures.length === 0 ? [] : [{ title: 'Measures', rows: measures.filter(isActive).map(measureRow) }]
}

function dimensionRow(one: DimensionExplanation, { binding: { applied } }: Account, label: string): CardRow {
  const band = one.band === null ? null : bandLabel(applied.model, null, one.band)
  return plain(label, rounded(one.score) ?? WORDS[one.state], [band, cost(one.lost)].filter(Boolean).join(', ') || null)
}

function measureRow(one: MeasureExplanation): CardRow {
  const value = one.valueShown ?? WORDS[one.state]
  const note = [one.because ?? one.threshold ?? one.band, cost(one.lost)].filter(Boolean).join(', ')
  return plain(one.label, value, note === '' ? null : note)
}

/** What is not asked of this account would only be in the way. */
function isActive({ state }: { readonly state: State }): boolean {
  return state !== 'off' && state !== 'notApplicable'
}

const WORDS: Readonly<Record<State, string>> = {
  scored: 'no score',
  missing: 'no data',
  stale: 'stale',
  notApplicable: 'does not apply',
  off: 'off',
}

function nearest({ label, from, to, band, score }: NonNullable<Explanation['nearest']>, account: Account): CardRow {
  const { model } = account.binding.applied
  const change = from === null ? `${label} to ${to}` : `${label} from ${from} to ${to}`
  return plain('To lift it', change, `makes ${rounded(score)} ${bandLabel(model, null, band)}`)
}

function plain(label: string, value: number | string, note: string | null = null): CardRow {
  return { label, value, note }
}

/** Labels of one section are keys to a host: a second one of a name is numbered. */
function named(rows: readonly CardRow[]): readonly CardRow[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const count = (seen.get(row.label) ?? 0) + 1
    seen.set(row.label, count)
    return count === 1 ? row : { ...row, label: `${row.label} ${count}` }
  })
}

function cost(lost: number | null): string | null {
  return lost === null || lost < 0.005 ? null : `costs ${rounded(lost)}`
}

function rounded(value: number): number
function rounded(value: number | null): number | null
function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toFixed(2))
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}
