import * as fc from 'fast-check'
import type { Comparison, Expression, Formula, ValueType } from '../../../src/model/expression.ts'
import type { Combine, Dimension, Measure, Member, Modifier } from '../../../src/model/group.ts'
import type { CaseResult, Judge, LineEnd, Outcome, Range } from '../../../src/model/judge.ts'
import type { Model } from '../../../src/model/model.ts'
import * as build from '../build.ts'
import { days, edges, inputs, words } from './random-rows.ts'

const points = fc.constantFrom(0, 2.5, 5, 7, 10, 10 / 3, -1)

interface Expressions {
  readonly number: Expression
  readonly truth: Expression
  readonly text: Expression
  readonly date: Expression
}

/** Expressions that may read the members of `paths`, all of which come before whatever asks. */
function expressions(paths: readonly string[], lets: readonly string[]): fc.LetrecValue<Expressions> {
  const numbers = ['n1', 'n2', 'p'].map((name): Expression => ({ kind: 'input', name }))
  const members = paths.flatMap((path): Expression[] => [{ kind: 'points of', path, model: null }])
  const bands = paths.flatMap((path): Expression[] => [{ kind: 'band of', path, model: null }])
  const named = lets.map((name): Expression => ({ kind: 'let', name }))
  const guard = fc.constantFrom(0, 1e-9)
  const operator = fc.constantFrom<Comparison>('=', '!=', '<', '<=', '>', '>=')
  return fc.letrec<Expressions>((loose) => {
    const tie = (kind: keyof Expressions) => loose(kind) as fc.Arbitrary<Expression>
    const some = (kind: keyof Expressions) => fc.array(tie(kind), { minLength: 1, maxLength: 3 })
    const band: fc.Arbitrary<Expression> = fc.constantFrom(0, 1, 2).map((rank) => ({ kind: 'band', name: '', rank }))
    return {
      number: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(...numbers, ...members, ...named),
        edges.map((value): Expression => ({ kind: 'number', value })),
        fc.record({
          kind: fc.constant('arithmetic' as const),
          operator: fc.constantFrom('+', '-', '*', '/', '^'),
          left: tie('number'),
          right: tie('number'),
        }),
        fc.record({ kind: fc.constantFrom('negate', 'abs'), of: tie('number') }),
        fc.record({ kind: fc.constantFrom('min', 'max', 'coalesce'), of: some('number') }),
        fc.record({ kind: fc.constant('count' as const), of: some('truth') }),
        fc.record({
          kind: fc.constant('round' as const),
          direction: fc.constantFrom('nearest', 'up', 'down'),
          of: tie('number'),
          places: fc.integer({ min: -1, max: 3 }),
        }),
        fc.record({ kind: fc.constant('if' as const), when: tie('truth'), then: tie('number'), else: tie('number') }),
        fc.record({ kind: fc.constantFrom('days between', 'workdays between'), from: tie('date'), to: tie('date') }),
      ),
      truth: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constant<Expression>({ kind: 'input', name: 'y' }),
        fc.boolean().map((value): Expression => ({ kind: 'yes/no', value })),
        fc.record({
          kind: fc.constant('compare' as const),
          operator,
          left: tie('number'),
          right: tie('number'),
          guard,
        }),
        fc.record({
          kind: fc.constant('compare' as const),
          operator,
          left: tie('text'),
          right: tie('text'),
          guard: fc.constant(0),
        }),
        fc.record({
          kind: fc.constant('compare' as const),
          operator,
          left: bands.length === 0 ? band : fc.constantFrom(...bands),
          right: band,
          guard: fc.constant(0),
        }),
        fc.record({ kind: fc.constantFrom('and', 'or'), of: some('truth') }),
        fc.record({ kind: fc.constant('not' as const), of: tie('truth') }),
        fc.record({
          kind: fc.constant('is missing' as const),
          of: fc.oneof(tie('number'), tie('text'), tie('date'), tie('truth')),
        }),
        fc.record({ kind: fc.constant('one of' as const), of: tie('text'), values: some('text') }),
        fc.record({ kind: fc.constant('one of' as const), of: tie('number'), values: some('number') }),
      ),
      text: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<Expression>({ kind: 'input', name: 'c' }, { kind: 'input', name: 't' }),
        words.map((value): Expression => ({ kind: 'text', value })),
        fc.record({ kind: fc.constant('coalesce' as const), of: some('text') }),
        fc.record({ kind: fc.constant('if' as const), when: tie('truth'), then: tie('text'), else: tie('text') }),
      ),
      date: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom<Expression>({ kind: 'input', name: 'd1' }, { kind: 'input', name: 'd2' }, { kind: 'as of' }),
        days.map((value): Expression => ({ kind: 'date', value })),
      ),
    }
  })
}

