import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { decimalOf, percentText, sumOf } from '../../src/model/decimal.ts'
import { checked } from './apply.ts'

const text = (...weights: string[]) =>
  [
    'model m\nmissing skip',
    `inputs { ${weights.map((_, n) => `x${n} count`).join('  ')} }`,
    ...weights.map((weight, n) => `dimension d${n} weight ${weight} { measure x${n}  poor < 5 <= healthy }`),
    '',
  ].join('\n')
const said = (...weights: string[]) => checked(text(...weights)).findings.map(sentence)

describe('weights', () => {
  test.each([
    [['60%', '40%']],
    [['0.6', '40%']],
    [['10%', '20%', '70%']],
    [['33.33333333333%', '33.33333333333%', '33.33333333333%']],
    [['12.5%', '0.875']],
  ])('%s are a whole', (weights) => {
    expect(said(...weights)).toEqual([])
  })
  test.each([
    [['50%', '40%', '30%', '20%'], '140%'],
    [['10%', '30%', '10%', '10%'], '60%'],
    [['33.3%', '33.3%', '33.3%'], '99.9%'],
    [['0.1', '0.2', '0.7000001'], '100.00001%'],
    [['95%', '4.5%'], '99.5%'],
  ])('%s total %s', (weights, total) => {
    expect(said(...weights)).toEqual([`weights total ${total}, not 100%`])
  })
  test('what is off is left out, segment by segment', () => {
    const two = `${text('60%', '40%')}segment a when x0 > 5 { d1 off }\nsegment b when x0 > 9 { d1 off, weight d0 100% }\n`
    expect(
      checked(two)
        .findings.filter(({ slug }) => slug === 'weight-sum')
        .map(sentence),
    ).toEqual(['weights total 60% in `a`, not 100%'])
  })
  test('parts of their sum need no total', () => {
    expect(checked(`${text('50%', '90%')}weights as given\n`).findings).toEqual([])
  })
})

describe('decimals', () => {
  test('add up to the last digit', () => {
    const sum = (...written: string[]) => percentText(sumOf(written.map((one) => decimalOf(one)!)))
    expect(sum('0.1', '0.2')).toBe('30%')
    expect(sum('1e-3', '5%')).toBe('5.1%')
    expect(sum('-20%', '120%')).toBe('100%')
    expect(sum('.5', '1_000%')).toBe('1050%')
    expect(sum('0%')).toBe('0%')
  })
})
