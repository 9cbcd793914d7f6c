import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Span } from '../../findings/span.ts'
import type { Model } from '../../model/model.ts'
import type { ModelTest } from '../../model/test.ts'
import { scoreAccount, type AccountScore } from '../account.ts'
import type { ScoredDimension, ScoredMeasure } from '../scored.ts'
import { goalsOf, type Goal } from './goals.ts'
import { liveMeasures } from './live.ts'
import { reaches } from './reach.ts'
import { namesJudged } from './reads.ts'
import { accountOf, type TestOptions } from './run.ts'

/** How much of a model its tests try. */
export interface Coverage {
  /** Every stretch, choice, piece, case and grid cell of every measure. */
  readonly cells: Tally
  /** Every edge, and both its sides. */
  readonly boundaries: Tally
  /** Every segment, reached by an account that no test forced into it. */
  readonly segments: Tally
  /** Every measure without its value. */
  readonly missing: Tally
}

export interface Tally {
  readonly total: number
  readonly reached: number
  readonly unreached: readonly Unreached[]
}

export interface Unreached {
  /** Path of the measure, or name of the segment. */
  readonly path: string
  /** Segments in which the measure has this form; empty for a segment itself. */
  readonly segments: readonly string[]
  /** In words that follow "no test reaches": `above 4`. */
  readonly what: string
  readonly span: Span | null
}

/** What the tests of a model reach. A test tries a measure where it expects something of it or of a score it is part of. */
export function coverageOf(model: Model, options: TestOptions): Coverage {
  const tries = model.tests.map((test) => tryOf(model, test, options))
  const goals = liveMeasures(model).flatMap((live) => goalsOf(model, live))
  const tally = (kind: Goal['kind']): Tally =>
    count(
      goals.filter((goal) => goal.kind === kind),
      (goal) => tries.some((one) => isReached(model, goal, one)),
      ({ live, what }) => ({ path: live.measure.path, segments: live.segments, what, span: live.measure.span }),
    )
  return {
    cells: tally('cell'),
    boundaries: tally('boundary'),
    segments: count(
      model.segments,
      (segment) => tries.some((one) => one.test.segment === null && one.score.segment === segment),
      (segment) => ({ path: segment.name, segments: [], what: 'it', span: segment.span }),
    ),
    missing: tally('missing'),
  }
}

/** A hint for everything no test reaches. */
export function coverageFindings(coverage: Coverage): readonly Finding[] {
  const { cells, boundaries, missing, segments } = coverage
  return [
    ...[cells, boundaries, missing].flatMap(({ unreached }) =>
      unreached.map(({ path, what, span, segments: within }) =>
        finding('coverage-cell', { measure: path, what }, { span, trail: [...within.slice(0, 1), ...path.split('.')] }),
      ),
    ),
    ...segments.unreached.map(({ path, span }) => finding('coverage-segment', { segment: path }, { span })),
  ]
}

/** A test with the account it scores. */
export interface Try {
  readonly test: ModelTest
  readonly score: AccountScore
  readonly measures: ReadonlyMap<string, ScoredMeasure>
}

export function tryOf(model: Model, test: ModelTest, options: TestOptions): Try {
  const score = scoreAccount(model, ...accountOf(model, test, options))
  return { test, score, measures: new Map(score.root === null ? [] : measuresIn(score.root)) }
}

/** Whether a test reaches a goal, by what it gives and by what it expects. */
export function isReached(model: Model, goal: Goal, { test, score, measures }: Try): boolean {
  const { measure, segments } = goal.live
  const scored = measures.get(measure.path)
  if (scored === undefined || score.segment === null || !segments.includes(score.segment.name)) return false
  if (scored.state === 'off' || !isTried(test, measure.path)) return false
  return goal.aim.kind === 'missing' ? isTriedMissing(model, test, scored) : reaches(goal.aim, scored, score.scope)
}

function isTried(test: ModelTest, path: string): boolean {
  return test.expect.some((expected) => {
    if ('of' in expected) return expected.of === '' || expected.of === path || path.startsWith(`${expected.of}.`)
    return expected.kind === 'shown' || expected.kind === 'no score'
  })
}

/** What no test speaks of is missing in most: only a value given as missing, or expected to be, is tried. */
function isTriedMissing(model: Model, test: ModelTest, scored: ScoredMeasure): boolean {
  const { path, value, judge } = scored.member
  const read = namesJudged(model, scored.member)
  const given = test.given.some(({ name, value: literal }) => literal === null && read.has(name))
  if (value === null || judge.kind === 'cases' || judge.kind === 'grid' || judge.kind === 'points') return given
  const expected = test.expect.some((one) => 'of' in one && one.of === path)
  return scored.value === null && (given || expected)
}

function measuresIn(dimension: ScoredDimension): readonly (readonly [string, ScoredMeasure])[] {
  return dimension.children.flatMap((child) =>
    child.kind === 'dimension' ? measuresIn(child) : [[child.member.path, child] as const],
  )
}

function count<T>(goals: readonly T[], reached: (goal: T) => boolean, name: (goal: T) => Unreached): Tally {
  const unreached = goals.filter((goal) => !reached(goal))
  return { total: goals.length, reached: goals.length - unreached.length, unreached: unreached.map(name) }
}
