import fc from 'fast-check'
import { expect, test } from 'vitest'
import { columnsToRead, linesOf } from '../../../src/history/events/lines.ts'
import { eventReader, historyReader } from '../../../src/history/events/figure-reader.ts'
import { figureOfHistory, figureOfLines, type Line } from '../../../src/history/events/reference.ts'
import { bareInput } from '../../../src/model/bare-input.ts'
import type { Row } from '../../../src/model/columns.ts'
import type { Expression } from '../../../src/model/expression.ts'
import type { Amount, EventFigure, HistoryFigure, Window } from '../../../src/model/figure.ts'
import type { Log } from '../../../src/model/log.ts'
import { bindCells } from '../../../src/tables/browser.ts'
import { input, model } from '../../engine/build.ts'

/** The quick way over sorted columns, held to the one that says what is meant. */
const columns = [
  bareInput('account', 'text', { role: 'account' }),
  bareInput('at', 'date'),
  bareInput('event', 'text'),
  bareInput('user', 'text'),
  bareInput('amount', 'number'),
  bareInput('paid', 'yes/no'),
]
const log: Log = { name: 'events', grain: 'event', columns, account: 'account', at: 'at', zone: 'UTC', span: null }
const read = (name: string): Expression => ({ kind: 'input', name })
const isLogin: Expression = {
  kind: 'compare',
  operator: '=',
  left: read('event'),
  right: { kind: 'text', value: 'login' },
  guard: 0,
}
const isDear: Expression = {
  kind: 'compare',
  operator: '>',
  left: read('amount'),
  right: { kind: 'number', value: 1 },
  guard: 0,
}
const doubled: Expression = {
  kind: 'arithmetic',
  operator: '*',
  left: read('amount'),
  right: { kind: 'number', value: 2 },
}

const amount: fc.Arbitrary<Amount> = fc.oneof(
  fc.constant<Amount>({ kind: 'count' }),
  fc.record({ kind: fc.constantFrom('distinct', 'stickiness'), of: fc.constantFrom('user', 'amount') }),
  fc.record({ kind: fc.constantFrom('sum', 'average', 'min', 'max'), of: fc.constantFrom(read('amount'), doubled) }),
  fc.record({
    kind: fc.constantFrom('first', 'last'),
    of: fc.constantFrom(read('amount'), read('paid'), isLogin, read('user')),
  }),
  fc.record({ kind: fc.constant('share' as const), of: fc.constantFrom(isLogin, isDear, read('paid')) }),
  fc.record({ kind: fc.constant('days since' as const), of: fc.constantFrom('first' as const, 'last') }),
  fc.record({
    kind: fc.constant('streak' as const),
    period: fc.constantFrom('day' as const, 'week', 'month'),
    atLeast: fc.integer({ min: 1, max: 2 }),
  }),
)
const window: fc.Arbitrary<Window> = fc.oneof(
  fc.record({ kind: fc.constant('last' as const), days: fc.integer({ min: 1, max: 9 }) }),
  fc.constant<Window>({ kind: 'since', anchor: 'renewed' }),
  fc.constant<Window>({ kind: 'all' }),
)
const figure: fc.Arbitrary<EventFigure> = fc
  .record({
    kind: fc.constant('events' as const),
    log: fc.constant('events'),
    amount,
    where: fc.constantFrom(null, isLogin, isDear),
    window,
    against: fc.constantFrom(null, 'increase' as const, 'decrease' as const, 'change' as const, 'previous' as const),
    otherwise: fc.constantFrom(null, 0),
  })
  // What the compiler refuses.
  .filter(
    ({ amount: { kind }, window: { kind: bound }, against }) =>
      bound !== 'all' || (against === null && kind !== 'stickiness'),
  )
  .filter(({ amount: one, against, otherwise }) => {
    const isNumber = one.kind !== 'first' && one.kind !== 'last'
    return isNumber || (against === null && otherwise === null) || ('of' in one && one.of === read('amount'))
  })

