import { expect, test } from 'vitest'
import type { AnswerCell, Carded } from '../../src/functions/call.ts'
import { ACME, BITS, BLANKS, HEADERS, messageOf, sheetOf } from './sheet.ts'

const ROWS = [HEADERS, ACME, BLANKS, BITS]
const { call, cell } = sheetOf(ROWS, { abilities: { cards: true } })
const isCarded = (one: AnswerCell): one is Carded => typeof one === 'object' && one?.kind === 'carded'

test('HEALTH carries its band, segment and dimensions, and is the same number', async () => {
  const { value, decimals, card } = (await cell('HEALTH', 'A2:M2')) as Carded
  expect({ value, decimals, title: card.title }).toEqual({ value: 7.875, decimals: 1, title: 'Acme: 7.9' })
  expect(card.sections.map(({ title }) => title)).toEqual(['Customer Health Score', 'Dimensions'])
  expect(card.sections[0]!.rows).toEqual([
    { label: 'Band', value: 'Healthy', note: null },
    { label: 'Segment', value: 'Default', note: null },
    { label: 'Data for', value: '100%', note: 'of the weight' },
  ])
  expect(card.sections[1]!.rows).toContainEqual({ label: 'Utilization', value: 7.5, note: 'Healthy, costs 1.38' })
})

test('HEALTH.CARD has every measure with its value and what decided, and what would lift the band', async () => {
  const { card } = (await cell('HEALTH.CARD', 'A3:M3')) as Carded
  // Sentiment Poor to Concerning: 5 at 30% and 10 at 55%, of 85%: 8.235….
  expect(card.sections[0]!.rows).toContainEqual({
    label: 'To lift it',
    value: 'Account - TA Sentiment from Poor to Concerning',
    note: 'makes 8.24 Healthy',
  })
  const utilization = card.sections.find(({ title }) => title === 'Utilization')!
  expect(utilization.rows).toContainEqual({ label: 'Last month MAU / Seats', value: '85%', note: 'healthy >= 80%' })
  expect(utilization.rows).toContainEqual({ label: 'Last 4 Wk DAU / MAU', value: 'no data', note: null })
})

test('parts that are off for the account are not in the way', async () => {
  const { card } = (await cell('HEALTH.CARD', 'A4:M4')) as Carded
  expect(card.sections.map(({ title }) => title)).toEqual(['Customer Health Score', 'Technical Health', 'Utilization'])
})

test('labels of a section are all different, for hosts find rows by them', async () => {
  for (const { card } of (await call('HEALTH.CARD', 'A2:M4')).flat().filter(isCarded)) {
    for (const { rows } of card.sections) expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length)
  }
})

test('an account without a score says why, with or without cards', async () => {
  const nobody = sheetOf([HEADERS, ['Unknown Ltd']], { abilities: { cards: true } })
  expect(messageOf(await nobody.cell('HEALTH', 'A2:M2'))).toBe('#N/A Nothing that counts has data')
  expect(messageOf(await nobody.cell('HEALTH.CARD', 'A2:M2'))).toBe('#N/A Nothing that counts has data')
})

test('thousands of rows in one call are numbers alone', async () => {
  const many = sheetOf([HEADERS, ...Array.from({ length: 1001 }, () => ACME)], { abilities: { cards: true } })
  expect((await many.call('HEALTH', 'A2:M1002')).flat().filter(isCarded)).toEqual([])
  expect((await many.call('HEALTH', 'A2:M1001')).flat().filter(isCarded).length).toBe(1000)
})
