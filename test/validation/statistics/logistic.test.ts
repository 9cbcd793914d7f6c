import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logistic, logisticProbability } from '../../../src/validation/statistics/logistic.ts'
import { platt } from '../../../src/validation/statistics/platt.ts'

// Weight, power and gearbox of the 32 cars that every R brings along.
const wt = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345, 2.2, 1.615,
  1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
]
const hp = [
  110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150, 245, 175,
  66, 91, 113, 264, 175, 335, 109,
]
const am = [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]

describe('logistic regression', () => {
  test('two columns, as glm of R has it', () => {
    // R 4.2.2: glm(am ~ wt + hp, binomial, mtcars), epsilon 1e-14.
    const fit = logistic([wt, hp], am)
    expect(fit).toMatchObject({ kind: 'fitted' })
    if (fit.kind !== 'fitted') return
    expect(fit.intercept).toBeCloseTo(18.866298717204096, 7)
    expect(fit.coefficients[0]).toBeCloseTo(-8.083475182444628, 7)
    expect(fit.coefficients[1]).toBeCloseTo(0.0362555960822165, 7)
    fit.standardErrors.forEach((error, at) =>
      expect(error).toBeCloseTo([7.443558060205274, 3.0686751130546961, 0.0177341536507693][at]!, 6),
    )
  })

  test('the likelihood is flat at the fit: what was expected is what happened', () => {
    const rows = fc.array(fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.boolean()), {
      minLength: 30,
      maxLength: 60,
    })
    fc.assert(
      fc.property(rows, (drawn) => {
        const column = drawn.map(([x]) => x)
        const events = drawn.map(([, event]) => Number(event))
        const fit = logistic([column], events)
        if (fit.kind !== 'fitted') return
        const left = events.map((event, at) => event - logisticProbability(fit, [column[at]!]))
        expect(left.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 7)
        expect(left.reduce((sum, one, at) => sum + one * column[at]!, 0)).toBeCloseTo(0, 5)
      }),
      { seed: 7, numRuns: 50 },
    )
  })

  test('what has no best line says why', () => {
    expect(logistic([[1, 2, 3]], [1, 1, 1])).toEqual({ kind: 'one-class' })
    expect(logistic([[1, 2, 3, 4]], [0, 0, 1, 1])).toEqual({ kind: 'separated' })
    expect(logistic([[5, 5, 5, 5]], [0, 1, 0, 1])).toEqual({ kind: 'dependent' })
    const column = [1, 2, 3, 4, 5, 6]
    expect(logistic([column, column.map((x) => 3 * x)], [0, 1, 0, 1, 0, 1])).toEqual({ kind: 'dependent' })
  })
})

describe('probabilities from a score', () => {
  test('a score that separates is held by a penalty, and says so', () => {
    const fitted = platt([1, 2, 3, 4], [1, 1, 0, 0])!
    expect(fitted.ridge).toBe(1)
    expect(fitted.slope).toBeLessThan(0)
    expect(Number.isFinite(fitted.standardError)).toBe(true)
  })

  test('one score for all gives none', () => {
    expect(platt([3, 3, 3], [0, 1, 0])).toBeNull()
    expect(platt([1, 2, 3], [0, 0, 0])).toBeNull()
  })
})
