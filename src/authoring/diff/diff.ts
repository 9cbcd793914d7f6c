import type { Input } from '../../model/input.ts'
import type { Model, Segment } from '../../model/model.ts'
import { writtenNumber } from '../../model/written.ts'
import type { Change, Diff, Part } from './changes.ts'
import { formulaKey, meaningKey } from './meaning.ts'
import { groupChanges, type LocalChange } from './members.ts'
import { sameCondition } from './same-condition.ts'
import { wordChanges } from './words.ts'

/**
 * What differs in meaning between two models: for every measure the exact values whose band or points changed, and all
 * else that can move a score, a band, a segment or an indicator. Ways of writing do not count; words are listed apart.
 */
export function diffModels(before: Model, after: Model): Diff {
  const words = wordChanges(before, after)
  if (before.hash === after.hash) return { same: true, changes: [], words }
  const changes: readonly Change[] = [
    ...inputChanges(before, after),
    ...ladderChanges(before, after),
    ...namedChanges('let', before, after, before.lets, after.lets, (model, one) => formulaKey(model, one.formula), (one) => one.formula.text),
    ...namedChanges('model', before, after, before.uses, after.uses, (_, one) => one.model.hash, (one) => `version ${one.model.version ?? 'unnumbered'}`),
    ...conditionChange('applies when', '', before, after),
    ...segmentChanges(before, after),
    ...namedChanges('indicator', before, after, before.indicators.map(labelled), after.indicators.map(labelled), (model, one) => formulaKey(model, one.when), (one) => one.when.text),
    ...namedChanges('result', before, after, before.results, after.results, (model, one) => formulaKey(model, one.formula), (one) => one.formula.text),
    ...namedChanges('portfolio figure', before, after, before.portfolio, after.portfolio, meaningKey, (one) => one.figure.kind),
  ] // prettier-ignore
  return { same: changes.length === 0, changes, words }
}

/** An indicator has no name but what it says. */
function labelled<I extends { readonly kind: string; readonly label: string }>(one: I): I & { readonly name: string } {
  return { ...one, name: `${one.kind} "${one.label}"` }
}

function namedChanges<T extends { readonly name: string }>(
  what: Part,
  before: Model,
  after: Model,
  old: readonly T[],
  now: readonly T[],
  key: (model: Model, one: T) => string,
  text: (one: T) => string,
): readonly Change[] {
  const everywhere = { segments: [], path: '' }
  const removed = old.filter((one) => now.every((other) => other.name !== one.name))
  return [
    ...removed.map((one): Change => ({ ...everywhere, kind: 'removed', what, name: one.name })),
    ...now.flatMap((one): readonly Change[] => {
      const was = old.find((other) => other.name === one.name)
      if (was === undefined) return [{ ...everywhere, kind: 'added', what, name: one.name }]
      return key(before, was) === key(after, one)
        ? []
        : [{ ...everywhere, kind: 'setting', what: `${what} ${one.name}`, before: text(was), after: text(one) }]
    }),
  ]
}

function inputChanges(before: Model, after: Model): readonly Change[] {
  const text = ({ type, low, high, choices, whole, missingWhen, grain, role, currency }: Input): string =>
    [
      type === 'choice' ? `one of ${choices.join(', ')}` : type,
      currency === null ? '' : `in ${currency}`,
      low === null && high === null ? '' : `in ${low ?? '…'} to ${high ?? '…'}`,
      whole && type !== 'count' && type !== 'days' ? 'whole' : '',
      missingWhen.length === 0 ? '' : `missing when ${missingWhen.join(', ')}`,
      role ?? '',
      grain === 'account' ? '' : `from ${grain}`,
    ]
      .filter((part) => part !== '')
      .join(' ')
  const key = (model: Model, input: Input): string => {
    const { figure } = input
    const log = figure?.kind === 'events' ? model.logs.find(({ name }) => name === figure.log) : null
    return `${text(input)} ${meaningKey(model, { figure, log })}`
  }
  return namedChanges('input', before, after, before.inputs, after.inputs, key, text)
}

function ladderChanges(before: Model, after: Model): readonly Change[] {
  const [old, now] = [before, after].map(({ ladder }) =>
    ladder.map(({ name, points }) => `${name} = ${writtenNumber(points, null)}`).join(', '),
  )
  return old === now ? [] : [{ segments: [], path: '', kind: 'setting', what: 'ladder', before: old!, after: now! }]
}

function conditionChange(
  what: string,
  path: string,
  before: Model,
  after: Model,
  old = before.appliesWhen,
  now = after.appliesWhen,
): readonly Change[] {
  return sameCondition(before, old, after, now)
    ? []
    : [{ segments: [], path, kind: 'setting', what, before: old?.text ?? null, after: now?.text ?? null }]
}

function segmentChanges(before: Model, after: Model): readonly Change[] {
  const shared = after.segments.flatMap((now) => {
    const old = before.segments.find((one) => one.name === now.name)
    return old === undefined ? [] : [{ old, now }]
  })
  const added = after.segments.filter((one) => shared.every(({ now }) => now !== one))
  const removed = before.segments.filter((one) => shared.every(({ old }) => old !== one))
  const presence = (kind: 'added' | 'removed', segment: Segment): Change => ({
    segments: [],
    path: '',
    kind,
    what: 'segment',
    name: segment.label,
  })
  return [
    ...removed.map((segment) => presence('removed', segment)),
    ...added.map((segment) => presence('added', segment)),
    ...orderChange(before, shared),
    ...shared.flatMap(({ old, now }) =>
      conditionChange('when', '', before, after, old.when, now.when).map((change) => ({
        ...change,
        segments: [now.name],
      })),
    ),
    ...joined(shared.map(({ old, now }) => ({ name: now.name, changes: rootChanges(before, old, after, now) }))),
  ]
}

function rootChanges(before: Model, old: Segment, after: Model, now: Segment): readonly LocalChange[] {
  if (old.root.off && now.root.off) return []
  if (old.root.off !== now.root.off) return [{ kind: 'switched', path: '', on: old.root.off }]
  return groupChanges({ model: before, group: old.root }, { model: after, group: now.root })
}

/** The first segment that holds has the account: their order is meaning. */
function orderChange(
  before: Model,
  shared: readonly { readonly old: Segment; readonly now: Segment }[],
): readonly Change[] {
  const now = shared.map(({ now: segment }) => segment.name)
  const old = before.segments.map((segment) => segment.name).filter((name) => now.includes(name))
  if (old.join('\n') === now.join('\n')) return []
  return [
    {
      segments: [],
      path: '',
      kind: 'setting',
      what: 'order of segments',
      before: old.join(', '),
      after: now.join(', '),
    },
  ]
}

/** One change for all segments in which it is the same. */
function joined(
  segments: readonly { readonly name: string; readonly changes: readonly LocalChange[] }[],
): readonly Change[] {
  const found = new Map<string, { change: LocalChange; names: string[] }>()
  for (const { name, changes } of segments)
    for (const change of changes) {
      const key = JSON.stringify(change)
      const known = found.get(key)
      if (known === undefined) found.set(key, { change, names: [name] })
      else known.names.push(name)
    }
  return [...found.values()].map(({ change, names }) => ({ ...change, segments: names }) as Change)
}
