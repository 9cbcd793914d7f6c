import { describe, expect, test } from 'vitest'
import { impact } from '../../src/authoring/impact/impact.ts'
import { compile } from '../../src/compile/index.ts'
import { bindCells } from '../../src/tables/browser.ts'

const model = (source: string) => compile(source, 'a.salus').model
const text = (rule: string, weights = ['50%', '50%'], more = '') => `model a
inputs { account text key  tickets count  nps count in 0 to 10  vip yes/no }
missing skip
dimension support "Support" weight ${weights[0]} { measure tickets "Tickets"  ${rule} }
dimension voice "Voice" weight ${weights[1]} { measure nps "NPS"  poor < 7 <= concerning < 9 <= healthy }
${more}`
const before = model(text('healthy < 2 <= concerning < 5 <= poor'))

const cells = [
  ['account', 'tickets', 'nps', 'vip'],
  ['Acme', 0, 10, 'no'],
  ['Bolt', 4, 10, 'no'],
  ['Core', 6, 3, 'yes'],
  ['Dune', null, null, 'yes'],
]
const of = (one: typeof before) => ({ model: one, columns: bindCells(cells, one.inputs).columns })
const compare = (after: typeof before) => impact(of(before), of(after), { asOf: null, listed: 10 })

describe('what would change', () => {
  test('nothing', () => {
    expect(compare(before)).toMatchObject({ accounts: 4, moved: 0, shifted: 0, movers: [] })
  })

  test('another threshold moves one account, and says from where to where and why', () => {
    const said = compare(model(text('healthy < 2 <= concerning < 4 <= poor')))
    expect(said).toMatchObject({ moved: 1, better: 0, worse: 1 })
    expect(said.movers).toEqual([
      {
        row: 1,
        account: 'Bolt',
        from: 'healthy',
        to: 'concerning',
        scoreBefore: '7.5',
        scoreAfter: '5.0',
        reason: 'Tickets is poor now, was concerning, at 4',
      },
    ])
    expect(said.matrix).toContainEqual({ from: 'healthy', to: 'concerning', count: 1 })
    expect(said.matrix.reduce((sum, { count }) => sum + count, 0)).toBe(4)
  })

  test('other weights', () => {
    const said = compare(model(text('healthy < 2 <= concerning < 5 <= poor', ['90%', '10%'])))
    expect(said.movers.map(({ account, reason }) => `${account}: ${reason}`)).toEqual([
      'Bolt: NPS weighs 10% of the score now, weighed 50%',
    ])
  })

  test('a new segment', () => {
    const vips = 'segment vips "VIPs" when vip { dimension support { measure tickets  healthy < 9 <= poor } }'
    const said = compare(model(text('healthy < 2 <= concerning < 5 <= poor', undefined, vips)))
    expect(said.segments).toEqual([{ segment: 'vips', moved: 1 }])
    expect(said.movers).toMatchObject([
      { account: 'Core', from: 'poor', to: 'concerning', reason: 'it is in vips now, was in default' },
    ])
  })

  test('a bonus', () => {
    const bonus = 'bonus 4 when tickets > 5 because "they talk to us"'
    const said = compare(model(text('healthy < 2 <= concerning < 5 <= poor', undefined, bonus)))
    expect(said.movers).toMatchObject([{ account: 'Core', reason: 'they talk to us' }])
  })

  test('a score that is withheld', () => {
    const said = compare(model(text('healthy < 2 <= concerning < 5 <= poor', undefined, 'applies when nps >= 5')))
    expect(said.movers[0]).toMatchObject({ account: 'Core', to: null, scoreAfter: null })
    expect(said).toMatchObject({ moved: 1, better: 0, worse: 0 })
  })
})
