import { describe, expect, test } from 'vitest'
import { ACME, BITS, BLANKS, HEADERS, HOSTS, isError, messageOf, sheetOf } from './sheet.ts'

const NOTHING = HEADERS.map(() => null)
// 20% of 25/3 and 80% of 10.
const DIGITAL = expect.closeTo(29 / 3, 12) as number
const ROWS = [HEADERS, ACME, BLANKS, NOTHING, BITS]

describe.each(HOSTS)('on %s', (_, abilities) => {
  const { call, cell } = sheetOf(ROWS, { abilities })

  test('HEALTH is the score of a row, unrounded', async () => {
    expect(await cell('HEALTH', 'A2:M2')).toBe(7.875)
    expect(await cell('HEALTH', 'A5:M5')).toEqual(DIGITAL)
  })

  test('a blank cell is missing, never 0', async () => {
    expect(await cell('HEALTH', 'A3:M3')).toBe(6.470588235294118)
    expect(await cell('HEALTH.COVERAGE', 'A3:M3')).toBe(0.575)
  })

  test('a zero is a zero', async () => {
    expect(await cell('HEALTH.DIMENSION', 'A5:M5', 'technical')).toBe(8.333333333333334)
  })

  test('a block gives a row of results for each of its rows, blank for blank ones', async () => {
    expect(await call('HEALTH', 'A2:M5')).toEqual([[7.875], [6.470588235294118], [null], [DIGITAL]])
    expect(await call('HEALTH.BAND', 'A2:M5')).toEqual([['Healthy'], ['Concerning'], [null], ['Healthy']])
    expect(await call('HEALTH.MODEL', 'A2:M5')).toEqual([
      ['sourcegraph/default'],
      ['sourcegraph/default'],
      [null],
      ['sourcegraph/digital'],
    ])
    const technical = (await call('HEALTH.DIMENSION', 'A2:M5', 'Technical Health')).flat()
    expect(technical.map((one) => (isError(one) ? messageOf(one) : one))).toEqual([
      5,
      '#N/A Technical Health has no data',
      null,
      8.333333333333334,
    ])
  })

  test('a blank row alone says so', async () => {
    expect(messageOf(await cell('HEALTH', 'A4:M4'))).toBe('#N/A This row is blank')
  })

  test('the segment of the second argument is used, by name or label, with or without its model', async () => {
    // (5 + 10 + 0) / 3 at 20% would be Default; Digital judges 3 versions poor, 1 defect healthy, 15 questions poor:
    // (0 + 10 + 0) / 3 = 3.33… at 20%, 7.5 at 80%.
    const digital = (10 / 3) * 0.2 + 7.5 * 0.8
    for (const which of [
      'digital',
      'Digital Customer',
      'sourcegraph/digital',
      'sourcegraph: Digital Customer',
      'own/digital',
    ]) {
      expect(await cell('HEALTH', 'A2:M2', which)).toBeCloseTo(digital, 12)
    }
    expect(await cell('HEALTH.MODEL', 'A2:M2', 'DIGITAL')).toBe('sourcegraph/digital')
    expect(await cell('HEALTH', 'A2:M2', 'sourcegraph')).toBe(7.875)
  })

  test('HEALTH.WHY says it in a line', async () => {
    expect(await cell('HEALTH.WHY', 'A2:M2')).toBe(
      '7.9 healthy: Utilization costs 1.4 (Last month MAU / Seats 64%, 50% <= concerning < 80%); Technical Health costs 0.8 (Last 90 Days Question Tickets 15, poor >= 15)',
    )
  })

  test('HEALTH.EXPLAIN spills every part; what is lost adds up to the shortfall', async () => {
    const [headers, whole, ...parts] = await call('HEALTH.EXPLAIN', 'A2:M2')
    expect(headers).toEqual(['Part', 'Value', 'Band', 'Points', 'Weight', 'Lost', 'Because'])
    expect(whole).toEqual(['Customer Health Score', 'Default', 'Healthy', 7.875, 1, 2.125, null])
    expect(parts.find(([part]) => part === '  Last month MAU / Seats')).toEqual([
      '  Last month MAU / Seats',
      '64%',
      'Concerning',
      5,
      0.275,
      1.375,
      '50% <= concerning < 80%',
    ])
    const lost = parts.filter(([part]) => String(part).startsWith('  ')).reduce((sum, row) => sum + Number(row[5]), 0)
    expect(lost).toBeCloseTo(2.125, 9)
  })

  test('HEALTH.SCORES takes its headers from the range and gives a column for each thing asked for', async () => {
    expect(await call('HEALTH.SCORES', 'A1:M5')).toEqual([
      ['Account', 'Score', 'Band'],
      ['Acme', 7.875, 'Healthy'],
      ['Blank Inc', 6.470588235294118, 'Concerning'],
      [null, null, null],
      ['Bits', DIGITAL, 'Healthy'],
    ])
    expect(await call('HEALTH.SCORES', 'A1:M3', null, 'Segment, shown, technical, coverage')).toEqual([
      ['Segment', 'Shown', 'technical', 'Coverage'],
      ['Default', '7.9', 5, 1],
      ['Default', '6.5', null, 0.575],
    ])
  })

  test('of a computed array headers are given, and what cannot be known of it is told', async () => {
    const acme = await cell('HEALTH.WHY', '=A2:M2', null, 'A1:M1')
    const unknownFormats = /Formats of a computed range are not known: 0\.85 was read as 0\.85%/
    expect(acme).toMatch(abilities.percentsAsNumbers ? unknownFormats : /^7\.9 healthy/)
    const blank = await cell('HEALTH.WHY', '=A3:M3', null, 'A1:M1')
    expect(blank).toMatch(abilities.blanksAsZero ? /Blank cells of a computed range arrive as 0/ : /^6\.5 concerning/)
  })
})
