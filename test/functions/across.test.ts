import { describe, expect, test } from 'vitest'
import { isError, messageOf, sheetOf } from './sheet.ts'

const MODEL = `model families
inputs {
  account text "Account" key
  owner   text "Parent" parent
  mau     count "MAU"
  acv     money in EUR "ACV"
}
let typical = median(mau) within segment
let children = mean(score) of children weighted by acv
missing skip
measure mau  poor < 10 <= concerning < 20 <= healthy
measure family = children  poor < 4 <= concerning < 7 <= healthy
indicator risk "Below the median" when mau < typical
`
const HEADERS = ['Account', 'Parent', 'MAU', 'ACV']
// Bits and Cogs score 0 and 10: 300 of 400 at 10 is 7.5, healthy, so that Acme is (5 + 10) / 2.
const ROWS = [
  HEADERS,
  ['Acme', null, 15, 900],
  ['Bits', 'Acme', 5, 100],
  ['Cogs', 'Acme', 30, 300],
  [null, null, null, null],
]
const { call, cell, desk } = sheetOf(ROWS, { model: MODEL })

describe('a model that compares accounts', () => {
  test('is computed over the rows that are given together', async () => {
    expect(await call('HEALTH', 'A2:D5')).toEqual([[7.5], [0], [10], [null]])
    expect(await call('HEALTH.INDICATORS', 'A2:D5')).toEqual([[''], ['Risk: Below the median'], [''], [null]])
  })

  test('without some of the rows it is another comparison', async () => {
    // Without Cogs: Acme has one child, of 0.
    expect(await call('HEALTH', 'A2:D3')).toEqual([[2.5], [0]])
  })

  test('says of one row that all are needed', async () => {
    const sentence =
      '#VALUE! "median(mau) within segment" needs all the accounts: give their rows together, for example A2:P200'
    expect(messageOf(await cell('HEALTH', 'A2:D2'))).toBe(sentence)
    expect(messageOf(await cell('HEALTH.EXPLAIN', 'A2:D2'))).toBe(sentence)
    expect(messageOf(await cell('HEALTH', 'A4:D5'))).toBe(sentence)
  })

  test('spills a table of all', async () => {
    expect(await call('HEALTH.SCORES', 'A1:D5', null, 'account, score, why')).toMatchObject([
      ['Account', 'Score', 'Why'],
      ['Acme', 7.5, expect.any(String)],
      ['Bits', 0, expect.any(String)],
      ['Cogs', 10, expect.any(String)],
      [null, null, null],
    ])
  })

  test('in the pane scores the whole list', async () => {
    const portfolio = await desk.portfolio()
    expect(portfolio).toMatchObject({ scores: { score: Float64Array.of(7.5, 0, 10) } })
  })

  test('takes the figures from columns where the sheet has them', async () => {
    const sheet = sheetOf(
      [
        [...HEADERS, 'median(mau) within segment', 'mean(score) of children weighted by acv'],
        ['Acme', null, 15, 900, 20, 3],
      ],
      { model: MODEL },
    )
    expect(await sheet.cell('HEALTH', 'A2:F2')).toBe(2.5)
    expect(isError(await sheet.cell('HEALTH.EXPLAIN', 'A2:F2'))).toBe(false)
  })
})
