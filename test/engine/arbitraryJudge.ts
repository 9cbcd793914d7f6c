import type { Formula } from '../../src/model/expression.ts'
import type { AxisKey, Banding, CaseResult, Judge, LineEnd, Outcome, Range } from '../../src/model/judge.ts'
import { anyCondition, anyNumber, rawInput, type Known } from './arbitraryExpression.ts'
import { outcome } from './build.ts'
import { ascending, COHORT, many, NUMBERS, oneIn, pick, type Draw } from './draw.ts'

/** Any judge, with the value it judges; null for those that read what they need themselves. */
export function anyJudge(known: Known): { readonly value: Formula | null; readonly judge: Judge } {
  const { draw } = known
  const number = (): Formula =>
    oneIn(draw, 3) ? anyNumber(known, 2) : rawInput(pick(draw, ['n1', 'n2', 'whole', 'share']), 'number')
  return pick<() => { readonly value: Formula | null; readonly judge: Judge }>(draw, [
    () => withBanding(known, number()),
    () => withBanding(known, number()),
    () => ({ value: rawInput('cohort', 'text'), judge: choicesJudge(known, COHORT) }),
    () => ({ value: rawInput('note', 'text'), judge: choicesJudge(known, ['a', 'b', 'poor']) }),
    () => ({ value: rawInput('flag', 'yes/no'), judge: choicesJudge(known, ['yes', 'no']) }),
    () => ({ value: number(), judge: lineJudge(draw) }),
    () => ({ value: null, judge: casesJudge(known) }),
    () => ({ value: null, judge: gridJudge(known) }),
    () => ({ value: null, judge: { kind: 'points', formula: anyNumber(known, 2), span: null } }),
  ])()
}

function withBanding(known: Known, value: Formula): { readonly value: Formula; readonly judge: Judge } {
  const banding = anyBanding(known, value.computed)
  const judge: Judge = { kind: 'ranges', form: 'table', hit: 'unique', rows: [], otherwise: null, banding, span: null }
  return { value, judge }
}

/** Cuts of either owner, single values between two of them, stretches unscored or claimed by none. */
function anyBanding(known: Known, isComputed: boolean): Banding {
  const { draw } = known
  const cuts = ascending(draw, NUMBERS, 0, 4).flatMap((at) => {
    const cut = { at, guard: isComputed ? 1e-9 * Math.max(1, Math.abs(at)) : 0, text: `${at}` }
    if (oneIn(draw, 5)) return [{ ...cut, owner: 'above' } as const, { ...cut, owner: 'below' } as const]
    return [{ ...cut, owner: pick(draw, ['above', 'below'] as const) }]
  })
  const outcomes = Array.from({ length: cuts.length + 1 }, () => (oneIn(draw, 15) ? null : anyOutcome(known)))
  return { cuts, outcomes }
}

function anyOutcome({ draw, rungs }: Known): Outcome {
  const band = pick(draw, rungs).name
  return pick<Outcome>(draw, [
    outcome(band),
    outcome(band),
    outcome(band),
    outcome(band, pick(draw, NUMBERS), { because: 'so', action: 'act' }),
    outcome(null, pick(draw, NUMBERS)),
    oneIn(draw, 3) ? outcome(null) : outcome(band),
  ])
}

function choicesJudge(known: Known, values: readonly string[]): Judge {
  const { draw } = known
  const rows = values
    .filter(() => !oneIn(draw, 5))
    .map((value) => ({ outcome: anyOutcome(known), values: [value], span: null }))
  return { kind: 'choices', rows, otherwise: oneIn(draw, 2) ? anyOutcome(known) : null, span: null }
}

function lineJudge(draw: Draw): Judge {
  const end = (): LineEnd =>
    pick<LineEnd>(draw, [
      { kind: 'hold' },
      { kind: 'extend' },
      { kind: 'unscored' },
      { kind: 'points', points: pick(draw, NUMBERS) },
    ])
  const knots = ascending(draw, NUMBERS, 1, 4).map((at) => {
    const before = pick(draw, NUMBERS)
    const after = oneIn(draw, 3) ? pick(draw, NUMBERS) : before
    return { at, before, after, owner: pick(draw, ['above', 'below'] as const), text: `${at}` }
  })
  return { kind: 'line', knots, below: end(), above: end(), span: null }
}

function casesJudge(known: Known): Judge {
  const { draw, rungs } = known
  const hit = pick(draw, ['first', 'all'] as const)
  const result = (): CaseResult =>
    pick<CaseResult>(draw, [
      { kind: 'band', band: pick(draw, rungs).name, points: oneIn(draw, 3) ? pick(draw, NUMBERS) : null },
      { kind: 'points', formula: anyNumber(known, 1) },
      oneIn(draw, 3) ? { kind: 'unscored' } : { kind: 'band', band: pick(draw, rungs).name, points: null },
    ])
  const cases = many(draw, 1, 3, () => ({
    when: anyCondition(known, 1),
    result: result(),
    because: oneIn(draw, 2) ? 'a case' : null,
    action: null,
    span: null,
  }))
  const from = hit === 'all' ? pick(draw, [0, 5, 10]) : 0
  return { kind: 'cases', hit, from, cases, otherwise: oneIn(draw, 2) ? result() : null, span: null }
}

function gridJudge(known: Known): Judge {
  const { draw } = known
  const down = { value: rawInput('cohort', 'text'), keys: choiceKeys(draw) }
  const across = {
    value: oneIn(draw, 2) ? anyNumber(known, 1) : rawInput('n1', 'number'),
    keys: rangeKeys(draw),
  }
  const cells = down.keys.map(() => across.keys.map(() => anyOutcome(known)))
  return { kind: 'grid', down, across, cells, span: null }
}

function choiceKeys(draw: Draw): AxisKey[] {
  const keys = COHORT.slice(0, pick(draw, [1, 2, 3])).map((value): AxisKey => ({
    kind: 'values',
    values: [value],
    text: value,
    span: null,
  }))
  return [...keys, ...lastKeys(draw)]
}

function rangeKeys(draw: Draw): AxisKey[] {
  const edges = ascending(draw, NUMBERS, 1, 3)
  const keys = [null, ...edges].map((low, index): AxisKey => {
    const range: Range = {
      low,
      lowIncluded: oneIn(draw, 2),
      high: edges[index] ?? null,
      highIncluded: oneIn(draw, 2),
      text: `${low}`,
      span: null,
    }
    return { kind: 'ranges', ranges: [range], text: range.text, span: null }
  })
  return [...keys, ...lastKeys(draw)]
}

function lastKeys(draw: Draw): AxisKey[] {
  const missing: AxisKey[] = oneIn(draw, 2) ? [{ kind: 'missing', text: 'missing', span: null }] : []
  const otherwise: AxisKey[] = oneIn(draw, 2) ? [{ kind: 'otherwise', text: 'otherwise', span: null }] : []
  return [...otherwise, ...missing]
}
