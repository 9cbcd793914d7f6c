import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { round, shown } from '../../src/engine/rounding.ts'
import { input, measure, model, of, raw, weight, whole } from './build.ts'

/** Points in hundredths, weights in percent, a decimal number of them shown. */
const anyScore = fc.record({
  parts: fc.array(fc.tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 100 })), {
    minLength: 1,
    maxLength: 6,
  }),
  decimals: fc.integer({ min: 0, max: 2 }),
})

/** Σ weight × points / Σ weight, rounded half up, in whole numbers alone. */
function exactly(parts: readonly (readonly [number, number])[], decimals: number): string {
  const numerator = parts.reduce((sum, [points, share]) => sum + BigInt(points) * BigInt(share), 0n)
  const denominator = 100n * parts.reduce((sum, [, share]) => sum + BigInt(share), 0n)
  const scaled = numerator * 10n ** BigInt(decimals)
  const rounded = (2n * scaled + denominator) / (2n * denominator)
  const digits = rounded.toString().padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

describe('a shown score', () => {
  test('is what exact arithmetic on the decimals gives, ties included', () => {
    fc.assert(
      fc.property(anyScore, ({ parts, decimals }) => {
        const names = parts.map((_, index) => `m${index}`)
        const scored = model({
          inputs: names.map((name) => input(name)),
          root: whole(
            parts.map(([, share], index) =>
              measure(
                names[index]!,
                { kind: 'points', formula: raw(of(names[index]!)), span: null },
                { value: null, weight: weight(share / 100) },
              ),
            ),
            { scale: { low: 0, high: 10, decimals, higherIsWorse: false, clamp: true, guard: 1e-8 } },
          ),
        })
        const row = Object.fromEntries(parts.map(([points], index) => [names[index]!, points / 100]))
        expect(evaluate(scored, row, { asOf: null }).shown).toBe(exactly(parts, decimals))
      }),
      { numRuns: 500, seed: 20_260_103 },
    )
  })
  test('every tie of points 0, 5 and 10 under 30, 15 and 55 percent goes up', () => {
    const ties = [0, 5, 10].flatMap((a) => [0, 5, 10].flatMap((b) => [0, 5, 10].map((c) => [a, b, c] as const)))
    for (const points of ties) {
      const parts = points.map((one, index) => [one * 100, [30, 15, 55][index]!] as const)
      const score = parts.reduce((sum, [one, share]) => sum + (one / 100) * share, 0) / 100
      expect(shown(score, { decimals: 1, guard: 1e-8 })).toBe(exactly(parts, 1))
    }
  })
  test.each<[number, number, string]>([
    [8.25, 1, '8.3'],
    [-8.25, 1, '-8.3'],
    [0.05, 1, '0.1'],
    [-0.04, 1, '0.0'],
    [-0, 1, '0.0'],
    [1.005, 2, '1.01'],
    [6.8, 0, '7'],
    [2.5, 0, '3'],
    [8.249_999_999, 1, '8.3'],
    [8.249_999, 1, '8.2'],
  ])('%d to %i decimals is %s', (score, decimals, text) => {
    expect(shown(score, { decimals, guard: 1e-8 })).toBe(text)
  })
})

describe('round', () => {
  test.each<[number, 'nearest' | 'up' | 'down', number, number]>([
    [2.5, 'nearest', 0, 3],
    [-2.5, 'nearest', 0, -3],
    [1.005, 'nearest', 2, 1.01],
    [0.1 + 0.2, 'up', 1, 0.3],
    [0.31, 'up', 1, 0.4],
    [-0.31, 'up', 1, -0.3],
    [0.7 + 0.1, 'down', 1, 0.8],
    [0.79, 'down', 1, 0.7],
    [1234, 'nearest', -2, 1200],
    [1250, 'nearest', -2, 1300],
    [1201, 'up', -2, 1300],
  ])('%d %s to %i places is %d', (value, direction, places, expected) => {
    expect(round(value, direction, places, 1e-9)).toBe(expected)
  })
})
