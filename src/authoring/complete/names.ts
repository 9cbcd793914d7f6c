import { writeName } from '../../compile/context.ts'
import { functions } from '../../compile/functions.ts'
import type { Role } from '../../parser/index.ts'
import type { InputTree } from '../../parser/tree.ts'
import { literal } from '../../parser/names.ts'
import { meanings } from '../words/meanings.ts'
import type { Declared } from './declared.ts'
import { newInputs } from './new-inputs.ts'
import type { Candidate, CompletionContext, SuggestionKind } from './suggestion.ts'

/** The names that could stand where the grammar takes a name in this role. */
export function namesFor(
  role: Role,
  declared: Declared,
  context: CompletionContext,
  before: string,
): readonly Candidate[] {
  const [rule] = role.rules
  if (role.as === 'Band') return [...bands(declared), ...unscored]
  switch (rule) {
    case 'inputLine':
      return newInputs(declared, context.columns ?? [])
    case 'measure':
      return [...unjudged(declared, inputs(declared)), ...unjudged(declared, lets(declared))]
    case 'dimension':
      return role.rules.includes('segment') ? members(declared, before).filter(({ kind }) => kind === 'dimension') : []
    case 'path':
      return members(declared, before)
    case 'primary':
      return [...comparedWith(role.opposite, declared, context), ...inFormula(role, declared)]
    case 'value':
      return choicesOf(role.measure ?? role.opposite, declared)
    case 'pair':
      return [...inputs(declared), ...lets(declared)]
    case 'absent':
    case 'outcome':
    case 'cell':
      return bands(declared)
    case 'segment':
      return role.as === 'amended'
        ? [...segments(declared), keep('segment', 'default', 'the rules without a segment')]
        : []
    case 'test':
      return segments(declared)
    case 'headerOption':
      return declared.models.map((name) => keep('model', name, 'an imported model'))
    case 'stale':
      return inputs(declared, (type) => type === 'date')
    case 'portfolio':
    case 'children':
      return role.as === 'Name' && rule === 'portfolio' ? [] : inputs(declared, isNumber)
    case 'figure':
      return [keep('keyword', 'accounts', 'each counts as one'), ...inputs(declared, isNumber)]
    case 'modifierOption':
    case 'call':
      return inputs(declared)
    case 'expectation':
      return declared.results.map((name) => keep('result', name, 'a result'))
    case 'rung':
      return role.as === 'color' ? colors : []
    default:
      return []
  }
}

/** What could stand inside quotes: each as the text it holds. */
export function textsFor(role: Role, declared: Declared, context: CompletionContext): readonly Candidate[] {
  const [rule] = role.rules
  switch (rule) {
    case 'importLine':
      return (context.models ?? []).map(({ file, label }) => text('model', file, label))
    case 'inputOption':
      return (context.columns ?? []).map(({ header, samples }) =>
        text('header', header, samples.slice(0, 3).join(', ') || null),
      )
    case 'expectation':
      return declared.indicators.map((label) => text('indicator', label, 'an indicator'))
    case 'value':
    case 'primary':
      return valuesOf(role.measure !== null && rule === 'value' ? role.measure : role.opposite, declared, context).map(
        (value) => text('choice', value, null),
      )
    default:
      return []
  }
}

function inFormula(role: Role, declared: Declared): readonly Candidate[] {
  const judges = role.rules.some((rule) => ['caseRow', 'otherwiseRow', 'modifier'].includes(rule))
  return [
    ...(judges && role.opposite === null ? bands(declared) : []),
    ...inputs(declared),
    ...lets(declared),
    ...[...functions].map(([name, { takes, least }]): Candidate => ({
      kind: 'function',
      label: name,
      detail: takes,
      about: meanings.get(name) ?? null,
      template: `${name}(${least === 1 ? '${1}' : '${1}, ${2}'})`,
    })),
  ]
}

/** After `sentiment =` its choices, after `band of pulse =` the bands, after a text what the sheet has. */
function comparedWith(opposite: string | null, declared: Declared, context: CompletionContext): readonly Candidate[] {
  if (opposite === null) return []
  if (/^band\b/.test(opposite)) return bands(declared)
  const input = inputOf(opposite, declared)
  if (input?.type?.text === 'text')
    return valuesOf(opposite, declared, context).map((value) => ({
      ...text('choice', value, null),
      template: `"${value}"`,
    }))
  return choicesOf(opposite, declared)
}

