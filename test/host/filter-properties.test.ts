import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Filter, FilterOperator } from '../../src/host/document/document.ts'
import type { Field, FieldKind, Fields } from '../../src/host/filter/field.ts'
import { type Condition, testOf } from '../../src/host/filter/matches.ts'
import type { Column } from '../../src/model/columns.ts'

const given = { numRuns: 300, seed: 20_261_122, endOnFailure: true }
const ASOF = 20_000

/** One account with a number, a date and a text, each of which may be blank. */
interface Account {
  readonly number: number | null
  readonly date: number | null
  readonly text: string | null
}

const small = fc.integer({ min: -3, max: 3 })
const day = fc.integer({ min: ASOF - 3, max: ASOF + 3 })
const word = fc.constantFrom('red', 'green', 'Red wine', 'evergreen')
const account: fc.Arbitrary<Account> = fc.record({
  number: fc.option(small),
  date: fc.option(day),
  text: fc.option(word),
})

const compared: readonly FilterOperator[] = ['is', 'is not', 'greater', 'at least', 'less', 'at most']
const condition: fc.Arbitrary<Condition> = fc.oneof(
  conditions('number', compared, small),
  conditions('date', ['is', 'is not', 'before', 'after'], day.map(iso)),
  conditions('text', ['is', 'is not', 'contains', 'does not contain'], word),
)

function conditions(
  name: string,
  operators: readonly FilterOperator[],
  values: fc.Arbitrary<string | number>,
): fc.Arbitrary<Condition> {
  return fc.record({
    kind: fc.constant('condition' as const),
    field: fc.constant(name),
    operator: fc.constantFrom(...operators),
    value: values,
  })
}

const { filter } = fc.letrec<{ filter: Filter; group: Filter }>((tie) => ({
  filter: fc.oneof({ depthSize: 'small', withCrossShrink: true }, condition, tie('group')),
  group: fc.record({
    kind: fc.constantFrom('all' as const, 'any' as const),
    of: fc.array(tie('filter'), { maxLength: 3 }),
  }),
}))

/** The filter that finds everybody else, as De Morgan has it. */
function opposite(one: Filter): Filter {
  if (one.kind !== 'condition') return { kind: one.kind === 'all' ? 'any' : 'all', of: one.of.map(opposite) }
  return { ...one, operator: OPPOSITE[one.operator]! }
}

const OPPOSITE: Partial<Record<FilterOperator, FilterOperator>> = {
  is: 'is not',
  'is not': 'is',
  contains: 'does not contain',
  'does not contain': 'contains',
  greater: 'at most',
  'at most': 'greater',
  less: 'at least',
  'at least': 'less',
}

/** The dates' `before` has no opposite operator: it is `after` or the day itself. */
function withoutDates(one: Filter): Filter {
  if (one.kind !== 'condition') return { ...one, of: one.of.map(withoutDates) }
  return one.operator === 'before' || one.operator === 'after' ? { ...one, operator: 'is' } : one
}

function holds(one: Filter, of: Account): boolean {
  return testOf(one, fieldsOf(of), ASOF)(0)
}

const full = account.map(({ number, date, text }) => ({ number: number ?? 0, date: date ?? ASOF, text: text ?? 'red' }))

test('where nothing is blank, an account matches either a filter or its opposite', () => {
  fc.assert(
    fc.property(filter.map(withoutDates), full, (one, of) => {
      expect(holds(opposite(one), of)).toBe(!holds(one, of))
    }),
    given,
  )
})

test('where something is blank, never both; and a blank matches no condition but `is blank`', () => {
  fc.assert(
    fc.property(filter.map(withoutDates), condition, account, (one, single, of) => {
      expect(holds(opposite(one), of) && holds(one, of)).toBe(false)
      const isBlank = of[single.field as keyof Account] === null
      expect(isBlank && holds(single, of)).toBe(false)
      expect(holds({ ...single, operator: 'is blank', value: null }, of)).toBe(isBlank)
      expect(holds({ ...single, operator: 'is not blank', value: null }, of)).toBe(!isBlank)
    }),
    given,
  )
})

test('`within` n days is from the scoring date on, both days included, and backwards for a minus', () => {
  fc.assert(
    fc.property(day, small, (date, days) => {
      const low = Math.min(ASOF, ASOF + days)
      const high = Math.max(ASOF, ASOF + days)
      const one: Filter = { kind: 'condition', field: 'date', operator: 'within', value: days }
      expect(holds(one, { date, number: null, text: null })).toBe(low <= date && date <= high)
    }),
    given,
  )
})

test('a number is the same however a person writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (cents) => {
      const number = cents / 100
      const of = { number, date: null, text: null }
      for (const value of [
        number,
        String(number),
        `$${number}`,
        number.toLocaleString('en', { minimumFractionDigits: 2 }),
      ]) {
        expect(holds({ kind: 'condition', field: 'number', operator: 'is', value }, of)).toBe(true)
      }
      const share: Filter = { kind: 'condition', field: 'share', operator: 'is', value: `${number}%` }
      expect(holds(share, { ...of, number: Number(`${cents}e-4`) })).toBe(true)
    }),
    given,
  )
})

function iso(days: number): string {
  return new Date(days * 86_400_000).toISOString().slice(0, 10)
}

function fieldsOf({ number, date, text }: Account): Fields {
  const numbers = (value: number | null): Column => ({
    kind: 'number',
    values: Float64Array.of(value ?? NaN),
    unreadable: [],
  })
  const texts: Column = {
    kind: 'text',
    codes: Int32Array.of(text === null ? -1 : 0),
    dictionary: [text ?? 'of another'],
    unreadable: [],
  }
  const all = [
    field('number', 'number', numbers(number)),
    field('share', 'percent', numbers(number)),
    field('date', 'date', numbers(date)),
    field('text', 'text', texts),
  ]
  return new Map(all.map((one) => [one.id, one]))
}

function field(id: string, kind: FieldKind, column: Column): Field {
  return { id, label: id, group: 'Columns', kind, options: [], column: () => column }
}
