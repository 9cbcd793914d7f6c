import type { Grain, Input, InputType } from '../model/input.ts'
import { cover } from '../findings/span.ts'
import { folded } from '../model/domain.ts'
import type { InputTree, LiteralTree, Name, Text } from '../parser/tree.ts'
import { nearest, renameFix, report, type Context } from './context.ts'
import { describeType, numberOf, textOf, writtenLiteral, type Wanted } from './literals.ts'
import { unitOf, valueTypeOf } from './types.ts'

const types: ReadonlyMap<string, InputType> = new Map([
  ['count', 'count'],
  ['number', 'number'],
  ['percent', 'percent'],
  ['ratio', 'ratio'],
  ['days', 'days'],
  ['money', 'money'],
  ['yes/no', 'yes/no'],
  ['one of', 'choice'],
  ['text', 'text'],
  ['date', 'date'],
])

const grains: ReadonlyMap<string, Grain> = new Map([
  ['accounts', 'account'],
  ['events', 'event'],
  ['daily', 'snapshot'],
  ['snapshots', 'snapshot'],
  ['ledger', 'ledger'],
])

/** One declared column of the account table or of a log. An unknown type is reported and read as text, so that the rest can still be checked. */
export function compileInput(context: Context, tree: InputTree, from: Name | null): Input {
  const type = compileType(context, tree)
  const wanted: Wanted = { type: valueTypeOf(type), unit: unitOf(type), name: tree.name.text }
  const { low, high } = compileBounds(context, tree, type, wanted)
  return {
    name: tree.name.text,
    labels: tree.labels.map((label) => label.text),
    type,
    low,
    high,
    whole: type === 'count' || type === 'days',
    choices: compileChoices(context, tree),
    currency: tree.currency?.text ?? null,
    missingWhen: tree.missingWhen.flatMap((literal) => sentinel(context, literal, wanted)),
    grain: compileGrain(context, from),
    role: tree.role === null ? null : tree.role.kind === 'key' ? 'account' : 'parent',
    figure: null,
    doc: tree.doc,
    span: tree.name.span,
  }
}

interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** `in a to b`, or what a value of the type cannot be below where nothing else is written. */
function compileBounds(context: Context, tree: InputTree, type: InputType, wanted: Wanted): Bounds {
  const natural = { low: type === 'count' || type === 'days' ? 0 : null, high: null }
  if (!tree.low || !tree.high) return natural
  const span = cover(tree.low.span, tree.high.span)
  if (wanted.type !== 'number' && wanted.type !== 'date') {
    const what = { what: `\`${wanted.name}\``, is: describeType(wanted.type), needed: 'a number' }
    report(context, 'type-mismatch', what, span, {
      question: `is \`${wanted.name}\` a number? Else leave its ends out.`,
    })
    return natural
  }
  const low = numberOf(context, tree.low, wanted)
  const high = numberOf(context, tree.high, wanted)
  if (low === null || high === null) return natural
  if (low <= high) return { low, high }
  const [from, to] = [writtenLiteral(tree.low), writtenLiteral(tree.high)]
  const text = `${to} to ${from}`
  report(context, 'range-backwards', { low: from, high: to }, span, {
    fixes: [{ title: `write ${text}`, edits: [{ span, text }] }],
  })
  return { low: high, high: low }
}

/** Each value once: data is matched without regard to case. */
function compileChoices(context: Context, tree: InputTree): string[] {
  const seen = new Map<string, Text>()
  for (const choice of tree.choices) {
    const first = seen.get(folded(choice.text))
    if (!first) seen.set(folded(choice.text), choice)
    else
      report(context, 'choice-twice', { name: tree.name.text, choice: choice.text }, choice.span, {
        related: [{ span: first.span, label: 'listed here first' }],
        question: 'which other value is meant? Upper and lower case are one.',
      })
  }
  return [...seen.values()].map((choice) => choice.text)
}

/** What inputs may not share: a column, or the part of key or parent. */
export function checkTogether(context: Context, inputs: readonly InputTree[]): void {
  const columns = new Map<string, InputTree>()
  const roles = new Map<string, InputTree>()
  for (const tree of inputs) {
    const second = tree.name.text
    for (const label of tree.labels) {
      const first = columns.get(folded(label.text))
      if (!first) columns.set(folded(label.text), tree)
      else if (first !== tree)
        report(context, 'label-taken', { label: label.text, first: first.name.text, second }, label.span, {
          related: [{ span: first.name.span, label: 'claims it too' }],
          question: 'which column has the other figure?',
        })
    }
    if (tree.role === null) continue
    const first = roles.get(tree.role.kind)
    if (!first) roles.set(tree.role.kind, tree)
    else
      report(context, 'key-twice', { name: second, first: first.name.text, role: tree.role.kind }, tree.role.span, {
        related: first.role ? [{ span: first.role.span, label: `\`${first.name.text}\` is` }] : [],
        fixes: [{ title: 'take it out', edits: [{ span: tree.role.span, text: '' }] }],
      })
  }
}

function compileType(context: Context, tree: InputTree): InputType {
  if (tree.type === null) return 'text'
  const type = types.get(tree.type.text)
  if (type) return type
  const suggestion = nearest(tree.type.text, types.keys())
  report(context, 'type-unknown', { name: tree.type.text, nearest: suggestion }, tree.type.span, {
    ...renameFix(tree.type.span, suggestion),
    question: `which of ${[...types.keys()].join(', ')} is it?`,
  })
  return 'text'
}

function sentinel(context: Context, literal: LiteralTree, wanted: Wanted): (number | string)[] {
  if (wanted.type === 'number') {
    // A sentinel is compared with the cell as typed, so a bare 0 or -1 in a percent column is meant as it stands.
    return literal.kind === 'number' ? [literal.number.value] : [textOf(literal) ?? '']
  }
  const value = wanted.type === 'date' ? numberOf(context, literal, wanted) : textOf(literal)
  return value === null ? [] : [value]
}

function compileGrain(context: Context, from: Name | null): Grain {
  if (from === null) return 'account'
  const grain = grains.get(from.text)
  if (grain === undefined) {
    const suggestion = nearest(from.text, grains.keys())
    report(context, 'type-unknown', { name: from.text, nearest: suggestion }, from.span, {
      ...renameFix(from.span, suggestion),
      question: `inputs come from one of ${[...grains.keys()].join(', ')}`,
    })
  } else if (grain !== 'account') {
    report(context, 'not-yet', { feature: `\`inputs from ${from.text}\`` }, from.span, {
      question: 'which column of the account table holds the figure?',
    })
  }
  return grain ?? 'account'
}
