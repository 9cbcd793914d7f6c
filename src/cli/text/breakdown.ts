import { shown } from '../../engine/rounding.ts'
import type { Band } from '../../model/judge.ts'
import type {
  DimensionExplanation,
  Explanation,
  MeasureExplanation,
  ModifierExplanation,
} from '../../model/explanation.ts'
import type { Model } from '../../model/model.ts'
import { segmentRoot } from '../../model/segment-root.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedCell, type PrintedColumn } from './table.ts'

const columns: readonly PrintedColumn[] = [
  { title: '', align: 'left', most: 44 },
  { title: 'value', align: 'right', most: 18 },
  { title: 'band', align: 'left' },
  { title: 'because', align: 'left', most: 40 },
  { title: 'points', align: 'right' },
  { title: 'weight', align: 'right' },
  { title: 'lost', align: 'right' },
]

/** Everything about one account's score, to be read without the docs. */
export function printBreakdown(
  model: Model,
  explanation: Explanation,
  style: Style,
  name: string | null = null,
): string[] {
  const root = segmentRoot(model, explanation.segment)
  const bands = root?.bands ?? model.ladder
  const known = new Set(bands.map((band) => band.name))
  const all: Ladders = (band) => (band !== null && known.has(band) ? bands : model.ladder)
  const rows = [
    ...explanation.dimensions.flatMap((dimension) => dimensionRows(dimension, 0, all, style)),
    ...explanation.measures.map((measure) => measureRow(measure, 0, all, style)),
    ...explanation.modifiers.map((modifier) => modifierRow(modifier)),
  ]
  return [
    ...headline(model, explanation, bands, style, name),
    '',
    ...printTable(columns, rows, style.dim).map((line) => `  ${line}`),
    '',
    ...footing(
      explanation,
      bands.at(-1)?.name ?? null,
      (score) => (root ? shown(score, root.scale) : String(score)),
      style,
    ),
  ]
}

/** The rungs among which a band is to be coloured. */
type Ladders = (name: string | null) => readonly Band[]

function headline(
  model: Model,
  explanation: Explanation,
  bands: readonly Band[],
  style: Style,
  name: string | null,
): string[] {
  const who = [explanation.account ?? 'This account', name].filter(Boolean).join('  ')
  const score = explanation.shown ?? 'no score'
  const label = bands.find((band) => band.name === explanation.band)?.label ?? explanation.band ?? ''
  const segment = model.segments.find((one) => one.name === explanation.segment)
  const facts = [
    model.label + (model.version === null ? '' : ` version ${model.version}`),
    segment ? `segment ${segment.label}` : 'no segment',
    explanation.coverage === null ? null : `data for ${percent(explanation.coverage)} of the weight`,
  ].filter(Boolean)
  const lines = [
    `${style.bold(who)}   ${style.band(`${score} ${label}`.trim(), bands, explanation.band)}`,
    style.dim(facts.join(' · ')),
  ]
  if (explanation.noScoreBecause !== null) lines.push(`No score: ${explanation.noScoreBecause}`)
  if (explanation.scoreBefore !== explanation.score || explanation.bandBefore !== explanation.band) {
    const before =
      segment && explanation.scoreBefore !== null ? shown(explanation.scoreBefore, segment.root.scale) : 'no score'
    lines.push(`Calculated ${before} ${explanation.bandBefore ?? ''} before overrides`)
  }
  return lines
}

function dimensionRows(dimension: DimensionExplanation, depth: number, bands: Ladders, style: Style): PrintedCell[][] {
  const title = '  '.repeat(depth) + dimension.label
  const own: PrintedCell[] = [
    { text: title, styled: style.bold(title) },
    { text: '' },
    bandCell(dimension.band ?? stateWord(dimension.state), bands, dimension.band, style),
    { text: '' },
    { text: number(dimension.score) },
    { text: percent(dimension.effectiveWeight) },
    { text: lost(dimension.lost) },
  ]
  return [
    own,
    ...dimension.dimensions.flatMap((child) => dimensionRows(child, depth + 1, bands, style)),
    ...dimension.measures.map((measure) => measureRow(measure, depth + 1, bands, style)),
  ]
}

