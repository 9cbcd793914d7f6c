import { SAMPLE_DATE } from '../../model/candidates.ts'
import type { Model, Segment } from '../../model/model.ts'
import type { Expectation, ModelTest } from '../../model/test.ts'
import type { AccountScore } from '../account.ts'
import { judge } from '../judges/judge.ts'
import type { ScoredMeasure } from '../scored.ts'
import { arrange } from './arrange.ts'
import { isReached, tryOf, type Try } from './coverage.ts'
import { goalsOf, type Goal } from './goals.ts'
import { liveMeasures, type LiveMeasure } from './live.ts'
import { type Given } from './solve.ts'
import type { Expected, MeasureTests } from './measure-tests.ts'
import { writeTests } from './write-tests.ts'

/**
 * Source text of tests that together reach every cell, boundary and missing value of every measure. What they expect is
 * what the model declares: they record it, and a person has to say whether it is right.
 */
export function generateBoundaryTests(model: Model): string {
  return writeTests(model, boundaryTests(model))
}

export function boundaryTests(model: Model): readonly MeasureTests[] {
  return liveMeasures(model).map((live) => testsOf(model, live))
}

/** One account for each goal that those before it have not reached already, edges first: they reach most cells. */
function testsOf(model: Model, live: LiveMeasure): MeasureTests {
  const segment = live.segments[0]!
  const found: Try[] = []
  const unreached: Goal[] = []
  const goals = goalsOf(model, live).toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])
  for (const goal of goals) {
    if (found.some((one) => isReached(model, goal, one))) continue
    const reached = firstReached(model, goal, segment)
    if (reached === null) unreached.push(goal)
    else found.push(reached)
  }
  const cases = found.map((one) => ({
    given: new Map(one.test.given.map(({ name, value }) => [name, value])),
    expected: expectedOf(one, live.measure.path, model),
  }))
  return { live, segment, cases, unreached }
}

const ORDER: Readonly<Record<Goal['kind'], number>> = { boundary: 0, cell: 1, missing: 2 }

function firstReached(model: Model, goal: Goal, segment: string): Try | null {
  for (const given of arrange(model, goal)) {
    const attempt = tryOf(model, testOf(goal.live.measure.path, given, segment), { asOf: SAMPLE_DATE })
    if (isReached(model, goal, attempt)) return attempt
  }
  return null
}

/** A test that speaks of the measure, so that it counts as trying it. */
function testOf(path: string, given: Given, segment: Segment['name']): ModelTest {
  const expect: Expectation = { kind: 'state', of: path, state: 'scored', text: '', span: null }
  return {
    name: path,
    segment,
    asOf: SAMPLE_DATE,
    given: [...given].map(([name, value]) => ({ name, value })),
    expect: [expect],
    span: null,
  }
}

function expectedOf({ score, measures }: Try, path: string, model: Model): Expected {
  const scored = measures.get(path)!
  const { state, points, calculated } = scored
  if (state === 'notApplicable') return { kind: 'unscored' }
  if (points === null) return { kind: state === 'stale' ? 'stale' : 'missing' }
  const band = bandJudged(model, scored, score)
  return band !== null && points === calculated ? { kind: 'band', band } : { kind: 'points', points }
}

/** The band that the judge, or the missing rule, names itself; null where it yields points. */
function bandJudged({ ladder }: Model, { member, value }: ScoredMeasure, { scope }: AccountScore): string | null {
  const verdict = judge(member, value, ladder, scope)
  if (verdict.kind === 'missing') return member.missing.kind === 'band' ? member.missing.band : null
  return verdict.kind === 'outcome' ? verdict.band : null
}