const day = (at: number): string => new Date(Date.UTC(2025, 0, 1) + at * 86_400_000).toISOString().slice(0, 10)
const written = fc.record({
  account: fc.constantFrom('a', 'b', 'c'),
  day: fc.integer({ min: 0, max: 30 }),
  hour: fc.constantFrom('', 'T08:00', 'T17:30'),
  event: fc.constantFrom('login', 'Login ', 'paid', ''),
  user: fc.constantFrom('ann', 'Ann', 'bob', ''),
  amount: fc.constantFrom('0', '0.1', '0.2', '-3', '1e9', '0.0000004', ''),
  paid: fc.constantFrom('yes', 'no', ''),
})
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never

function linesFrom(rows: readonly Written[]) {
  const cells = [
    ['account', 'at', 'event', 'user', 'amount', 'paid'],
    ...rows.map((row) => [row.account, day(row.day) + row.hour, row.event, row.user, row.amount, row.paid]),
  ]
  const table = bindCells(cells, columnsToRead(log)).columns
  const { lines, findings } = linesOf(log, table, 'events.csv', [...cells.keys()])
  expect(findings).toEqual([])
  return lines
}

const valueOf = (text: string): string | null => (text.trim() === '' ? null : text.trim())

function lineOf({ day: at, hour, event, user, amount: number, paid }: Written): Line {
  const start = Date.UTC(2025, 0, 1) / 86_400_000 + at
  const hours = hour === '' ? 0 : hour === 'T08:00' ? 8 : 17.5
  const row: Row = {
    event: valueOf(event),
    user: valueOf(user),
    amount: number === '' ? null : Number(number),
    paid: paid === '' ? null : paid === 'yes',
    at: start,
  }
  return { day: start, moment: start * 86_400_000 + hours * 3_600_000, row }
}

const asOfDay = Date.UTC(2025, 0, 1) / 86_400_000 + 25
const seed = 20_251_122

test('figures of events', () => {
  fc.assert(
    fc.property(figure, fc.array(written, { maxLength: 40 }), fc.integer({ min: -3, max: 30 }), (one, rows, ago) => {
      const lines = linesFrom(rows)
      const reader = eventReader(one, lines, asOfDay)
      const anchor = asOfDay - ago
      for (const account of ['a', 'b', 'c', 'stranger']) {
        const own = rows.filter((row) => row.account === account).map(lineOf)
        const expected = figureOfLines(one, own, asOfDay, anchor)
        const found = reader.read(lines.accounts.get(account) ?? -1, anchor)
        const shown = typeof expected === 'string' ? reader.dictionary[found] : found
        expect(shown).toBe(typeof expected === 'string' ? expected : expected === null ? NaN : Number(expected))
      }
    }),
    { seed, numRuns: 600 },
  )
})

const history: fc.Arbitrary<HistoryFigure> = fc.oneof(
  fc.record({
    kind: fc.constant('history' as const),
    figure: fc.constantFrom('streak' as const, 'days since'),
    of: fc.constantFrom(isDear, isLogin),
    days: fc.constantFrom(null, 3, 10),
    anchor: fc.constant(null),
  }),
  fc.record({
    kind: fc.constant('history' as const),
    figure: fc.constantFrom('average' as const, 'previous'),
    of: fc.constantFrom(read('amount'), doubled),
    days: fc.constantFrom(3, 10),
    anchor: fc.constantFrom(null, 'renewed'),
  }),
)

test('figures of history', () => {
  const plain = model({ inputs: [input('event', { type: 'text' }), input('amount', { type: 'number' })] })
  fc.assert(
    fc.property(history, fc.array(written, { maxLength: 40 }), fc.integer({ min: -3, max: 30 }), (one, rows, ago) => {
      const lines = linesFrom(rows)
      const reader = historyReader(plain, one, lines, asOfDay)
      for (const account of ['a', 'b', 'stranger']) {
        const own = rows.filter((row) => row.account === account).map(lineOf)
        const expected = figureOfHistory(plain, one, own, asOfDay, asOfDay - ago)
        expect(reader.read(lines.accounts.get(account) ?? -1, asOfDay - ago)).toBe(expected ?? NaN)
      }
    }),
    { seed, numRuns: 300 },
  )
})