function measureRow(measure: MeasureExplanation, depth: number, bands: Ladders, style: Style): PrintedCell[] {
  const word = measure.band ?? (measure.points === null ? stateWord(measure.state) : '')
  const flag = measure.state === 'stale' && measure.band !== null ? ' (stale)' : ''
  return [
    { text: '  '.repeat(depth) + measure.label },
    { text: measure.valueShown ?? (measure.state === 'missing' ? '–' : '') },
    bandCell(word + flag, bands, measure.band, style),
    { text: measure.because ?? (measure.points === null ? '' : (measure.threshold ?? '')) },
    { text: number(measure.points) },
    { text: measure.points === null ? '' : percent(measure.effectiveWeight) },
    { text: lost(measure.lost) },
  ]
}

function modifierRow(modifier: ModifierExplanation): PrintedCell[] {
  const of = modifier.of === '' ? '' : ` of ${modifier.of}`
  const change =
    modifier.after === null ? (modifier.band ?? '') : `${number(modifier.before)} → ${number(modifier.after)}`
  const reason = [
    modifier.because,
    modifier.author && `by ${modifier.author}`,
    modifier.until && `until ${modifier.until}`,
  ]
  return [
    { text: `${modifier.kind}${of}` },
    { text: change },
    { text: modifier.band ?? '' },
    { text: reason.filter(Boolean).join(', ') },
    { text: '' },
    { text: '' },
    { text: lost(modifier.lost) },
  ]
}

function bandCell(text: string, bands: Ladders, name: string | null, style: Style): PrintedCell {
  return { text, styled: style.band(text, bands(name), name) }
}

function stateWord(state: MeasureExplanation['state']): string {
  return { scored: '', missing: 'no data', stale: 'stale', notApplicable: 'not applicable', off: 'off' }[state]
}

function footing(
  explanation: Explanation,
  best: string | null,
  say: (score: number) => string,
  style: Style,
): string[] {
  const lines: string[] = []
  if (explanation.shortfall !== null && explanation.score !== null) {
    const reachable = number(explanation.score + explanation.shortfall)
    lines.push(
      explanation.shortfall === 0
        ? 'Nothing is lost: this is the best this account can score.'
        : `${number(explanation.shortfall)} points are lost against the ${reachable} it could reach: the sum of the last column.`,
    )
  }
  const without = skipped(explanation).map((measure) => measure.label)
  if (without.length > 0 && explanation.score !== null) {
    lines.push(
      `No data for ${without.join(', ')}: ${without.length === 1 ? 'its' : 'their'} weight is shared among the rest.`,
    )
  }
  const { nearest } = explanation
  if (nearest) {
    const from = nearest.from === null ? '' : ` from ${nearest.from}`
    lines.push(
      `Nearest change that lifts it: ${nearest.label}${from} to ${nearest.to} makes ${say(nearest.score)} ${nearest.band}.`,
    )
  }
  if (!nearest && explanation.score !== null && (explanation.shortfall ?? 0) > 0 && explanation.band !== best) {
    lines.push('No single change of one measure lifts its band.')
  }
  for (const indicator of explanation.indicators) {
    lines.push(`${indicator.kind === 'risk' ? 'Risk' : 'Opportunity'}: ${indicator.label}`)
  }
  for (const [name, value] of Object.entries(explanation.results)) {
    lines.push(`${name}: ${typeof value === 'number' ? number(value) : (value ?? 'missing')}`)
  }
  return lines.map((line) => (line.startsWith('Risk') ? style.bold(line) : line))
}

/** Measures left out for want of data, in dimensions that would count with it. */
function skipped(group: Pick<DimensionExplanation, 'dimensions' | 'measures'>): MeasureExplanation[] {
  const counted = group.dimensions.filter((dimension) => dimension.weight > 0 && dimension.state !== 'off')
  return [
    ...group.measures.filter((measure) => measure.points === null && measure.weight > 0 && isWithoutData(measure)),
    ...counted.flatMap(skipped),
  ]
}

function isWithoutData({ state }: MeasureExplanation): boolean {
  return state === 'missing' || state === 'stale'
}

/** Up to two decimals, without trailing zeros. */
function number(value: number | null): string {
  return value === null ? '' : String(Number(value.toFixed(2)))
}

function lost(value: number | null): string {
  return value === null || Math.abs(value) < 5e-10 ? '' : number(value) === '0' ? value.toPrecision(1) : number(value)
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}
