import { SAMPLE_DATE } from '../../model/candidates.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { writtenNumber } from '../../model/written.ts'
import type { Value } from '../value.ts'
import type { Expected, GeneratedCase, MeasureTests } from './measure-tests.ts'
import { type Given } from './solve.ts'

/** Tests as source text, one block for each measure in each form it has. */
export function writeTests(model: Model, tests: readonly MeasureTests[]): string {
  const blocks = tests.flatMap((one) => [
    ...unreachedLines(one),
    ...(one.cases.length === 0 ? [] : blockLines(model, one)),
  ])
  return `${[...HEADER, '', ...blocks].join('\n').trimEnd()}\n`
}

const HEADER = [
  '// Generated from the model: every cell, every edge with both its sides, and every missing value of its measures.',
  '// These tests record what the model says, not what it ought to say. A person should read each line once.',
]

function blockLines(model: Model, { live, segment, cases }: MeasureTests): readonly string[] {
  const { path } = live.measure
  const where = model.segments.length > 1 ? ` in ${nameText(segment)}` : ''
  const others = live.segments.length > 1 ? [`// The same in ${live.segments.slice(1).join(', ')}.`] : []
  const date = readsDates(model, cases) ? ` as of ${writtenNumber(SAMPLE_DATE, 'date')}` : ''
  return [
    ...others,
    `test ${quoted(`${path}: boundaries${where}`)}${where}${date} {`,
    ...cases.map((one) => `  case ${givenText(model, one.given)} => ${pathText(path)} ${expectedText(one.expected)}`),
    '}',
    '',
  ]
}

function unreachedLines({ live, unreached }: MeasureTests): readonly string[] {
  return unreached.map((goal) => `// Not generated: ${live.measure.path} at ${goal.what}. Write a test by hand.`)
}

/** The scoring date matters where a date is given, or where an age is. */
function readsDates(model: Model, cases: readonly GeneratedCase[]): boolean {
  const dates = new Set(model.inputs.filter((input) => input.type === 'date').map((input) => input.name))
  return cases.some((one) => [...one.given.keys()].some((name) => dates.has(name)))
}

function givenText(model: Model, given: Given): string {
  return [...given].map(([name, value]) => `${nameText(name)} ${valueText(model, name, value)}`).join(', ')
}

function valueText(model: Model, name: string, value: Value): string {
  if (value === null) return 'missing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string')
    return model.inputs.find((one) => one.name === name)?.type === 'choice' ? nameOrText(value) : quoted(value)
  return writtenNumber(value, unitOf(model, name))
}

function unitOf(model: Model, name: string): Parameters<typeof writtenNumber>[1] {
  const input = model.inputs.find((one) => one.name === name)
  if (input !== undefined) return unitOfInput(input)
  const formula = model.lets.find((one) => one.name === name)?.formula
  return formula?.type === 'date' ? 'date' : (formula?.unit ?? null)
}

function unitOfInput({ type }: Input): Parameters<typeof writtenNumber>[1] {
  return type === 'yes/no' || type === 'choice' || type === 'text' ? null : type
}

function expectedText(expected: Expected): string {
  if (expected.kind === 'band') return nameText(expected.band)
  return expected.kind === 'points' ? writtenNumber(expected.points, null) : expected.kind
}

function pathText(path: string): string {
  return path.split('.').map(nameText).join('.')
}

function nameOrText(text: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(text) && !RESERVED.has(text.toLowerCase()) ? text : quoted(text)
}

function nameText(name: string): string {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name) && !RESERVED.has(name) ? name : `\`${name}\``
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** Words that need backticks as names; states would be read as states. */
const RESERVED = new Set(
  `and or not is if then else missing yes no otherwise when as_of score points band unscored first all
  skipped stale off scored`.split(/\s+/),
)
