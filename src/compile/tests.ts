import type { Expectation, Literal, ModelTest } from '../model/test.ts'
import type { ExpectationTree, LiteralTree, Name, PairTree, TestLineTree, TestTree, Text } from '../parser/tree.ts'
import {
  findBand,
  findPlace,
  nearest,
  quote,
  renameFix,
  report,
  writeFix,
  type Context,
  type Place,
} from './context.ts'
import { describeLiteral, numberOf, textOf, writtenLiteral } from './literals.ts'
import { unitOf, valueTypeOf } from './types.ts'

const states: ReadonlyMap<string, State> = new Map([
  ['missing', 'missing'],
  ['skipped', 'missing'],
  ['stale', 'stale'],
  ['off', 'off'],
  ['scored', 'scored'],
  ['unscored', 'notApplicable'],
])

type State = Extract<Expectation, { kind: 'state' }>['state']

/** What tests can name besides inputs. */
export interface Tested {
  readonly placesBySegment: ReadonlyMap<string, Context['places']>
  readonly indicators: readonly string[]
  readonly results: readonly string[]
}

/**
 * The tests of a block: one for its `given` and `expect` lines together, one more for each `case`. In a named segment
 * paths are those of that segment.
 */
export function compileTests(context: Context, tree: TestTree, tested: Tested): ModelTest[] {
  const segments = [...tested.placesBySegment.keys()]
  const places = tested.placesBySegment.get(tree.segment?.text ?? '') ?? context.places
  const own = { ...context, places, trail: [...context.trail, tree.name?.text ?? 'test'] }
  const shared = {
    segment: segmentNamed(own, tree.segment, segments),
    asOf: tree.asOf?.days ?? null,
  }
  if (tree.asOf && tree.asOf.days === null) {
    report(own, 'date-unknown', { text: tree.asOf.written }, tree.asOf.span, { question: 'which day is meant?' })
  }
  const name = tree.name?.text ?? ''
  const given = linesOf(tree, 'given').flatMap((line) => line.pairs.flatMap((pair) => givenOf(own, pair)))
  const expects = linesOf(tree, 'expect').flatMap((line) =>
    line.expect.flatMap((item) => expectationOf(own, item, null, tested)),
  )
  const cases = linesOf(tree, 'case').map((line): ModelTest => {
    const subject = line.pairs[0]?.name ?? null
    const pairs = line.pairs.flatMap((pair) => givenOf(own, pair))
    const named = new Set(pairs.map((pair) => pair.name))
    return {
      ...shared,
      name: `${name}: ${line.pairs.map((pair) => quote(own, pair.span)).join(', ')}`,
      given: [...given.filter((pair) => !named.has(pair.name)), ...pairs],
      expect: line.expect.flatMap((item) => expectationOf(own, item, subject, tested)),
      span: line.span,
    }
  })
  const whole: ModelTest = { ...shared, name, given, expect: expects, span: tree.name?.span ?? tree.span }
  return expects.length > 0 ? [whole, ...cases] : cases
}

function linesOf<K extends TestLineTree['kind']>(tree: TestTree, kind: K): Extract<TestLineTree, { kind: K }>[] {
  return tree.lines.filter((line): line is Extract<TestLineTree, { kind: K }> => line.kind === kind)
}

function segmentNamed(context: Context, name: Name | null, segments: readonly string[]): string | null {
  if (name === null || segments.includes(name.text)) return name?.text ?? null
  const suggestion = nearest(name.text, segments)
  report(context, 'segment-unknown', { name: name.text, nearest: suggestion }, name.span, {
    ...renameFix(name.span, suggestion),
    question: suggestion === null ? `which of ${segments.join(', ')} is meant?` : null,
  })
  return null
}

/** A value for an input, in its own unit and spelling, or for a `let`, which then is not computed. */
function givenOf(context: Context, pair: PairTree): { name: string; value: Literal }[] {
  const input = context.inputs.get(pair.name.text)
  const formula = input ? null : (context.resolveLet(pair.name.text)?.formula ?? null)
  if (!input && !formula) {
    const suggestion = nearest(pair.name.text, [...context.inputs.keys(), ...context.letNames])
    report(context, 'input-unknown', { name: pair.name.text, nearest: suggestion }, pair.name.span, {
      ...renameFix(pair.name.span, suggestion),
      question: suggestion === null ? 'which input is given?' : null,
    })
    return []
  }
  const type = input ? valueTypeOf(input.type) : formula!.type
  const unit = input ? unitOf(input.type) : formula!.unit
  const value = valueOf(context, pair.value, { type, unit, name: pair.name.text }, input?.choices ?? [])
  return value === undefined ? [] : [{ name: pair.name.text, value }]
}