function formula(type: ValueType): (expression: Expression) => Formula {
  return (expression) => ({ expression, type, unit: null, computed: expression.kind !== 'input', text: '', span: null })
}

const bandName = fc.constantFrom('poor', 'concerning', 'healthy')
const outcome: fc.Arbitrary<Outcome> = fc.oneof(
  bandName.map((band) => build.outcome(band)),
  bandName.map((band) => build.outcome(band)),
  fc.tuple(bandName, points).map(([band, own]) => build.outcome(band, own)),
  points.map((own) => build.outcome(null, own)),
  fc.constant(build.outcome(null)),
)

interface Judged {
  readonly value: Formula | null
  readonly judge: Judge
}

function judged(of: fc.LetrecValue<Expressions>): fc.Arbitrary<Judged> {
  const number = of.number.map(formula('number'))
  const sorted = (least: number) =>
    fc.uniqueArray(edges, { minLength: least, maxLength: 4 }).map((all) => all.toSorted((a, b) => a - b))
  const ranges = fc.tuple(
    number,
    sorted(0),
    fc.array(fc.option(outcome, { freq: 9 }), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  const choices = fc.oneof(
    of.text.map(formula('text')),
    of.truth.map(formula('yes/no')),
    fc.constantFrom(0, 1, 2).map((rank) => formula('band')({ kind: 'band', name: '', rank })),
  )
  const end: fc.Arbitrary<LineEnd> = fc.oneof(
    fc.constantFrom<LineEnd>({ kind: 'hold' }, { kind: 'extend' }, { kind: 'unscored' }),
    points.map((own): LineEnd => ({ kind: 'points', points: own })),
  )
  const knot = fc.record({ before: points, after: points, owner: fc.constantFrom('above' as const, 'below' as const) })
  const result: fc.Arbitrary<CaseResult> = fc.oneof(
    fc.record({ kind: fc.constant('band' as const), band: bandName, points: fc.option(points) }),
    of.number.map((one): CaseResult => ({ kind: 'points', formula: formula('number')(one) })),
    fc.constant<CaseResult>({ kind: 'unscored' }),
  )
  const range: fc.Arbitrary<Range> = fc.record({
    low: fc.option(edges),
    lowIncluded: fc.boolean(),
    high: fc.option(edges),
    highIncluded: fc.boolean(),
    text: fc.constant(''),
    span: fc.constant(null),
  })
  const rest = { text: fc.constant(''), span: fc.constant(null) }
  const numberAxis = fc.record({
    value: number,
    keys: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant('ranges' as const),
          ranges: fc.array(range, { minLength: 1, maxLength: 2 }),
          ...rest,
        }),
        fc.record({ kind: fc.constantFrom('missing' as const, 'otherwise' as const), ...rest }),
      ),
      { minLength: 2, maxLength: 2 },
    ),
  })
  const textAxis = fc.record({
    value: fc.oneof(of.text.map(formula('text')), of.truth.map(formula('yes/no'))),
    keys: fc.array(
      fc.oneof(
        fc.record({
          kind: fc.constant('values' as const),
          values: fc.array(fc.oneof(words, fc.constant('yes')), { minLength: 1, maxLength: 2 }),
          ...rest,
        }),
        fc.record({ kind: fc.constantFrom('missing' as const, 'otherwise' as const), ...rest }),
      ),
      { minLength: 2, maxLength: 2 },
    ),
  })
  const one = fc.record({ when: of.truth.map(formula('yes/no')), result })
  return fc.oneof(
    ranges.map(([value, cuts, outcomes, above]): Judged => ({
      value,
      judge: {
        kind: 'ranges',
        form: 'table',
        hit: 'unique',
        rows: [],
        otherwise: null,
        banding: {
          cuts: cuts.map((at, i) => ({
            at,
            owner: above === (i % 2 === 0) ? 'above' : 'below',
            guard: value.computed ? 1e-9 * Math.max(1, Math.abs(at)) : 0,
            text: '',
          })),
          outcomes: outcomes.slice(0, cuts.length + 1),
        },
        span: null,
      },
    })),
    fc
      .tuple(
        choices,
        fc.array(fc.tuple(outcome, fc.oneof(words, bandName, fc.constantFrom('yes', 'no'))), { maxLength: 3 }),
        fc.option(outcome),
      )
      .map(([value, all, otherwise]): Judged => ({
        value,
        judge: {
          kind: 'choices',
          rows: all.map(([of_, word]) => ({ outcome: of_, values: [word], span: null })),
          otherwise,
          span: null,
        },
      })),
    fc
      .tuple(number, sorted(1), fc.array(knot, { minLength: 4, maxLength: 4 }), end, end)
      .map(([value, ats, knots, below, above]): Judged => ({
        value,
        judge: build.line([], {
          knots: ats.map((at, i) => ({ at, text: '', ...knots[i]! })),
          below,
          above,
        }),
      })),
    fc
      .tuple(fc.constantFrom('first', 'all'), points, fc.array(one, { minLength: 1, maxLength: 3 }), fc.option(result))
      .map(([hit, from, cases, otherwise]): Judged => ({
        value: null,
        judge: {
          kind: 'cases',
          hit,
          from,
          cases: cases.map((each) => ({ ...each, because: null, action: null, span: null })),
          otherwise,
          span: null,
        },
      })),
    fc
      .tuple(numberAxis, textAxis, fc.array(outcome, { minLength: 4, maxLength: 4 }))
      .map(([down, across, cells]): Judged => ({
        value: null,
        judge: { kind: 'grid', down, across, cells: [cells.slice(0, 2), cells.slice(2)], span: null },
      })),
    number.map((one_): Judged => ({ value: null, judge: { kind: 'points', formula: one_, span: null } })),
  )
}

