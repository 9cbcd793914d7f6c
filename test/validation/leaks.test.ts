import { describe, expect, test } from 'vitest'
import type { LeakKind } from '../../src/validation/leaks.ts'
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

  function resultOf(check: LeakKind, rows: ScoredRows = scores, what: Outcomes = outcomes) {
    return validate(rows, what, { horizon: 90, seed: 1 }).checks.find((one) => one.check === check)!.result
  }
})
