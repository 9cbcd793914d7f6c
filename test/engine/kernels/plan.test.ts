import { expect, test } from 'vitest'
import { plan } from '../../../src/engine/kernels/plan.ts'
import { score } from '../../../src/engine/kernels/score.ts'
import * as build from '../build.ts'

test('a plan compares texts the second time as it did the first', () => {
  const condition = build.condition(build.compare(build.of('t'), '=', build.text('Good')))
  const judge = build.choices({ healthy: ['yes'], poor: ['no'] })
  const measure = build.measure('m', judge, { value: { ...condition, type: 'yes/no' } })
  const model = build.model({ inputs: [build.input('t', { type: 'text' })], root: build.whole([measure]) })
  const made = plan(model, { asOf: null })
  const scoresOf = (dictionary: readonly string[]) => {
    const codes = Int32Array.from(dictionary, (_, code) => code)
    const inputs = new Map([['t', { kind: 'text' as const, codes, dictionary, unreadable: [] }]])
    return [...score(made, { length: dictionary.length, accounts: null, inputs }).score]
  }
  expect(scoresOf(['bad', 'good', 'Good'])).toEqual([0, 10, 10])
  expect(scoresOf(['bad', 'good', 'Good'])).toEqual([0, 10, 10])
  expect(scoresOf(['Good', 'bad', 'good'])).toEqual([10, 0, 10])
})
