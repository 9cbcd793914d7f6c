import { describe, expect, test } from 'vitest'
import { openDesk } from '../../src/host/desk/desk.ts'
import type { Portfolio } from '../../src/host/desk/portfolio.ts'
import type { Filter, FilterOperator, FilterValue } from '../../src/host/document/document.ts'
import { encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { finished, freshCondition, replaced, settled } from '../../src/host/filter/edit.ts'
import type { Fields } from '../../src/host/filter/field.ts'
import { portfolioFields } from '../../src/host/filter/fields.ts'
import { matching, testOf } from '../../src/host/filter/matches.ts'
import { lostFields, sayFilter } from '../../src/host/filter/say.ts'
import { memoryWorkbook } from '../../src/host/memory/workbook.ts'

const MODEL = `model m
inputs {
  account  text    "Account" key
  seats    count   "Seats"
  active   percent "Active"
  plan     text    "Plan"
}
missing skip
scale 0 to 10
show 1 decimal
dimension use weight 100% { measure active  poor < 20% <= concerning < 60% <= healthy }
segment small when seats < 10 amends default { }
indicator risk "Few seats" when seats < 5
`

const ROWS = [
  ['Account', 'Seats', 'Active', 'Plan', 'Tags', 'MRR', 'Renewal', 'Sponsor', 'Churn risk', 'Owner'],
  ['Acme', 100, '80%', 'Pro', 'vip, beta', '$1,250.00', '2026-12-01', 'yes', '5%', 'Ann'],
  ['Bits', 20, 50, 'pro', 'Beta', '$100', '2027-02-20', 'no', '40%', 'Ann'],
  ['Cola', 8, '10%', 'Free', null, '$99.99', '2026-11-22', 'yes', '40%', 'Bob'],
  ['Dots', 3, null, null, 'vip', null, '2026-11-21', null, null, 'Bob'],
  ['Eels', null, 'n/a', 'Free', 'legacy', '$0', null, 'no', '100%', null],
]

const TODAY = new Date(2026, 10, 22)
const { portfolio, fields } = await open()

async function open(): Promise<{ readonly portfolio: Portfolio; readonly fields: Fields }> {
  const part = encodeDocument(newDocument([{ file: 'm.salus', text: MODEL }]))
  const desk = openDesk(memoryWorkbook({ sheets: [{ name: 'Accounts', rows: ROWS }], part }), { now: () => TODAY })
  const scored = await desk.portfolio()
  if (scored === null || 'kind' in scored) throw new Error(scored?.message ?? 'no list')
  return { portfolio: scored, fields: portfolioFields(scored) }
}

function found(filter: Filter): string {
  const { scores, list, applied } = portfolio
  const places = matching(scores.length, testOf(filter, fields, applied.asOf))
  return [...places].map((at) => list.columns.accounts![at]![0]!).join('')
}

function when(field: string, operator: FilterOperator, value: FilterValue = null): Filter {
  return { kind: 'condition', field, operator, value }
}

/** Accounts by their first letters. */
const cases: readonly (readonly [Filter, accounts: string, said: string])[] = [
  [when('column:Tags', 'contains', 'vip'), 'AD', 'Tags contains vip'],
  [when('column:Tags', 'contains', 'BETA'), 'AB', 'Tags contains BETA'],
  [when('column:Tags', 'does not contain', 'vip'), 'BE', 'Tags does not contain vip'],
  [when('column:Tags', 'is blank'), 'C', 'Tags is blank'],
  [when('column:Tags', 'is not blank'), 'ABDE', 'Tags is not blank'],
  [when('column:Plan', 'is', ' PRO '), 'AB', 'Plan is PRO'],
  [when('column:Plan', 'is not', 'Free'), 'AB', 'Plan is not Free'],
  [when('column:MRR', 'greater', 100), 'A', 'MRR is more than 100'],
  [when('column:MRR', 'at least', '$100'), 'AB', 'MRR is at least 100'],
  [when('column:MRR', 'greater', '1,000'), 'A', 'MRR is more than 1,000'],
  [when('column:MRR', 'less', 100), 'CE', 'MRR is less than 100'],
  [when('column:MRR', 'is not', 0), 'ABC', 'MRR is not 0'],
  [when('column:MRR', 'between', [99.99, 100]), 'BC', 'MRR is between 99.99 and 100'],
  [when('column:MRR', 'is blank'), 'D', 'MRR is blank'],
  [when('column:Renewal', 'within', 90), 'ABC', 'Renewal is within the next 90 days'],
  [when('column:Renewal', 'within', 9), 'AC', 'Renewal is within the next 9 days'],
  [when('column:Renewal', 'within', 8), 'C', 'Renewal is within the next 8 days'],
  [when('column:Renewal', 'within', -1), 'CD', 'Renewal is within the last day'],
  [when('column:Renewal', 'before', '2026-11-22'), 'D', 'Renewal is before 2026-11-22'],
  [when('column:Renewal', 'after', '2026-11-22'), 'AB', 'Renewal is after 2026-11-22'],
  [
    when('column:Renewal', 'between', ['2026-11-22', '2026-12-01']),
    'AC',
    'Renewal is between 2026-11-22 and 2026-12-01',
  ],
  [when('column:Renewal', 'is blank'), 'E', 'Renewal is blank'],
  [when('column:Sponsor', 'is', true), 'AC', 'Sponsor is yes'],
  [when('column:Sponsor', 'is', false), 'BE', 'Sponsor is no'],
  [when('column:Sponsor', 'is blank'), 'D', 'Sponsor is blank'],
  [when('column:Churn risk', 'is', '40%'), 'BC', 'Churn risk is 40%'],
  [when('column:Churn risk', 'greater', 0.4), 'E', 'Churn risk is more than 40%'],
  [when('column:Churn risk', 'at most', '40'), 'ABC', 'Churn risk is at most 40%'],
  [when('column:Active', 'at least', '50'), 'AB', 'Active is at least 50%'],
  [when('column:Active', 'is blank'), 'DE', 'Active is blank'],
  [when('column:Seats', 'less', 10), 'CD', 'Seats is less than 10'],
  [when('column:Account', 'contains', 'l'), 'CE', 'Account contains l'],
  [when('score', 'greater', 5), 'A', 'Score is more than 5'],
  [when('score', 'is blank'), 'DE', 'Score is blank'],
  [when('band', 'is', 'poor'), 'C', 'Band is Poor'],
  [when('band', 'at most', 'concerning'), 'BC', 'Band is or is worse than Concerning'],
  [when('band', 'at least', 'concerning'), 'AB', 'Band is or is better than Concerning'],
  [when('band', 'is not', 'poor'), 'AB', 'Band is not Poor'],
  [when('dimension:use', 'less', 5), 'C', 'Use is less than 5'],
  [when('dimension band:use', 'is', 'healthy'), 'A', 'Use (band) is Healthy'],
  [when('segment', 'is', 'small'), 'CD', 'Segment is Small'],
  [when('coverage', 'is', 1), 'ABC', 'Coverage is 100%'],
  [when('indicator:Few seats', 'is', true), 'D', 'Risk: Few seats is yes'],
  [when('column:Nothing', 'is', 'x'), '', 'Nothing is x'],
  [when('column:MRR', 'greater', 'much'), '', 'MRR is more than much'],
  [
    { kind: 'any', of: [when('band', 'is', 'poor'), when('column:Tags', 'contains', 'vip')] },
    'ACD',
    'Band is Poor or Tags contains vip',
  ],
  [
    {
      kind: 'all',
      of: [
        when('column:Owner', 'is', 'Bob'),
        { kind: 'any', of: [when('band', 'is', 'poor'), when('column:Tags', 'contains', 'vip')] },
      ],
    },
    'CD',
    'Owner is Bob and (Band is Poor or Tags contains vip)',
  ],
  [{ kind: 'all', of: [] }, 'ABCDE', 'every account'],
  [{ kind: 'any', of: [] }, '', 'no account'],
]

describe('a filter finds what it says', () => {
  test.each(cases.map(([filter, accounts, said]) => ({ filter, accounts, said })))(
    '$said: $accounts',
    ({ filter, accounts, said }) => {
      expect(found(filter)).toBe(accounts)
      expect(sayFilter(filter, fields)).toBe(said)
    },
  )
})

describe('columns are read by what stands in them', () => {
  test.each([
    ['column:MRR', 'number'],
    ['column:Renewal', 'date'],
    ['column:Sponsor', 'yes/no'],
    ['column:Churn risk', 'percent'],
    ['column:Active', 'percent'],
    ['column:Seats', 'number'],
    ['column:Tags', 'text'],
    ['column:Owner', 'choice'],
    ['band', 'band'],
    ['indicator:Few seats', 'yes/no'],
  ])('%s is a %s', (id, kind) => {
    expect(fields.get(id)?.kind).toBe(kind)
  })

  test('bands are offered worst first', () => {
    expect(fields.get('band')?.options.map(({ label }) => label)).toEqual(['Poor', 'Concerning', 'Healthy'])
  })
})

describe('a filter that is being written', () => {
  const half = when('column:MRR', 'greater', '')
  const whole = when('band', 'is', 'poor')

  test('counts what is complete and passes over the rest', () => {
    expect(finished({ kind: 'all', of: [half, whole, { kind: 'any', of: [half] }] }, fields)).toEqual({
      kind: 'all',
      of: [whole],
    })
    expect(finished({ kind: 'any', of: [half] }, fields)).toBeNull()
  })

  test('is stored with numbers as numbers and dates as dates', () => {
    const typed: Filter = {
      kind: 'all',
      of: [
        when('column:MRR', 'greater', '$1,000'),
        when('column:Churn risk', 'between', ['10', '50%']),
        when('column:Renewal', 'after', '2026-01-31'),
        when('column:Renewal', 'within', '-30'),
        when('column:Tags', 'contains', '5'),
        when('column:Tags', 'is blank', 'left over'),
      ],
    }
    expect(settled(typed, fields)).toEqual({
      kind: 'all',
      of: [
        when('column:MRR', 'greater', 1000),
        when('column:Churn risk', 'between', [0.1, 0.5]),
        when('column:Renewal', 'after', '2026-01-31'),
        when('column:Renewal', 'within', -30),
        when('column:Tags', 'contains', '5'),
        when('column:Tags', 'is blank', 'left over'),
      ],
    })
  })

  test('begins with the likeliest question', () => {
    expect(freshCondition(fields.get('band')!)).toEqual(whole)
    expect(freshCondition(fields.get('column:Sponsor')!)).toEqual(when('column:Sponsor', 'is', true))
  })

  test('is changed where the path says', () => {
    const filter: Filter = { kind: 'all', of: [whole, { kind: 'any', of: [whole, half] }] }
    expect(replaced(filter, [1, 0], half)).toEqual({ kind: 'all', of: [whole, { kind: 'any', of: [half, half] }] })
    expect(replaced(filter, [1, 1], null)).toEqual({ kind: 'all', of: [whole, { kind: 'any', of: [whole] }] })
    expect(replaced(filter, [0], null)).toEqual({ kind: 'all', of: [{ kind: 'any', of: [whole, half] }] })
  })

  test('says which of its columns are gone', () => {
    expect(lostFields({ kind: 'any', of: [whole, when('column:Region', 'is', 'EMEA')] }, fields)).toEqual(['Region'])
  })
})
