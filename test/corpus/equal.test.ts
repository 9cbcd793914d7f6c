import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { equalCase, equalCases } from './equal-case.ts'
import { evaluatorFigures, explanationsOf, kernelFigures, measuresByPath } from './figures.ts'

describe.each(equalCases)('%s', (name) => {
  const one = equalCase(name)
  const explanations = explanationsOf(one)

  test('the evaluator of single accounts gives what was derived without it', () => {
    expect(one.differences(evaluatorFigures(explanations))).toEqual([])
  })

  test('the kernels give it too', () => {
    expect(one.differences(kernelFigures(one))).toEqual([])
  })

  test('what measures and modifiers lose adds up to the shortfall', () => {
    const { low, high } = one.model.segments[0]!.root.scale
    const wrong = explanations.flatMap((explanation, row) => {
      if (explanation.shortfall === null) return []
      const lost = [...measuresByPath(explanation).values(), ...explanation.modifiers].map((part) => part.lost ?? 0)
      const total = lost.reduce((sum, part) => sum + part, 0)
      const off = Math.abs(total - explanation.shortfall) > 1e-9 * (high - low)
      return off ? [`row ${row + 1}: ${total}, not ${explanation.shortfall}`] : []
    })
    expect(wrong).toEqual([])
  })
})

// Where there is no Python the committed results stand as they are.
test.skipIf(!hasPython())('the committed results are what derive.py derives', () => {
  const run = (): string =>
    execFileSync('python3', [join(import.meta.dirname, 'equal/derive.py'), '--check'], { encoding: 'utf8' })
  expect(run()).toBe('')
})

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
