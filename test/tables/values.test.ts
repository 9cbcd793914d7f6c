import { describe, expect, test } from 'vitest'
import type { Input } from '../../src/model/input.ts'
import { type Cell, isUnreadable } from '../../src/tables/cell.ts'
import { numberReader } from '../../src/tables/values/number-reader.ts'
import { textReader } from '../../src/tables/values/text-reader.ts'
import { input } from './inputs.ts'

/** `unreadable` and the words that say what was expected. */
type Expected = number | string | null | { readonly not: string }

const not = (words: string): Expected => ({ not: words })

function read(of: Input, cell: Cell): Expected {
  const reading = of.type === 'text' || of.type === 'choice' ? textReader(of)(cell) : numberReader(of)(cell)
  return isUnreadable(reading) ? not(reading.expected) : reading
}

function cases(title: string, of: Input, table: readonly (readonly [Cell, Expected])[]): void {
  test.each(table)(`${title}: %j is %j`, (cell, expected) => {
    expect(read(of, cell)).toEqual(expected)
  })
}

const day = (iso: string) => Date.parse(iso) / 86_400_000

describe('counts', () => {
  cases('a count', input('mau', 'count'), [
    ['40', 40],
    [' 40 ', 40],
    [40, 40],
    ['+40', 40],
    ['0', 0],
    ['-0', 0],
    ['007', 7],
    ['40.0', 40],
    ['1,204', 1204],
    ['1 204', 1204],
    ['1\u00A0204', 1204],
    ['1\u202F204', 1204],
    ['1_204', 1204],
    ['1,204,000', 1_204_000],
    ['1e3', 1000],
    ['1,5', not('clear: write decimals with a point')],
    ['0,204', not('clear: write decimals with a point')],
    ['1.204,50', not('clear: write decimals with a point')],
    ['12,34', not('clear: write decimals with a point')],
    ['1,204 000', not('a whole number')],
    ['40.5', not('a whole number')],
    [40.5, not('a whole number')],
    ['-3', not('0 or more')],
    ['85%', not('a whole number')],
    ['$40', not('a whole number')],
    ['about 40', not('a whole number')],
    ['forty', not('a whole number')],
    ['0x10', not('a whole number')],
    ['NaN', not('a whole number')],
    ['Infinity', not('a whole number')],
    ['1e999', not('a whole number')],
    [NaN, not('a whole number')],
    [Infinity, not('a whole number')],
    ['--4', not('a whole number')],
    ['yes', not('a whole number')],
    [true, not('a whole number')],
    ['#REF!', not('a whole number')],
    ['#DIV/0!', not('a whole number')],
    [{ kind: 'other', text: 'a list of 2' }, not('a whole number')],
  ])
})

describe('no data', () => {
  const marks = ['', ' ', '\t', 'N/A', 'n/a', 'NA', 'na', '#N/A', '-', '–', '—', 'null', 'NULL', 'none', 'None', null]
  for (const type of ['count', 'percent', 'money', 'yes/no', 'date'] as const) {
    cases(
      type,
      input('x', type),
      marks.map((mark) => [mark, null]),
    )
  }
  cases('a choice', input('x', 'choice', { choices: ['Low', 'High'] }), [
    ['none', null],
    ['n/a', null],
  ])
  cases('a choice that declares None', input('x', 'choice', { choices: ['None', 'Some'] }), [['none', 'None']])
  cases('text, where these are words', input('region', 'text'), [
    ['NA', 'NA'],
    ['none', 'none'],
    ['N/A', null],
    ['-', null],
    ['null', null],
  ])
  cases('sentinels', input('x', 'number', { missingWhen: [-1, 999, 'unknown'] }), [
    ['-1', null],
    [999, null],
    ['999.0', null],
    ['Unknown ', null],
    ['998', 998],
  ])
  cases('a sentinel as typed in a percent column', input('x', 'percent', { missingWhen: [-1] }), [
    ['-1', null],
    [-1, null],
    ['-2', -0.02],
  ])
})

describe('percentages', () => {
  cases('percent', input('x', 'percent'), [
    ['85', 0.85],
    [85, 0.85],
    ['85%', 0.85],
    ['85 %', 0.85],
    [{ kind: 'percent', value: 0.85 }, 0.85],
    ['29.3', 0.293],
    [29.3, 0.293],
    ['29.3%', 0.293],
    ['0.85', 0.0085],
    ['0.7', 0.007],
    [0.7, 0.007],
    ['130%', 1.3],
    ['-5%', -0.05],
    ['(5%)', -0.05],
    ['1,204%', 12.04],
    ['1e2', 1],
    ['1.5e-2', 0.00015],
    ['85%%', not('a percentage')],
  ])
  cases('ratio', input('x', 'ratio'), [
    ['0.85', 0.85],
    ['.85', 0.85],
    ['85%', 0.85],
    ['85', 85],
    [{ kind: 'percent', value: 0.85 }, 0.85],
    ['0.2 / 0.3', not('a number')],
  ])
  cases('bounds are on the fraction', input('x', 'percent', { low: 0, high: 1 }), [
    ['100', 1],
    ['100%', 1],
    ['101', not('between 0% and 100%')],
    ['-0.1', not('between 0% and 100%')],
  ])
})