function modifiers(of: fc.LetrecValue<Expressions>): fc.Arbitrary<readonly Modifier[]> {
  const truth = of.truth.map(formula('yes/no'))
  const modifier = fc
    .record({
      kind: fc.constantFrom('bonus', 'penalty', 'multiply', 'cap', 'floor', 'override'),
      amount: of.number.map(formula('number')),
      when: fc.option(truth),
      until: fc.option(of.date.map(formula('date')), { freq: 3 }),
      because: fc.option(fc.constantFrom('reason', ' ')),
      becauseFrom: fc.option(of.text.map(formula('text')), { freq: 3 }),
      reasonRequired: fc.boolean(),
      band: fc.option(bandName),
      bandFrom: fc.option(fc.constant(formula('text')({ kind: 'input', name: 't' })), { freq: 3 }),
      isBandOnly: fc.boolean(),
    })
    .map(({ isBandOnly, ...parts }): Modifier => {
      const isOverride = parts.kind === 'override'
      return build.modifier(parts.kind, {
        ...parts,
        amount: isOverride && isBandOnly ? null : parts.amount,
        band: isOverride ? parts.band : null,
        bandFrom: isOverride ? parts.bandFrom : null,
      })
    })
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(modifier, { maxLength: 2 }) },
  )
}

const rare = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })
const weights = fc.constantFrom(0.3, 0.15, 0.55, 1, 1, 0)
const rounding = rare(
  fc.record({
    direction: fc.constantFrom('nearest' as const, 'up' as const, 'down' as const),
    places: fc.integer({ min: -1, max: 2 }),
    guard: fc.constant(1e-8),
  }),
)

