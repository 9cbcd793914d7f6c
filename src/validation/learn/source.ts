import { isoDate } from '../../engine/days.ts'
import type { Input } from '../../model/input.ts'
import type { Band } from '../../model/judge.ts'
import { format } from '../../parser/index.ts'
import { literal, namer, quoted } from '../../parser/names.ts'
import type { Banded, BandedChoice, BandedNumber } from './banded.ts'
import { inputText } from './input-text.ts'
import type { Learned, Learning } from './learn.ts'
import type { FittedMeasure } from './fit.ts'
import { STEPS } from './weights.ts'
import { percent, tallyText } from './tally-text.ts'

/** How the model is to be called and what it scores on. */
export interface SourceOptions {
  readonly name: string
  readonly label: string
  /** Of every candidate, by name, and of the column that names the accounts. */
  readonly inputs: ReadonlyMap<string, Input>
  /** Worst first: three rungs. */
  readonly ladder: readonly Band[]
  readonly scale: { readonly low: number; readonly high: number }
  /** How measures and outcomes lie in time, in a sentence; null where rows were given as they are. */
  readonly design: string | null
  /** The choice whose values were learned each by itself. */
  readonly by?: string
  /** The label of the model in use. */
  readonly current: string | null
}

/** A ladder of three rungs from 0 to 100. */
export const LADDER: readonly Band[] = [
  { name: 'poor', label: 'Poor', points: 0, color: 'red' },
  { name: 'concerning', label: 'Concerning', points: 50, color: 'amber' },
  { name: 'healthy', label: 'Healthy', points: 100, color: 'green' },
]

/** What was learned, as the text of a model in canonical form, with its evidence in comments. */
export function sourceOf(learning: Learning, learned: Learned, options: SourceOptions): string {
  const { measures } = learned.fitted
  const keys = [...options.inputs.values()].filter(({ role }) => role === 'account')
  const apart = learning.segments.flatMap(({ own }) => (own === null ? [] : own.fitted.measures))
  const names = [...measures, ...apart].map(({ banded }) => banded.name)
  const by = apart.length > 0 && options.by !== undefined ? [options.by] : []
  const used = [...new Set([...names, ...by])].map((name) => options.inputs.get(name)!)
  const { low, high } = options.scale
  const lines = [
    `/// A proposal learned from outcomes: for a person to read, change and publish.`,
    `model ${options.name} ${quoted(options.label)}`,
    '',
    ...aboutData(learning, options).map(comment),
    ...aboutFit(learned, learning, options).map(comment),
    '',
    'inputs {',
    ...[...keys, ...used].map(inputText),
    '}',
    '',
    ladderText(options.ladder),
    '',
    'missing skip',
    `scale ${low} to ${high}`,
    high - low > 10 ? 'show 0 decimals' : 'show 1 decimal',
    ...bandLines(learned, options),
    '',
    ...measures.flatMap((measure) => measureLines(measure, learned, options)),
    ...segmentsLines(learning, learned, options),
  ]
  return format(`${lines.join('\n')}\n`, 'learned.salus').text
}

function aboutData(
  { rows, accounts, events, days, hash, seed }: Learning,
  { design }: SourceOptions,
): readonly string[] {
  const span = days === null ? '' : `, ${isoDate(days[0])} to ${isoDate(days[1])}`
  return [
    `Learned from ${rows} outcomes of ${accounts} accounts, ${events} of them churn (${percent(events / rows)})${span}.`,
    ...(design === null ? [] : [design]),
    `Data ${hash.slice(0, 16)}, seed ${seed}.`,
  ]
}

function aboutFit(learned: Learned, { split }: Learning, { current }: SourceOptions): readonly string[] {
  const { crossValidation: validated, forward, comparison } = learned
  const { folds, repeats } = split
  const spread = `± ${validated.deviation.toFixed(3)}`
  return [
    `AUC on accounts not learned from: ${validated.mean.toFixed(3)} ${spread} (${folds} parts, ${repeats} times over, everything learned anew).`,
    ...(forward === null
      ? []
      : [
          `Learned before ${isoDate(forward.from)}, AUC on the ${forward.rows} outcomes from then on: ${areaText(forward.area)}.`,
        ]),
    ...(comparison === null
      ? []
      : [
          `${current ?? 'The model in use'} on the same ${comparison.rows} outcomes: ${comparison.second.toFixed(3)}` +
            ` against ${comparison.first.toFixed(3)}, p ${pText(comparison.p)} (paired, DeLong).`,
        ]),
  ]
}

function areaText({ auc, interval }: NonNullable<Learned['crossValidation']['area']>): string {
  return interval === null
    ? auc.toFixed(3)
    : `${auc.toFixed(3)} [${interval.low.toFixed(3)}, ${interval.high.toFixed(3)}]`
}

function pText(p: number): string {
  return p < 0.001 ? '< 0.001' : `= ${p.toFixed(3)}`
}

function ladderText(ladder: readonly Band[]): string {
  const rungs = ladder.map(
    ({ name, label, points, color }) =>
      `${name} ${quoted(label)} = ${points}${color === null ? '' : ` ${/^[a-z]+$/i.test(color) ? color : quoted(color)}`}`,
  )
  return `ladder ${rungs.join(', ')}`
}

