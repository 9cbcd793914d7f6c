import { describe, expect, test } from 'vitest'
import type { LeakKind } from '../../src/validation/leak-check.ts'
import type { Outcomes } from '../../src/validation/outcomes.ts'
import type { ScoredRows } from '../../src/validation/scored-rows.ts'
import { validate } from '../../src/validation/validate.ts'
import { drawn, measure, outcomesOf, scoresOf } from './controls.ts'

describe('leak checks', () => {
  const { scores, outcomes } = drawn(2, 300, (score) => 0.4 - 0.4 * (score / 100))

  test('pass where nothing is wrong', () => {
    const sound = { ...scores, recordedAt: scores.dates, parts: [measure('usage.logins', scores)] }
    const found = validate(sound, outcomes, { horizon: 90, seed: 1 }).checks
    expect(found.filter(({ result }) => result === 'failed')).toEqual([])
    expect(resultOf('recorded late', sound)).toBe('passed')
    expect(resultOf('scored after the loss')).toBe('passed')
    expect(resultOf('survivors only')).toBe('passed')
    expect(resultOf('repeated accounts')).toBe('passed')
    // Nobody said when contracts end.
    expect(resultOf('could not leave')).toBe('unknown')
  })

  test('scores that go on after the loss', () => {
    const rows = [0, 30, 60, 90].flatMap((day) =>
      Array.from({ length: 20 }, (_, at) => ({ account: `A${at}`, day, score: at })),
    )
    const losses = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`A${at}`, 25]))
    expect(resultOf('scored after the loss', scoresOf(rows), outcomesOf(losses, 200))).toBe('failed')
  })

  test('scores kept after their date', () => {
    expect(resultOf('recorded late', { ...scores, recordedAt: scores.dates.map((date) => date + 30) })).toBe('note')
    expect(resultOf('recorded late')).toBe('unknown')
  })

  test('an export of those who stayed', () => {
    const losses = new Map([
      ...outcomes.losses,
      ...Array.from({ length: 100 }, (_, at) => [`gone ${at}`, [{ day: 20, returns: null }]] as const),
    ])
    expect(resultOf('survivors only', scores, { ...outcomes, losses })).toBe('failed')
  })

  test('a score that is people’s judgement and little else', () => {
    const noise = drawn(9, scores.length, () => 0).scores.score
    const opinion = { ...measure('pulse.sentiment', scores, 0.8), points: scores.score }
    const other = {
      ...measure('usage.logins', scores, 0.2),
      points: noise,
      contribution: noise.map((one) => 0.2 * one),
    }
    const mixed = {
      ...scores,
      score: scores.score.map((one, at) => 0.8 * one + 0.2 * noise[at]!),
      parts: [opinion, other],
    }
    expect(resultOf('opinion', mixed)).toBe('note')
  })

  test('a measure that holds time itself', () => {
    expect(resultOf('tenure', { ...scores, parts: [measure('account.tenure_months', scores)] })).toBe('note')
  })

  test('several rows of one account are drawn together', () => {
    const rows = [0, 90].flatMap((day) =>
      Array.from({ length: 40 }, (_, at) => ({ account: `A${at}`, day, score: at })),
    )
    const losses = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`A${2 * at}`, 120]))
    const report = validate(scoresOf(rows), outcomesOf(losses, 200), { horizon: 90, seed: 1 })
    expect(report.whole).toMatchObject({ n: 80, events: 20, method: 'cluster bootstrap' })
  })

  test('accounts that could not leave are told, and the others judged by themselves', () => {
    const decisions = scores.accounts
      .slice(0, 100)
      .map((account) => ({ account, day: 45, churned: outcomes.losses.has(account) }))
    const report = validate(scores, { ...outcomes, decisions }, { horizon: 90, seed: 1 })
    expect(report.availableToRenew!.n).toBe(100)
    expect(report.checks.find(({ check }) => check === 'could not leave')!.sentence).toContain('Only 100 of 300')
  })

  describe('usage that falls to 0', () => {
    // Four monthly scores of 60 accounts; the first 20 are lost on day 100, all others stay.
    const days = [0, 30, 60, 90]
    const lost = 20
    const book = (valueOf: (account: number, day: number) => number, scoreOf = (_: number, value: number) => value) => {
      const all = days.flatMap((day) =>
        Array.from({ length: 60 }, (_, at) => ({ account: `A${at}`, day, score: scoreOf(at, valueOf(at, day)) })),
      )
      const rows = scoresOf(all)
      const value = Float64Array.from(all, ({ account, day }) => valueOf(Number(account.slice(1)), day))
      return { ...rows, parts: [{ ...measure('usage.mau', rows), points: value, value }] }
    }
    const losses = outcomesOf(Object.fromEntries(Array.from({ length: lost }, (_, at) => [`A${at}`, 100])), 200)

    test('in the last month only gives the outcome away', () => {
      const ended = book((at, day) => (at < lost && day === 90 ? 0 : 20 + ((at * 7) % 60)))
      const found = validate(ended, losses, { horizon: 30, seed: 1 }).checks.find(
        ({ check }) => check === 'usage fell to 0',
      )
      expect(found).toMatchObject({ result: 'failed' })
      expect(found!.sentence).toContain('within 45 days before 20 of 20 losses, and in 0 of 40 accounts that stayed')
    })

    test('is known and weighs nothing where the score does not rest on it', () => {
      // Ten more are lost without it, and every ten accounts have the same ten scores.
      const more = outcomesOf(Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`A${at}`, 100])), 200)
      const ended = book(
        (at, day) => (at < lost && day === 90 ? 0 : 20 + ((at * 7) % 60)),
        (at) => (at % 10) * 10,
      )
      expect(resultOf('usage fell to 0', ended, more, 30)).toBe('note')
    })

    test('long before, or as often where accounts stay, is a sign like any other', () => {
      expect(
        resultOf(
          'usage fell to 0',
          book((at, day) => (at < lost && day >= 30 ? 0 : 30 + at)),
          losses,
          30,
        ),
      ).toBe('passed')
      expect(
        resultOf(
          'usage fell to 0',
          book((at, day) => (day === 90 ? 0 : 30 + at)),
          losses,
          30,
        ),
      ).toBe('passed')
    })

    test('is none where 0 is the best, and cannot be told without values', () => {
      const tickets = book((at, day) => (at < lost && day === 90 ? 0 : 5))
      const parts = tickets.parts.map((part) => ({ ...part, points: part.value.map((one) => 100 - one) }))
      expect(resultOf('usage fell to 0', { ...tickets, parts }, losses, 30)).toBe('passed')
      expect(resultOf('usage fell to 0', { ...tickets, parts: [measure('usage.mau', tickets)] }, losses, 30)).toBe(
        'unknown',
      )
    })
  })

  test('accounts that have only begun are told, with the AUC without them', () => {
    const young = new Set(scores.accounts.slice(0, 60))
    const since = (account: string) => (young.has(account) ? -30 : -900)
    const { checks, whole } = validate(scores, { ...outcomes, since }, { horizon: 90, seed: 1 })
    const { result, sentence } = checks.find(({ check }) => check === 'onboarding')!
    expect(result).toBe('note')
    expect(sentence).toContain('60 of 300 rows are of accounts in onboarding')
    expect(sentence).toContain(`${whole.auc!.toFixed(2)} with`)
    expect(resultOf('onboarding', scores, { ...outcomes, since: () => -900 })).toBe('passed')
    expect(resultOf('onboarding')).toBe('unknown')
    const named = { ...scores, segments: ['Onboarding'], segment: scores.segment.map((_, at) => (at < 100 ? 0 : -1)) }
    expect(resultOf('onboarding', named)).toBe('note')
  })

  function resultOf(check: LeakKind, rows: ScoredRows = scores, what: Outcomes = outcomes, horizon = 90) {
    return validate(rows, what, { horizon, seed: 1 }).checks.find((one) => one.check === check)!.result
  }
})
