import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { sentence } from '../../src/findings/report.ts'
import { checked } from './apply.ts'

const inputs =
  'inputs { age days  seats count  mau count  plan one of Free, Team, Large  deployment text  trial yes/no  renewal date }\nlet share = mau / seats as percent'

/** Two segments, the second told apart from the first by its thresholds. */
const pair = (first: string, second: string, more = '') =>
  `model m\nmissing skip\n${more}${inputs}\nmeasure seats  poor < 5 <= healthy\nmeasure age  poor < 5 <= healthy\n` +
  `measure plan  poor = Free, healthy = Team or Large\nmeasure deployment  poor = "none", otherwise healthy\n` +
  `measure trial  poor = yes, healthy = no\nmeasure renewal  poor < 2025-01-01 <= healthy\nmeasure share  poor < 50% <= healthy\n` +
  `segment a when ${first} { measure seats  poor < 7 <= healthy }\nsegment b when ${second} { measure seats  poor < 9 <= healthy }\n`

const found = (first: string, second: string, more = '') => checked(pair(first, second, more)).findings

describe('segments that can both hold', () => {
  test.each([
    ['deployment = "airgapped"', 'age < 90'],
    ['age < 90', 'age > 30'],
    ['share < 40%', 'seats > 10'],
    ['mau / seats < 0.4', 'plan = Free'],
    ['days_between(as_of, renewal) <= 90', 'plan = Large'],
    ['plan is one of (Free, Team)', 'trial'],
    ['not trial', 'plan is missing'],
    ['renewal < as_of', 'deployment != "cloud"'],
    ['share < 40%', 'mau > 1000'],
  ])('%s, and %s: an account in both is shown, and the engine puts it in the first', (first, second) => {
    const text = pair(first, second)
    const finding = checked(text).findings[0]!
    expect(sentence(finding)).toBe('an account can be both `a` and `b`; `a` wins')
    const { given, asOf = null } = finding.witness!
    const segment = (of: string) => evaluate(checked(of).model, given, { asOf }).segment
    expect(segment(text)).toBe('a')
    // With the conditions exchanged the same account is in the first again: it meets both.
    expect(segment(pair(second, first))).toBe('a')
  })
  test.each([
    ['age < 30', 'age >= 30'],
    ['plan = Free', 'plan = Team or plan = Large'],
    ['trial', 'not trial'],
    ['share < 40%', 'share > 40% and seats > 5'],
    ['deployment = "airgapped"', 'deployment = "Cloud"'],
    ['age < 30 and seats > 5', 'age > 20 and seats <= 5'],
    ['renewal < 2025-01-01', 'renewal >= 2025-01-01 or renewal is missing'],
    ['age is missing', 'age > 5'],
    ['mau / seats < 0.4', 'mau / seats > 0.5'],
  ])('%s, and %s: never both', (first, second) => {
    expect(found(first, second)).toEqual([])
  })
  test('declared exclusive it is an error', () => {
    expect(found('age < 90', 'age > 30', 'exclusive segments\n')[0]!.level).toBe('error')
  })
})

describe('segments that no account reaches', () => {
  const said = (first: string, second: string) => found(first, second).map(sentence)
  test.each([
    ['age < 90', 'age < 30'],
    ['plan = Free or plan = Team', 'plan != "Large"'],
    ['share < 50%', 'share < 40% and seats > 3'],
    ['deployment = " AIRGAPPED "', 'deployment = "airgapped"'],
  ])('%s takes all of %s', (first, second) => {
    expect(said(first, second)).toEqual(['`b` can never apply: `a` takes every account first'])
  })
  test.each(['age < 30 and age > 90', 'seats < 0', 'plan = Free and plan = Team', 'trial and not trial', 'share < 0%'])(
    '%s holds for none',
    (condition) => {
      expect(said('deployment = "airgapped"', condition)).toEqual(['no account can be in `b`'])
    },
  )
})