function measure(name: string, paths: readonly string[]): fc.Arbitrary<Measure> {
  const of = expressions(paths, lets)
  return fc
    .record({
      judged: judged(of),
      weight: weights,
      off: fc.integer({ min: 0, max: 15 }).map((one) => one === 0),
      appliesWhen: rare(of.truth.map(formula('yes/no'))),
      missing: fc.oneof(
        fc.constant({ kind: 'skip' as const }),
        fc.constant({ kind: 'skip' as const }),
        fc.record({ kind: fc.constant('band' as const), band: bandName, points: fc.option(points) }),
        fc.record({ kind: fc.constant('points' as const), points }),
        fc.constant({ kind: 'withhold' as const }),
      ),
      stale: rare(
        fc.record({
          after: fc.constant(3),
          by: fc.constant('d1'),
          treat: fc.constantFrom('flag' as const, 'missing' as const),
        }),
      ),
      round: rounding,
      modifiers: modifiers(of),
    })
    .map(({ judged: by, weight, ...parts }) =>
      build.measure(name, by.judge, { ...parts, value: by.value, weight: build.weight(weight) }),
    )
}

const lets = ['l1']
const combine: fc.Arbitrary<Combine> = fc.record({
  operator: fc.constantFrom('mean', 'mean', 'sum', 'min', 'max', 'product'),
  from: fc.constantFrom(0, 1),
  rescale: fc.boolean(),
})

function settings(path: string, paths: readonly string[]): fc.Arbitrary<Partial<Dimension>> {
  const of = expressions(paths, lets)
  // The whole may not wait for a member below it before it is known to apply.
  const before = path === '' ? expressions([], lets) : of
  return fc
    .record({
      combine,
      weight: weights.map(build.weight),
      off: fc.integer({ min: 0, max: 15 }).map((one) => one === 0 && path !== ''),
      appliesWhen: rare(before.truth.map(formula('yes/no'))),
      round: rounding,
      modifiers: modifiers(of),
      judgeShown: fc.boolean(),
      withholdBelow: rare(fc.constantFrom(0.3, 0.6)),
      clamp: fc.boolean(),
      higherIsWorse: fc.boolean(),
    })
    .map(({ clamp, higherIsWorse, ...parts }) => ({ ...parts, scale: { ...build.scale, clamp, higherIsWorse } }))
}

const root: fc.Arbitrary<Dimension> = fc
  .record({
    a: measure('a', []),
    b: measure('b', ['x.a']),
    x: settings('x', []),
    c: measure('c', ['x.a', 'x']),
    d: measure('d', []),
    z: settings('y.z', ['x']),
    y: settings('y', ['x', 'x.a']),
    e: measure('e', ['x', 'y', 'y.c']),
    whole: settings('', ['x', 'e']),
  })
  .map(({ a, b, x, c, d, z, y, e, whole }) => {
    const inner: Member = build.group('z', [d], z)
    return build.whole([build.group('x', [a, b], x), build.group('y', [c, inner], y), e], whole)
  })

/** Random models over a fixed set of inputs: every kind of expression, judge, rule and modifier, but no cycles. */
export const models: fc.Arbitrary<Model> = fc
  .record({
    first: root,
    other: fc.option(root),
    when: expressions([], lets).truth.map(formula('yes/no')),
    isOpen: fc.boolean(),
    appliesWhen: rare(expressions([], lets).truth.map(formula('yes/no'))),
    l1: expressions([], []).number.map(formula('number')),
    indicator: expressions(['x', 'y.c', ''], lets).truth.map(formula('yes/no')),
    number: expressions(['x', 'e', ''], lets).number.map(formula('number')),
    text: expressions(['x', 'e', ''], lets).text.map(formula('text')),
  })
  .map(({ first, other, when, isOpen, appliesWhen, l1, indicator, number, text }) => {
    const last = build.segment('default', first, { when: isOpen ? null : when })
    const bare = { because: null, action: null, doc: null, span: null }
    return build.model({
      inputs,
      appliesWhen,
      lets: [{ name: 'l1', label: 'l1', doc: null, formula: l1, span: null }],
      segments: other === null ? [last] : [build.segment('other', other, { when }), last],
      indicators: [{ kind: 'risk', label: 'risk', when: indicator, ...bare }],
      results: [
        { name: 'r', label: 'r', formula: number, doc: null, span: null },
        { name: 's', label: 's', formula: text, doc: null, span: null },
      ],
    })
  })
