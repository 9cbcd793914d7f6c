import { expect, test } from 'vitest'
import type { Carded } from '../../src/functions/call.ts'
import type { OverrideEntry } from '../../src/host/document/document.ts'
import { ACME, BITS, BLANKS, HEADERS, sheetOf } from './sheet.ts'

const override = (account: string, changes: Partial<OverrideEntry> = {}): OverrideEntry => ({
  account,
  path: '',
  score: 3,
  band: null,
  reason: 'Their champion has left',
  author: 'Bo',
  date: null,
  expiry: null,
  withdrawn: null,
  ...changes,
})
const ROWS = [HEADERS, ACME, BLANKS, BITS]
const document = {
  asOf: '2026-11-22',
  overrides: [
    override('Acme'),
    override('Blank Inc', { withdrawn: 20_000 }),
    override('Bits', { expiry: 20_000 }),
    override('Bits', { path: 'technical', score: 0, reason: 'untrue', date: 20_000 }),
  ],
}

test('people’s overrides apply to the accounts they name, alone and in a block, while they are in force', async () => {
  const { call, cell } = sheetOf(ROWS, { document })
  expect(await cell('HEALTH', 'A2:M2')).toBe(3)
  expect(await cell('HEALTH.BAND', 'A2:M2')).toBe('Poor')
  // 0 at 20% and 10 at 80%.
  expect(await call('HEALTH', 'A2:M4')).toEqual([[3], [6.470588235294118], [8]])
  expect(await cell('HEALTH.DIMENSION', 'A4:M4', 'technical')).toBe(0)
})

test('what was calculated stands beside what was decided, with reason and author', async () => {
  const { call, cell } = sheetOf(ROWS, { document })
  const [, whole, ...parts] = await call('HEALTH.EXPLAIN', 'A2:M2')
  expect(whole).toEqual(['Customer Health Score', 'Default', 'Poor', 3, 1, 7, 'calculated 7.9 Healthy'])
  expect(parts.find(([part]) => part === 'override')).toEqual([
    'override',
    null,
    null,
    3,
    null,
    4.875,
    'Their champion has left, by Bo',
  ])
  expect(await cell('HEALTH.WHY', 'A2:M2')).toMatch(/^3\.0 poor: override costs 4\.9 \(Their champion has left\)/)
})

test('a card shows both as well', async () => {
  const { cell } = sheetOf(ROWS, { document, abilities: { cards: true } })
  for (const name of ['HEALTH', 'HEALTH.CARD']) {
    const { value, card } = (await cell(name, 'A2:M2')) as Carded
    expect(value).toBe(3)
    expect(card.sections[0]!.rows).toContainEqual({
      label: 'Calculated',
      value: '7.9 Healthy',
      note: 'before overrides',
    })
  }
})
