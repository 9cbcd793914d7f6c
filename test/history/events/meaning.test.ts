import { describe, expect, test } from 'vitest'
import { compile } from '../../../src/compile/index.ts'
import { filler } from '../../../src/history/events/fill.ts'
import { columnsToRead, linesOf } from '../../../src/history/events/lines.ts'
import { allInputs } from '../../../src/model/all-inputs.ts'
import { rowAt } from '../../../src/model/row-at.ts'
import { bindCells } from '../../../src/tables/browser.ts'

/** What docs/events.md says, line by line, as of Monday 2025-06-30. */
const asOf = Date.UTC(2025, 5, 30) / 86_400_000
const day = (date: string): number => Date.parse(date) / 86_400_000

/** One figure of account `a` over lines `day event user amount`, blanks for nothing. */
function figure(type: string, written: string, lines: readonly string[], zone = 'UTC'): unknown {
  const text = `model m
inputs { account text key  renewed date  x ${type} = ${written} }
inputs from events { account text key  at date in "${zone}"  event text  user text  amount number }
missing skip
measure renewed poor < 2025-01-01 <= healthy`
  const { model, findings } = compile(text, 'm.salus')
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  const rows = lines.map((line) => ['a', ...line.split(' ').map((cell) => (cell === '_' ? '' : cell))])
  const [log] = model.logs
  const table = bindCells([['account', 'at', 'event', 'user', 'amount'], ...rows], columnsToRead(log!), { key: false })
  const read = linesOf(log!, table.columns, 'events', [...rows.keys()])
  const filled = filler(model, { logs: new Map([['events', read.lines]]), history: null }, asOf)
  const own = allInputs(model).filter(({ name }) => !filled.names.has(name))
  const accounts = bindCells(
    [
      ['account', 'renewed'],
      ['a', '2025-06-20'],
    ],
    own,
  ).columns
  return rowAt(filled.fill(accounts), allInputs(model), 0)['x']
}

const june = ['2025-06-16 login ann 1', '2025-06-22 login ann 2', '2025-06-23 login bob 4', '2025-06-29 paid Ann 8']

describe('which days', () => {
  test.each([
    ['the first day of a window is in it, the scoring date is not', 'count of events over 7 days', 2],
    ['eight days reach one day farther', 'count of events over 8 days', 3],
    ['since a date begins on that day', 'count of events since renewed', 3],
    ['without a window all lines before the scoring date', 'count of events', 4],
  ])('%s', (_, written, expected) => {
    const lines = [...june, '2025-06-30 login ann 16']
    expect(figure('count', written, lines)).toBe(expected)
  })
  test('a point in time is a day of the zone', () => {
    const late = ['2025-06-29T22:30:00Z login ann 1']
    expect(figure('count', 'count of events', late)).toBe(1)
    expect(figure('count', 'count of events', late, 'Europe/Berlin')).toBe(null)
    expect(figure('date', 'last of at of events', ['2025-06-28T23:30:00-02:00 a b 1'], 'UTC')).toBe(day('2025-06-29'))
  })
})

describe('no data is not zero', () => {
  test.each([
    ['no line in the window', 'count of events over 3 days', june.slice(0, 3), null],
    ['lines, but none that counts', 'count of events where event = "paid" over 14 days', june.slice(0, 3), 0],
    ['no line, and the model says 0', 'count of events over 3 days missing as 0', june.slice(0, 3), 0],
    ['no account', 'count of events', [], null],
    ['a sum of nothing', 'sum of amount of events where event = "none"', june, 0],
    ['a sum of lines that all lack it', 'sum of amount of events', ['2025-06-29 a b _'], null],
    ['an average of nothing', 'average of amount of events where event = "none"', june, null],
  ])('%s', (_, written, lines, expected) => expect(figure('number', written, lines)).toBe(expected))
})

describe('amounts', () => {
  test.each([
    ['number', 'sum of amount of events', 15],
    ['number', 'average of amount of events where event = "login"', 7 / 3],
    ['number', 'max of amount * 2 of events', 16],
    ['text', 'last of event of events', 'paid'],
    ['text', 'first of user of events', 'ann'],
    ['count', 'distinct user of events', 2],
    ['ratio', 'share of amount > 3 of events', 0.5],
    ['ratio', 'stickiness of user of events over 14 days', 4 / 14 / 2],
    ['days', 'days since events where event = "login"', 7],
    ['days', 'days since first events', 14],
    ['percent', 'decrease of sum of amount of events over 7 days', (3 - 12) / 3],
    ['percent', 'increase of count of events over 7 days', 0],
    ['number', 'change of sum of amount of events over 7 days', 9],
    ['number', 'previous of sum of amount of events over 7 days', 3],
    ['percent', 'decrease of count of events over 14 days', null],
    ['count', 'streak of weeks of events', 2],
    ['count', 'streak of weeks with 3+ of events', 0],
    ['count', 'streak of days of events', 1],
    ['count', 'streak of months of events', 0],
  ])('%s = %s', (type, written, expected) => expect(figure(type, written, june)).toBe(expected))

  test('tenths add up to the same in any order', () => {
    const tenths = ['0.1', '0.2', '0.3', '1e9', '-1e9']
    const sums = [tenths, tenths.toReversed()].map((order) =>
      figure(
        'number',
        'sum of amount of events',
        order.map((amount) => `2025-06-29 a b ${amount}`),
      ),
    )
    expect(sums).toEqual([0.6, 0.6])
  })
  test('what an input cannot hold is missing', () => {
    expect(figure('count in 0 to 3', 'count of events', june)).toBe(null)
    expect(figure('one of Login, Other', 'first of event of events', june)).toBe('Login')
    expect(figure('one of Login, Other', 'last of event of events', june)).toBe(null)
  })
})