function bandLines(learned: Learned, { ladder, scale }: SourceOptions): readonly string[] {
  const { bands } = learned.fitted
  if (bands === null)
    return [comment('The score itself falls into no bands that differ: its scale is cut evenly.'), 'bands even']
  const rungs = rungsFor(bands.tallies.length, ladder)
  const at = (cut: number): string => String(Number((scale.low + ((scale.high - scale.low) * cut) / 100).toFixed(9)))
  const chain = rungs
    .map(({ name }, rank) => (rank === 0 ? name : `< ${at(bands.cuts[rank - 1]!)} <= ${name}`))
    .join(' ')
  return [
    comment('By band of the score, on accounts not learned from:'),
    ...ladder.flatMap(({ name }, rank) => {
      const tally = learned.crossValidation.bands[rank]!
      return tally.rows === 0 ? [] : [comment(`  ${name}: ${tallyText(tally)}`)]
    }),
    `bands ${chain}`,
  ]
}

function measureLines({ banded, steps }: FittedMeasure, learned: Learned, options: SourceOptions): readonly string[] {
  const rungs = rungsFor(banded.bands.length, options.ladder)
  const stable = learned.stability?.get(banded.name)
  const judge =
    banded.kind === 'number' ? chainText(banded, rungs) : choiceText(banded, rungs, options.inputs.get(banded.name)!)
  return [
    ...banded.bands.map((tally, rank) => comment(`${rungs[rank]!.name}: ${tallyText(tally)}`)),
    ...(banded.missing.rows === 0 ? [] : [comment(`no value: ${tallyText(banded.missing)}`)]),
    ...(stable === undefined
      ? []
      : [comment(`chosen in ${Math.round(100 * stable.chosen)}% of resamples, weight ${weightText(stable.weight)}`)]),
    `measure ${banded.name} ${judge} weight ${steps * (100 / STEPS)}%`,
    '',
  ]
}

function segmentsLines({ segments }: Learning, shared: Learned, options: SourceOptions): readonly string[] {
  const nameOf = namer(['default', ...options.inputs.keys()])
  return segments.flatMap(({ value, rows, events, own, shared: together }) => {
    const all = together === null ? '' : `, AUC by what all taught ${together.toFixed(3)}`
    const about = `${value}: ${rows} outcomes, ${events} of them churn${all}`
    return own === null
      ? [comment(`${about}: shares the thresholds and weights above.`), '']
      : segmentLines({ value, name: nameOf(value, 'segment'), about }, own, shared, options)
  })
}

/** A segment of its own says everything anew, and switches off what it does not use. */
function segmentLines(
  { value, name, about }: { readonly value: string; readonly name: string; readonly about: string },
  own: Learned,
  shared: Learned,
  options: SourceOptions,
): readonly string[] {
  const { mean, deviation } = own.crossValidation
  const used = new Set(own.fitted.measures.map(({ banded }) => banded.name))
  const input = options.inputs.get(options.by!)!
  const is = input.type === 'yes/no' ? value : quoted(value)
  return [
    comment(`${about}, by itself ${mean.toFixed(3)} ± ${deviation.toFixed(3)}, on accounts not learned from.`),
    `segment ${name} ${quoted(value)} when ${input.name} = ${is} {`,
    ...bandLines(own, options),
    '',
    ...own.fitted.measures.flatMap((measure) => measureLines(measure, own, options)),
    ...shared.fitted.measures.flatMap(({ banded }) => (used.has(banded.name) ? [] : [`${banded.name} off`])),
    '}',
    '',
  ]
}

function weightText([low, high]: readonly [number, number]): string {
  const [from, to] = [low, high].map((share) => `${Math.round(100 * share)}%`)
  return from === to ? from! : `${from} to ${to}`
}

function chainText({ cuts, rising }: BandedNumber, rungs: readonly Band[]): string {
  const upward = rising ? rungs : rungs.toReversed()
  return upward.map(({ name }, at) => (at === 0 ? name : `< ${cuts[at - 1]!.text} <= ${name}`)).join(' ')
}

function choiceText({ ranks }: BandedChoice, rungs: readonly Band[], input: Input): string {
  const levels = levelsOf(input)
  const value = (level: string): string => (input.type === 'yes/no' ? level : literal(level))
  const rows = rungs.flatMap(({ name }, rank) => {
    const own = levels.filter((_, at) => ranks[at] === rank)
    return own.length === 0 ? [] : [`${name} = ${own.map(value).join(' or ')}`]
  })
  return [...rows, ...(ranks.includes(-1) ? ['otherwise unscored'] : [])].join(', ')
}

/** The values of a choice, in the order of its candidate's levels. */
export function levelsOf(input: Input): readonly string[] {
  return input.type === 'yes/no' ? ['no', 'yes'] : input.choices
}

/** Of two bands the middle rung is not one. */
function rungsFor(count: Banded['bands']['length'], ladder: readonly Band[]): readonly Band[] {
  return count === 2 ? [ladder[0]!, ladder[2]!] : ladder
}

function comment(text: string): string {
  return `// ${text}`
}