function valueOf(
  context: Context,
  literal: LiteralTree,
  wanted: Parameters<typeof numberOf>[2],
  choices: readonly string[],
): Literal | undefined {
  if (literal.kind === 'missing') return null
  if (wanted.type === 'number' || wanted.type === 'date') return numberOf(context, literal, wanted) ?? undefined
  if (wanted.type === 'yes/no') {
    if (literal.kind === 'yes/no') return literal.value
    report(
      context,
      'type-mismatch',
      { what: `\`${writtenLiteral(literal)}\``, is: describeLiteral(literal), needed: 'yes or no' },
      literal.span,
      { question: `is \`${wanted.name}\` yes or no here?` },
    )
    return undefined
  }
  const text = textOf(literal) ?? ''
  if (choices.length === 0) return text
  const choice = choices.find((candidate) => candidate.toLowerCase() === text.toLowerCase())
  if (choice !== undefined) return choice
  const suggestion = nearest(text, choices)
  report(context, 'choice-unknown', { input: wanted.name, name: text, nearest: suggestion }, literal.span, {
    ...renameFix(literal.span, suggestion),
    question: suggestion === null ? `which of ${choices.join(', ')} is meant?` : null,
  })
  return undefined
}

function expectationOf(context: Context, tree: ExpectationTree, subject: Name | null, tested: Tested): Expectation[] {
  const shared = { text: quote(context, tree.span), span: tree.span }
  switch (tree.kind) {
    case 'no score':
      return [{ kind: 'no score', ...shared }]
    case 'shown':
      return [{ ...shared, kind: 'shown', shown: tree.text }]
    case 'segment':
      return [
        {
          kind: 'segment',
          name: tree.name && segmentNamed(context, tree.name, [...tested.placesBySegment.keys()]),
          ...shared,
        },
      ]
    case 'coverage':
      return [{ kind: 'coverage', value: tree.value.value, within: tree.within?.value ?? null, ...shared }]
    case 'indicator':
      checkIndicator(context, tree.label, tested.indicators)
      return [{ kind: 'indicator', label: tree.label.text, holds: tree.holds, ...shared }]
    case 'result': {
      checkResult(context, tree.name, tested.results)
      const value = literalValue(tree.value)
      return [{ kind: 'result', name: tree.name.text, value, within: tree.within?.value ?? null, ...shared }]
    }
    case 'of': {
      const place = placeOf(context, tree, subject)
      if (place === null) return []
      return outcomeOf(context, place, tree).map((item): Expectation => ({ ...item, ...shared }))
    }
  }
}

function checkIndicator(context: Context, { text, span }: Text, known: readonly string[]): void {
  if (known.includes(text)) return
  const suggestion = nearest(text, known)
  report(context, 'indicator-unknown', { name: text, nearest: suggestion }, span, {
    ...(suggestion === null ? {} : writeFix(span, JSON.stringify(suggestion))),
    question: suggestion === null ? 'which indicator is meant?' : null,
  })
}

function checkResult(context: Context, { text, span }: Name, known: readonly string[]): void {
  if (known.includes(text)) return
  const suggestion = nearest(text, known)
  report(context, 'result-unknown', { name: text, nearest: suggestion }, span, {
    ...renameFix(span, suggestion),
    question: suggestion === null ? 'which result is meant?' : null,
  })
}

function literalValue(literal: LiteralTree): Literal {
  if (literal.kind === 'number') return literal.number.value
  if (literal.kind === 'date') return literal.date.days
  if (literal.kind === 'yes/no') return literal.value
  return textOf(literal)
}

/** What an expectation is about: a path, the whole, or the measure that a case's first pair feeds. */
function placeOf(context: Context, tree: Extract<ExpectationTree, { kind: 'of' }>, subject: Name | null): Place | null {
  if (tree.of === 'score') return context.places.get('') ?? null
  if (tree.of) return findPlace(context, tree.of.names.map((name) => name.text).join('.'), tree.of.span)
  return subject ? findPlace(context, subject.text, subject.span) : (context.places.get('') ?? null)
}

type Bare = Expectation extends infer E ? (E extends Expectation ? Omit<E, 'text' | 'span'> : never) : never

function outcomeOf(context: Context, place: Place, tree: Extract<ExpectationTree, { kind: 'of' }>): Bare[] {
  const of = place.path
  const { value } = tree
  if (value.kind === 'number')
    return [{ kind: 'number', of, value: value.number.value, within: tree.within?.value ?? null }]
  const word = value.kind === 'missing' ? 'missing' : value.kind === 'name' ? value.text : null
  if (word === null) {
    report(
      context,
      'type-mismatch',
      { what: `\`${writtenLiteral(value)}\``, is: describeLiteral(value), needed: 'a band or a number' },
      value.span,
      { question: `which of ${place.ladder.map((band) => band.name).join(', ')} is expected?` },
    )
    return []
  }
  const state = states.get(word)
  if (state && !place.ladder.some((band) => band.name === word)) return [{ kind: 'state', of, state }]
  const band = findBand(context, place.ladder, word, value.span)
  return band ? [{ kind: 'band', of, band: band.name }] : []
}
