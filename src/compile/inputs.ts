import type { Grain, Input, InputType } from '../model/input.ts'
import type { InputTree, LiteralTree, Name } from '../parser/tree.ts'
import { nearest, renameFix, report, type Context } from './context.ts'
import { numberOf, textOf, type Wanted } from './literals.ts'
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
  ['snapshots', 'snapshot'],
  ['ledger', 'ledger'],
])

/** One declared column. An unknown type is reported and read as text, so that the rest can still be checked. */
export function compileInput(context: Context, tree: InputTree, from: Name | null): Input {
  const type = compileType(context, tree)
  const natural = naturalBounds(type)
  const wanted: Wanted = { type: valueTypeOf(type), unit: unitOf(type), name: tree.name.text }
  const low = tree.low ? numberOf(context, tree.low, wanted) : natural.low
  const high = tree.high ? numberOf(context, tree.high, wanted) : natural.high
  if (low !== null && high !== null && low > high && tree.low && tree.high) {
    const span = { ...tree.low.span, end: tree.high.span.end }
    report(context, 'range-backwards', { low: String(low), high: String(high) }, span, {
      question: 'which is the smaller end?',
    })
  }
  return {
    name: tree.name.text,
    labels: tree.labels.map((label) => label.text),
    type,
    low,
    high,
    whole: type === 'count' || type === 'days',
    choices: tree.choices.map((choice) => choice.text),
    currency: tree.currency?.text ?? null,
    missingWhen: tree.missingWhen.flatMap((literal) => sentinel(context, literal, wanted)),
    grain: compileGrain(context, from),
    role: tree.role === null ? null : tree.role.kind === 'key' ? 'account' : 'parent',
    doc: tree.doc,
    span: tree.name.span,
  }
}

/** What a value of the type cannot be below, where nothing else is written. */
function naturalBounds(type: InputType): { low: number | null; high: number | null } {
  return { low: type === 'count' || type === 'days' ? 0 : null, high: null }
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
