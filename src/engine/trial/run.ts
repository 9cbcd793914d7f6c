import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Explanation } from '../../model/explanation.ts'
import type { Model } from '../../model/model.ts'
import type { Expectation, ModelTest } from '../../model/test.ts'
import { evaluate, type EvaluateOptions } from '../evaluate.ts'
import { findSegment } from '../segments.ts'
import { assertionLines } from './assertion.ts'
import { verify, type Verified } from './expectations.ts'

export interface TestOptions {
  /** The scoring date of tests that give none, in days since 1970-01-01; null: what needs it is missing. */
  readonly asOf: number | null
}

export interface TestOutcome {
  readonly test: ModelTest
  readonly passed: boolean
  /** The expectations that were not met. */
  readonly failures: readonly TestFailure[]
}

export interface TestFailure extends Verified {
  readonly expectation: Expectation
  /** How it came about, a line each: the value on its chain, then every measure's points and weight. */
  readonly details: readonly string[]
}

/** Runs the tests of a model, each on an account of its own, and reports every expectation that is not met. */
export function runTests(
  model: Model,
  options: TestOptions,
): { readonly tests: readonly TestOutcome[]; readonly findings: readonly Finding[] } {
  const tests = model.tests.map((test) => runTest(model, test, options))
  const findings = tests.flatMap(({ test, failures }) =>
    failures.map(({ expectation, expected, got }) =>
      finding(
        'test-fails',
        { test: test.name, expected: aboutWhat(expectation, expected), got },
        { span: expectation.span, witness: witnessOf(test) },
      ),
    ),
  )
  return { tests, findings }
}

function runTest(model: Model, test: ModelTest, options: TestOptions): TestOutcome {
  const explanation = evaluate(model, ...accountOf(model, test, options))
  const segment = explanation.segment === null ? null : findSegment(model, explanation.segment)
  const failures = test.expect.flatMap((expectation): readonly TestFailure[] => {
    const verified = verify(expectation, explanation, model, segment)
    if (verified.met) return []
    return [{ ...verified, expectation, details: detailsOf(explanation, model, expectation) }]
  })
  return { test, passed: failures.length === 0, failures }
}

/** The row and the options that a test scores: what it gives by input name, and by `let` name in place of computing it. */
export function accountOf(
  model: Model,
  test: ModelTest,
  options: TestOptions,
): readonly [row: Readonly<Record<string, number | string | boolean | null>>, options: EvaluateOptions] {
  const lets = new Set(model.lets.map((one) => one.name))
  const row = Object.fromEntries(
    test.given.filter(({ name }) => !lets.has(name)).map(({ name, value }) => [name, value]),
  )
  const given = Object.fromEntries(
    test.given.filter(({ name }) => lets.has(name)).map(({ name, value }) => [name, value]),
  )
  const scored: EvaluateOptions = { asOf: test.asOf ?? options.asOf, given }
  return [row, test.segment === null ? scored : { ...scored, segment: test.segment }]
}

function detailsOf(explanation: Explanation, model: Model, expectation: Expectation): readonly string[] {
  return assertionLines(explanation, model, 'of' in expectation ? expectation.of : '')
}

/** A test names its measure only where the expectation does not. */
function aboutWhat(expectation: Expectation, expected: string): string {
  return 'of' in expectation ? `${expectation.of === '' ? 'score' : expectation.of} ${expected}` : expected
}

function witnessOf(test: ModelTest): Finding['witness'] {
  const given = Object.fromEntries(test.given.map(({ name, value }) => [name, value]))
  return test.segment === null ? { given } : { given, segment: test.segment }
}