function choicesOf(name: string | null, declared: Declared): readonly Candidate[] {
  const input = inputOf(name, declared)
  if (input?.type?.text === 'yes/no') return ['yes', 'no'].map((word) => keep('choice', word, input.name.text))
  return (input?.choices ?? []).map(({ text: choice }) => ({
    ...keep('choice', choice, input!.name.text),
    template: literal(choice),
  }))
}

/** The choices of an input, or what its column of the sheet holds. */
function valuesOf(name: string | null, declared: Declared, context: CompletionContext): readonly string[] {
  const input = inputOf(name, declared)
  if (input === undefined) return []
  if (input.choices.length > 0) return input.choices.map((choice) => choice.text)
  const headers = [input.name, ...input.labels].map((one) => one.text.toLowerCase())
  const column = context.columns?.find(({ header }) => headers.includes(header.toLowerCase()))
  return [...new Set((column?.samples ?? []).filter((value) => /^[^"\\\n\r]+$/.test(value)))]
}

function inputOf(name: string | null, declared: Declared): InputTree | undefined {
  return name === null ? undefined : declared.inputs.find((one) => one.name.text === name)
}

function inputs(declared: Declared, fits: (type: string) => boolean = () => true): readonly Candidate[] {
  return declared.inputs
    .filter(({ type }) => fits(type?.text ?? ''))
    .map(({ name, type, labels, doc }) => ({
      kind: 'input',
      label: name.text,
      detail: [type?.text, labels[0] && `“${labels[0].text}”`].filter(Boolean).join(' ') || null,
      about: doc,
      template: writeName(name.text),
    }))
}

function isNumber(type: string): boolean {
  return ['count', 'number', 'percent', 'ratio', 'days', 'money'].includes(type)
}

function lets({ lets: all }: Declared): readonly Candidate[] {
  return all.flatMap(({ name, label, doc }) =>
    name === null
      ? []
      : [
          {
            kind: 'formula',
            label: name.text,
            detail: label?.text ?? 'a formula',
            about: doc,
            template: writeName(name.text),
          },
        ],
  )
}

/** Those that no measure judges yet stand first. */
function unjudged(declared: Declared, all: readonly Candidate[]): readonly Candidate[] {
  const judged = new Set(declared.members.map(({ tree }) => tree.name?.text))
  return [...all.filter(({ label }) => !judged.has(label)), ...all.filter(({ label }) => judged.has(label))]
}

function bands({ bands: all }: Declared): readonly Candidate[] {
  return all.map(({ name, label }) => ({ ...keep('band', name, label ?? 'a band'), template: writeName(name) }))
}

const unscored = [keep('band', 'unscored', 'deliberately no band')]

/** Paths of measures and dimensions; behind a dot only what is left of them. */
function members(declared: Declared, before: string): readonly Candidate[] {
  const above = /(?:[\p{L}_][\p{L}\p{N}_]*\s*\.\s*)+$/u.exec(before)?.[0].replace(/\s/g, '') ?? ''
  const seen = new Set<string>()
  return declared.members.flatMap(({ path, tree }): Candidate[] => {
    if (!path.startsWith(above) || seen.has(path)) return []
    seen.add(path)
    const rest = path.slice(above.length)
    const weight = tree.weight === null ? null : `weight ${tree.weight.number.written}`
    const written = rest.split('.').map(writeName).join('.')
    const detail = [tree.label?.text, weight].filter(Boolean).join(', ') || `a ${tree.kind}`
    return [{ kind: tree.kind, label: rest, detail, about: tree.doc, template: written }]
  })
}

function segments(declared: Declared): readonly Candidate[] {
  return declared.segments.flatMap(({ name, label }) =>
    name === null
      ? []
      : [{ ...keep('segment', name.text, label?.text ?? 'a segment'), template: writeName(name.text) }],
  )
}

const colors = ['red', 'amber', 'green', 'blue', 'grey'].map((name) => keep('color', name, 'a colour'))

function keep(kind: SuggestionKind, label: string, detail: string): Candidate {
  return { kind, label, detail, about: null, template: label }
}

function text(kind: SuggestionKind, label: string, detail: string | null): Candidate {
  return { kind, label, detail, about: null, template: label }
}
