import { bareInput } from '../../src/model/bare-input.ts'
import { freezeModel } from '../../src/model/freeze.ts'
import { hashModel } from '../../src/model/hash.ts'
import type { Expression, Formula, Unit, ValueType } from '../../src/model/expression.ts'
import type { Dimension, Measure, Member, Modifier, Scale, Weight } from '../../src/model/group.ts'
import type { Input } from '../../src/model/input.ts'
import type { Band, Banding, ChoicesJudge, LineJudge, Outcome, RangesJudge } from '../../src/model/judge.ts'
import { MODEL_SCHEMA, type Model, type Segment } from '../../src/model/model.ts'

/** Models as plain objects, without parser or compiler: every field has a plain default that a test may replace. */
export function model(parts: Partial<Model> & { root?: Dimension } = {}): Model {
  const { root, ...given } = parts
  const bare: Model = {
    salus: MODEL_SCHEMA,
    name: 'm',
    label: 'M',
    doc: null,
    version: null,
    effective: null,
    hash: '',
    ladder,
    inputs: [],
    logs: [],
    lets: [],
    uses: [],
    appliesWhen: null,
    segments: root === undefined ? [] : [segment('default', root)],
    exclusiveSegments: false,
    otherwiseNoScore: false,
    indicators: [],
    results: [],
    portfolio: [],
    tests: [],
    allows: [],
    span: null,
    ...given,
  }
  return freezeModel({ ...bare, hash: hashModel(bare) })
}

export const ladder: readonly Band[] = [
  { name: 'poor', label: 'Poor', points: 0, color: 'red' },
  { name: 'concerning', label: 'Concerning', points: 5, color: 'amber' },
  { name: 'healthy', label: 'Healthy', points: 10, color: 'green' },
]

export function segment(name: string, root: Dimension, parts: Partial<Segment> = {}): Segment {
  return { name, label: name, doc: null, when: null, root, amends: null, span: null, ...parts }
}

export function input(name: string, parts: Partial<Input> = {}): Input {
  return { ...bareInput(name, 'number'), ...parts }
}

/** A score of 0 to 10 with one decimal. */
export const scale: Scale = { low: 0, high: 10, decimals: 1, higherIsWorse: false, clamp: true, guard: 1e-8 }

/** A whole score or, with a path, a dimension below it. Paths of children are set from its own. */
export function group(name: string, children: readonly Member[], parts: Partial<Dimension> = {}): Dimension {
  const path = parts.path ?? name
  return {
    kind: 'dimension',
    name,
    label: name,
    path,
    doc: null,
    weight: weight(1),
    off: false,
    appliesWhen: null,
    round: null,
    modifiers: [],
    span: null,
    combine: { operator: 'mean', from: 0, rescale: false },
    scale: { ...scale, clamp: false },
    bands: ladder,
    banding: thirds,
    judgeShown: false,
    withholdBelow: null,
    weightsAsGiven: false,
    ...parts,
    children: children.map((child) => underPath(child, path)),
  }
}

/** The whole score: its path is ''. */
export function whole(children: readonly Member[], parts: Partial<Dimension> = {}): Dimension {
  return group('m', children, { path: '', scale, ...parts })
}

function underPath(member: Member, above: string): Member {
  const path = above === '' ? member.name : `${above}.${member.name}`
  return member.kind === 'measure'
    ? { ...member, path }
    : { ...member, path, children: member.children.map((child) => underPath(child, path)) }
}

export function measure(name: string, judge: Measure['judge'], parts: Partial<Measure> = {}): Measure {
  return {
    kind: 'measure',
    name,
    label: name,
    path: name,
    doc: null,
    weight: weight(1),
    off: false,
    appliesWhen: null,
    round: null,
    modifiers: [],
    span: null,
    value: raw({ kind: 'input', name }),
    judge,
    missing: { kind: 'skip' },
    stale: null,
    best: 10,
    ...parts,
  }
}

/** A weight whose integer is its hundredfold: percentages and factors with two decimals are exact. */
export function weight(value: number): Weight {
  return { value, integer: Math.round(value * 100), text: null, span: null }
}

export function modifier(kind: Modifier['kind'], parts: Partial<Modifier> = {}): Modifier {
  return {
    kind,
    amount: null,
    band: null,
    bandFrom: null,
    when: null,
    because: null,
    becauseFrom: null,
    until: null,
    reasonRequired: false,
    span: null,
    ...parts,
  }
}

export function outcome(band: string | null, points: number | null = null, parts: Partial<Outcome> = {}): Outcome {
  return { band, points, because: null, action: null, ...parts }
}

/** `ranges('poor', '<', 50, '<=', 'concerning', …)` as in the chain form: bands and edges by turns, ascending. */
export function chain(first: string, ...rest: readonly [sign: '<' | '<=', at: number, band: string][]): RangesJudge {
  return {
    kind: 'ranges',
    form: 'chain',
    hit: 'unique',
    rows: [],
    otherwise: null,
    banding: {
      cuts: rest.map(([sign, at]) => ({ at, owner: sign === '<' ? 'above' : 'below', guard: 0, text: String(at) })),
      outcomes: [first, ...rest.map(([, , band]) => band)].map((band) => outcome(band)),
    },
    span: null,
  }
}

/** Choices by band: `{ poor: ['no'], healthy: ['yes'] }`. */
export function choices(
  rows: Readonly<Record<string, readonly string[]>>,
  otherwise: Outcome | null = null,
): ChoicesJudge {
  return {
    kind: 'choices',
    rows: Object.entries(rows).map(([band, values]) => ({ outcome: outcome(band), values, span: null })),
    otherwise,
    span: null,
  }
}

/** Straight lines through [value, points] knots. */
export function line(knots: readonly (readonly [number, number])[], parts: Partial<LineJudge> = {}): LineJudge {
  return {
    kind: 'line',
    knots: knots.map(([at, y]) => ({ at, before: y, after: y, owner: 'above', text: String(at) })),
    below: { kind: 'hold' },
    above: { kind: 'hold' },
    span: null,
    ...parts,
  }
}

/** The bands of a score of 0 to 10 by exact thirds. */
export const thirds: Banding = evenBanding(0, 10, ['poor', 'concerning', 'healthy'])

export function evenBanding(low: number, high: number, bands: readonly string[]): Banding {
  const guard = (high - low) * 1e-9
  return {
    cuts: bands.slice(1).map((_, i) => {
      const at = low + ((high - low) * (i + 1)) / bands.length
      return { at, owner: 'above', guard, text: String(at) }
    }),
    outcomes: bands.map((band) => outcome(band)),
  }
}

/** A formula of one raw input or literal. */
export function raw(expression: Expression, unit: Unit | null = null, type: ValueType = 'number'): Formula {
  return { expression, type, unit, computed: false, text: expression.kind, span: null }
}

/** A computed formula. */
export function computed(expression: Expression, unit: Unit | null = null, type: ValueType = 'number'): Formula {
  return { ...raw(expression, unit, type), computed: true }
}

/** A condition. */
export function condition(expression: Expression, text = 'condition'): Formula {
  return { expression, type: 'yes/no', unit: null, computed: true, text, span: null }
}

export const number = (value: number): Expression => ({ kind: 'number', value })
export const text = (value: string): Expression => ({ kind: 'text', value })
export const of = (name: string): Expression => ({ kind: 'input', name })
export const amount = (value: number): Formula => raw(number(value))

export function compare(
  left: Expression,
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=',
  right: Expression,
  guard = 0,
): Expression {
  return { kind: 'compare', operator, left, right, guard }
}
