import type { Guess } from './guess.ts'
import { figureText } from './judge.ts'
import { literal, quoted } from '../../parser/names.ts'
import { percentOf } from './claims.ts'
import type { Plan, PlannedDimension, PlannedMeasure } from './plan.ts'

/** The plan of a model as its text. */
export function writeModel(plan: Plan, name: string, label: string | null): string {
  const lines = [
    `model ${name}${label === null ? '' : ` ${quoted(label)}`}`,
    '',
    '// Made from pasted tables. "guess" marks what they leave open, "chosen" where they contradict themselves:',
    '// both are for a person to confirm.',
    '',
    ...inputLines(plan),
    '',
    ...ladderLines(plan),
    '// guess: the tables do not say what a missing value counts as',
    'missing skip',
    ...(plan.weights.asGiven === null
      ? []
      : [`// chosen: ${plan.weights.asGiven}; each counts by its part of the sum`, 'weights as given']),
    '',
    ...plan.dimensions.flatMap((dimension) => [...dimensionLines(dimension, plan), '']),
    ...plan.draft.variants.slice(1).flatMap((_, at) => [...segmentLines(at + 1, plan), '']),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function inputLines(plan: Plan): readonly string[] {
  const measures = plan.dimensions.flatMap((dimension) => dimension.measures)
  return [
    'inputs {',
    ...measures.filter((measure) => measure.input === measure.name).flatMap(inputOf),
    ...(plan.segmentInput === null
      ? []
      : [
          '  // guess: the tables name the segments, not the column that tells them',
          `  ${plan.segmentInput} text "Customer segment"`,
        ]),
    '}',
  ]
}

function inputOf(measure: PlannedMeasure): readonly string[] {
  const { guess } = measure
  const input = `  ${measure.input} ${typeText(guess)} ${quoted(measure.label)}${domainText(guess)}`
  return guess.because === null ? [input] : [`  // guess: ${guess.because}`, input]
}

function typeText(guess: Guess): string {
  return guess.type === 'choice' ? `one of ${guess.choices.map(literal).join(', ')}` : guess.type
}

function domainText(guess: Guess): string {
  if (guess.domain === null) return ''
  const [low, high] = [guess.domain.low, guess.domain.high].map((end) =>
    figureText(guess.bareIsPercent && !end.percent ? percentOf(end) : end),
  )
  return ` in ${low!} to ${high!}`
}

/** The ladder that every model has by default need not be written. */
function ladderLines(plan: Plan): readonly string[] {
  const usual = ['poor', 'concerning', 'healthy']
  if (plan.bands.every((band) => usual.includes(band))) return []
  const last = Math.max(1, plan.bands.length - 1)
  const rungs = plan.bands.map(
    (band, at) => `${band} = ${Math.round((at / last) * 1000) / 100} ${COLORS[plan.draft.bands[at]!.rank] ?? 'amber'}`,
  )
  return ['// guess: points in even steps from 0 to 10', `ladder ${rungs.join(', ')}`, '']
}

const COLORS = ['red', 'amber', 'green']

function dimensionLines(dimension: PlannedDimension, plan: Plan): readonly string[] {
  const measures = dimension.measures.flatMap((measure) =>
    measureLines(measure, 0, plan, dimension.name === null ? '' : '  '),
  )
  if (dimension.name === null) return measures
  const weight = plan.weights.of(0, dimension.key)
  return [
    `dimension ${dimension.name} ${quoted(dimension.label ?? '')}${weight === null ? '' : ` weight ${weight}`} {`,
    ...(measures.length > 0
      ? measures
      : [
          `  // open: what is ${quoted(dimension.label ?? '')} measured by? Its columns go into \`inputs\`, its measures here.`,
        ]),
    '}',
  ]
}

/** A measure that only a segment scores stands here too, switched off. */
function measureLines(measure: PlannedMeasure, variant: number, plan: Plan, indent: string): readonly string[] {
  const judge = measure.judges[variant] ?? measure.judges.find((other) => other !== null)
  const weight = plan.weights.of(variant, measure.key)
  const off = measure.judges[variant] === null
  const lines = [
    ...(measure.description === '' || variant > 0 ? [] : [`/// ${measure.description}`]),
    ...(judge?.choices ?? []).map((choice) => `// chosen: ${choice}`),
    `measure ${measure.name}${measure.input === measure.name || variant > 0 ? '' : ` = ${measure.input}`} ${judge?.text ?? ''}` +
      `${weight === null || variant > 0 ? '' : ` weight ${weight}`}${off ? ' off' : ''}`,
  ]
  return lines.map((line) => `${indent}${line}`)
}

function segmentLines(variant: number, plan: Plan): readonly string[] {
  const label = plan.draft.variants[variant]!.label ?? plan.segments[variant]!
  return [
    '// guess: how an account is told to be in it',
    `segment ${plan.segments[variant]!} ${quoted(label)} when ${plan.segmentInput!} = ${quoted(label)} {`,
    ...weightAmendments(variant, plan),
    ...plan.dimensions.flatMap((dimension) => dimensionAmendments(dimension, variant, plan)),
    '}',
  ]
}

function weightAmendments(variant: number, plan: Plan): readonly string[] {
  const changed = plan.dimensions.flatMap((dimension) => {
    const own = [
      ...(dimension.name === null || goesOff(dimension, variant, plan)
        ? []
        : [[dimension.name, dimension.key] as const]),
      ...dimension.measures.map((measure) => [pathOf(dimension, measure), measure.key] as const),
    ]
    return own.flatMap(([path, key]) => {
      const weight = plan.weights.of(variant, key)
      return weight === null || weight === plan.weights.of(0, key) ? [] : [`${path} ${weight}`]
    })
  })
  return changed.length === 0 ? [] : [`  weight ${changed.join(', ')}`]
}

function dimensionAmendments(dimension: PlannedDimension, variant: number, plan: Plan): readonly string[] {
  if (dimension.name !== null && goesOff(dimension, variant, plan)) return [`  ${dimension.name} off`]
  const switches = dimension.measures.flatMap((measure) => {
    const [before, after] = [measure.judges[0] !== null, measure.judges[variant] !== null]
    return before === after ? [] : [`  ${pathOf(dimension, measure)} ${after ? 'on' : 'off'}`]
  })
  const changed = dimension.measures.filter((measure) => {
    const judge = measure.judges[variant]
    return judge !== null && judge !== undefined && judge.text !== measure.judges.find((other) => other !== null)?.text
  })
  const nested = dimension.name !== null
  const lines = changed.flatMap((measure) => measureLines(measure, variant, plan, nested ? '    ' : '  '))
  if (lines.length === 0) return switches
  return nested ? [`  dimension ${dimension.name} {`, ...lines, '  }', ...switches] : [...lines, ...switches]
}

/** A dimension without thresholds is off; one that the tables give weight all the same keeps it, for the checks to see. */
function goesOff(dimension: PlannedDimension, variant: number, plan: Plan): boolean {
  const weight = Number.parseFloat(plan.draft.variants[variant]!.weights.get(dimension.key) ?? '0')
  return weight === 0 && dimension.measures.every((measure) => measure.judges[variant] === null)
}

function pathOf(dimension: PlannedDimension, measure: PlannedMeasure): string {
  return dimension.name === null ? measure.name : `${dimension.name}.${measure.name}`
}
