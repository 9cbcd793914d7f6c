import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalOf } from '../../src/finance/money.ts'
import { amountOf } from '../../src/finance/read/amount.ts'
import { dayOf, isUntold, NO_DAY, toldDay } from '../../src/finance/read/days.ts'
import { day } from './open.ts'

describe('amounts as people type them', () => {
  test.each([
    ['1200', 120000],
    ['1,200.00', 120000],
    ["1'200.50", 120050],
    ['1 200.5', 120050],
    ['1 200.00', 120000],
    ['(1,200.00)', -120000],
    ['-1200', -120000],
    ['−1200.05', -120005],
    ['1,200.00-', -120000],
    ['$1,200.00', 120000],
    ['-$5', -500],
    ['($5.10)', -510],
    ['€ 12', 1200],
    ['1200.00 USD', 120000],
    ['0', 0],
    ['-0.00', 0],
    ['.5', 50],
    ['1.2E+05', 12000000],
    ['90071992547409.91', 9007199254740991],
  ])('%s', (text, cents) => expect(amountOf(text)?.cents).toBe(cents))

  test.each(['', 'abc', '1,2', '1.200,00', '12%', '--5', '(-5)', '1..2', '90071992547409.92', 'NaN', '1e400', '-'])(
    '`%s` is none',
    (text) => expect(amountOf(text)).toBeNull(),
  )

  test.each([
    ['0.005', 1],
    ['-0.005', -1],
    ['0.0049999', 0],
    ['1.005', 101],
    ['0.30000000000000004', 30],
  ])('%s is rounded half away from zero on its digits', (text, cents) => {
    expect(amountOf(text)).toMatchObject({ cents, rounded: true })
  })

  test('whole cents come back from their own text, whatever is written around them', () => {
    const around: ((text: string) => string)[] = [
      (text) => text,
      (text) => `USD ${text}`,
      (text) => ` ${text}\u00A0`,
      (text) => text.replace(/^-(.*)$/, '($1)'),
      (text) => text.replace(/^-(.*)$/, '$1-'),
      (text) => text.replaceAll(/\B(?=(?:\d{3})+\.)/g, ','),
    ]
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom(...around), (cents, wrap) => {
        expect(amountOf(wrap(decimalOf(cents)))?.cents).toBe(cents + 0)
      }),
      { seed: 4 },
    )
  })
})

describe('dates as files hold them', () => {
  test.each(
    ['2024-03-05', '2024-03-05T10:00:00Z', '2024-03-05 23:59:59', '20240305', '45356', '45356.75'].concat([
      '05-Mar-2024',
      '5 March 2024',
      'Mar 5, 2024',
    ]),
  )('%s', (text) => expect(dayOf(text)).toBe(day('2024-03-05')))

  test.each(['2024', '2024-02-30', '31-02-2024', '5/6/24', 'soon', '1200.00', '99999999', '13-13-2024'])(
    '`%s` is none',
    (text) => expect(dayOf(text)).toBe(NO_DAY),
  )

  test.each(['05-03-2024', '5/3/2024', '05.03.2024'])('%s waits for its order', (text) => {
    const untold = dayOf(text)
    expect(isUntold(untold)).toBe(true)
    expect(toldDay(untold, 'day-month')).toBe(day('2024-03-05'))
    expect(toldDay(untold, 'month-day')).toBe(day('2024-05-03'))
  })
})