describe('money', () => {
  cases('any currency', input('acv', 'money'), [
    ['$1,204.50', 1204.5],
    ['$ 1,204.50', 1204.5],
    ['€ 12', 12],
    ['12 €', 12],
    ['12EUR', 12],
    ['GBP 12', 12],
    ['(1,204)', -1204],
    ['($1,204.50)', -1204.5],
    ['-$5', -5],
    ['$-5', -5],
    ['−5', -5],
    ['1204.5', 1204.5],
    ['1.204,50', not('clear: write decimals with a point')],
    ['$', not('an amount')],
    ['$5%', not('an amount')],
    ['$-(5)', not('an amount')],
    ['(-5)', not('an amount')],
    ['5 dollars', not('an amount')],
  ])
  cases('euros', input('acv', 'money', { currency: 'EUR' }), [
    ['€12', 12],
    ['EUR 12', 12],
    ['12', 12],
    ['$12', not('an amount in EUR')],
    ['USD 12', not('an amount in EUR')],
  ])
})

describe('yes and no', () => {
  cases('yes/no', input('champion', 'yes/no'), [
    ['yes', 1],
    ['Yes', 1],
    ['Y', 1],
    ['TRUE', 1],
    ['t', 1],
    ['1', 1],
    ['1.0', 1],
    ['✓', 1],
    [true, 1],
    [1, 1],
    ['no', 0],
    ['N', 0],
    ['false', 0],
    ['0', 0],
    ['✗', 0],
    [false, 0],
    [0, 0],
    ['x', not('yes or no')],
    ['maybe', not('yes or no')],
    ['2', not('yes or no')],
    ['-1', not('yes or no')],
    [2, not('yes or no')],
  ])
})

describe('dates', () => {
  cases('a date', input('renewal', 'date'), [
    ['2025-01-31', day('2025-01-31')],
    ['2025-01-31T10:00:00Z', day('2025-01-31')],
    ['2025-01-31 23:59', day('2025-01-31')],
    ['2025-01-31T23:59:59.5+02:00', day('2025-01-31')],
    ['1969-12-31', -1],
    ['2024-02-29', day('2024-02-29')],
    ['2025-02-29', not('a date such as 2025-01-31')],
    ['2025-13-01', not('a date such as 2025-01-31')],
    ['31/01/2025', not('a date such as 2025-01-31')],
    ['01/02/2025', not('a date such as 2025-01-31')],
    ['2025/01/31', not('a date such as 2025-01-31')],
    ['31 Jan 2025', not('a date such as 2025-01-31')],
    ['45688', day('2025-01-31')],
    [45688, day('2025-01-31')],
    [45688.75, day('2025-01-31')],
    [1, day('1900-01-01')],
    [59, day('1900-02-28')],
    [60, not('a date such as 2025-01-31')],
    [61, day('1900-03-01')],
    [2_958_465, day('9999-12-31')],
    [2_958_466, not('a date such as 2025-01-31')],
    [0, not('a date such as 2025-01-31')],
    ['20250131', not('a date such as 2025-01-31')],
    [{ kind: 'date', value: 20_119 }, 20_119],
  ])
  cases('bounds', input('renewal', 'date', { low: day('2020-01-01'), high: null }), [
    ['2019-12-31', not('2020-01-01 or more')],
  ])
  cases('a date in a column of counts', input('x', 'count'), [[{ kind: 'date', value: 20_119 }, not('a whole number')]])
})

describe('choices and text', () => {
  cases('a choice', input('sentiment', 'choice', { choices: ['Poor', 'Concerning', 'Very Healthy'] }), [
    ['Poor', 'Poor'],
    ['poor ', 'Poor'],
    ['VERY  HEALTHY', 'Very Healthy'],
    ['Fine', not('one of Poor, Concerning, Very Healthy')],
    ['Poor 🔴', not('one of Poor, Concerning, Very Healthy')],
  ])
  cases('a choice of numbers', input('tier', 'choice', { choices: ['1', '2'] }), [
    [1, '1'],
    ['2', '2'],
    ['1.0', not('one of 1, 2')],
  ])
  cases('text', input('note', 'text'), [
    ['  Acme, Inc. ', 'Acme, Inc.'],
    [42, '42'],
    [true, 'true'],
    [{ kind: 'date', value: 0 }, '1970-01-01'],
    [{ kind: 'percent', value: 0.07 }, '7%'],
    ['#REF!', not('text')],
    ['#1 priority', '#1 priority'],
    [{ kind: 'other', text: 'a list of 2' }, not('text')],
  ])
})
