import { numbersOf } from './numbers.ts'
import { namesIn, formulasOf } from '../../model/names-read.ts'
import type { Member } from '../../model/group.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { writtenNumber } from '../../model/written.ts'

/** The kind of input, its column, what values it may have, and who reads it. */
export function aboutInput(model: Model, name: string): string | null {
  const input = model.inputs.find((one) => one.name === name)
  if (input === undefined) return null
  const column = input.labels.length === 0 ? `the column “${name}”` : `the column “${input.labels.join('” or “')}”`
  const missing = input.missingWhen.length === 0 ? [] : [`Counts as missing: ${input.missingWhen.join(', ')}.`]
  return [
    `**${name}**, ${kindOf(input)}`,
    `Read from ${column}. ${valuesOf(input)}`.trim(),
    ...missing,
    ...(input.doc === null ? [] : [input.doc]),
    `Read by ${listed(readersOf(model, name)) || 'nothing yet'}.`,
  ].join('  \n')
}

/** A named formula and who reads it. */
export function aboutLet(model: Model, name: string): string | null {
  const found = model.lets.find((one) => one.name === name)
  if (found === undefined) return null
  return [
    `**${found.label}**, a formula`,
    `\`${found.formula.text}\``,
    ...(found.doc === null ? [] : [found.doc]),
    `Read by ${listed(readersOf(model, name)) || 'nothing yet'}.`,
  ].join('  \n')
}

/** The points of a band, and the scores it stands for. */
export function aboutBand(model: Model, name: string): string | null {
  const rung = model.ladder.findIndex((band) => band.name === name)
  const band = model.ladder[rung]
  if (band === undefined) return null
  const root = model.segments.at(-1)?.root
  const line = root === undefined ? [] : numbersOf(root.banding)
  const place = `${ordinal(rung, model.ladder.length)} of ${model.ladder.length} bands, ${band.points} points`
  return [`**${band.label}**, ${place}`, ...(line.length === 0 ? [] : ['The score:', '', fenced(line)])].join('\n')
}

/** Which accounts a segment takes, and what weighs how much there. */
export function aboutSegment(model: Model, name: string): string | null {
  const segment = model.segments.find((one) => one.name === name)
  if (segment === undefined) return null
  const when =
    segment.when === null ? 'all accounts that no other segment takes' : `accounts with \`${segment.when.text}\``
  const weights = segment.root.children.map((child) => `${child.label} ${weightOf(child)}`)
  return [
    `**${segment.label}**, a segment: ${when}`,
    weights.join(' · '),
    ...(segment.doc === null ? [] : [segment.doc]),
  ].join('  \n')
}

export function aboutIndicator(model: Model, label: string): string | null {
  const found = model.indicators.find((one) => one.label === label)
  if (found === undefined) return null
  const reasons = [found.because, found.action].filter((one) => one !== null)
  return [
    `**${label}**, ${found.kind === 'risk' ? 'a risk' : 'an opportunity'} where \`${found.when.text}\``,
    ...reasons,
  ].join('  \n')
}

export function weightOf(member: Member): string {
  return member.off ? 'off' : (member.weight.text ?? 'equal')
}

export function fenced(lines: readonly string[]): string {
  return `\`\`\`\n${lines.join('\n')}\n\`\`\``
}

function kindOf({ type, currency, choices }: Input): string {
  if (type === 'choice') return `one of ${choices.join(', ')}`
  return currency === null ? type : `${type} in ${currency}`
}

function valuesOf({ low, high, type }: Input): string {
  const unit = type === 'percent' || type === 'ratio' ? 'percent' : null
  const shown = (value: number) => writtenNumber(value, unit)
  if (type === 'date' || (low === null && high === null)) return ''
  if (high === null) return `${shown(low!)} or more.`
  return low === null ? `At most ${shown(high)}.` : `From ${shown(low)} to ${shown(high)}.`
}

/** The measures, formulas, segments, indicators and so on that read a name themselves. */
function readersOf(model: Model, name: string): readonly string[] {
  const reads = (formula: { readonly expression: Parameters<typeof namesIn>[0] } | null) =>
    formula !== null && namesIn(formula.expression).includes(name)
  const members = model.segments.flatMap(({ root }) => below(root))
  return [
    ...members
      .filter((one) => one.name === name || formulasOf(one).some(reads) || isDated(one, name))
      .map(({ label }) => label),
    ...model.lets.filter(({ formula }) => reads(formula)).map(({ label }) => label),
    ...model.segments.filter(({ when }) => reads(when)).map(({ label }) => `the segment ${label}`),
    ...model.indicators.filter(({ when }) => reads(when)).map(({ label }) => `the indicator “${label}”`),
    ...model.results.filter(({ formula }) => reads(formula)).map(({ label }) => label),
    ...model.portfolio.filter(({ weightedBy }) => weightedBy === name).map(({ label }) => label),
  ].filter((one, n, all) => all.indexOf(one) === n)
}

function isDated(member: Member, name: string): boolean {
  return member.kind === 'measure' && member.stale?.by === name
}

function below(member: Member): readonly Member[] {
  return member.kind === 'measure' ? [member] : [member, ...member.children.flatMap(below)]
}

function listed(names: readonly string[]): string {
  return names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')
}

function ordinal(rung: number, of: number): string {
  if (rung === 0) return 'the worst'
  return rung === of - 1 ? 'the best' : `number ${rung + 1}`
}
