import { describe, expect, test } from 'vitest'
import type { Abilities } from '../../src/host/workbook.ts'
import type { Cell } from '../../src/tables/cell.ts'
import { answer } from '../../src/functions/answer.ts'
import { HOSTS, messageOf, sheetOf } from './sheet.ts'

const HEADERS = ['Line', 'Account', 'Parent', 'SKU', 'Start', 'End', 'ACV', 'Currency', 'Charge type']

/** A date as a cell of a sheet. */
function on(text: string): Cell {
  return { kind: 'date', value: Date.parse(text) / 86_400_000 }
}

const [Y23, Y24, Y25] = ['2023-01-01', '2024-01-01', '2025-01-01'].map(on)

/** At 2023-12-31 100 + 200 + 50 = 350; at 2024-12-31 A has 130, B 150, C nothing, D is new. */
const LINES: readonly (readonly Cell[])[] = [
  ['L1', 'A', 'G', 'CORE', Y23!, Y24!, 100, 'USD', 'recurring'],
  ['L2', 'A', 'G', 'CORE', Y24!, null, 130, 'USD', 'recurring'],
  ['L3', 'B', 'G', 'CORE', Y23!, Y24!, 200, 'USD', 'recurring'],
  ['L4', 'B', 'G', 'PLUS', Y24!, Y25!, 150, 'USD', 'recurring'],
  ['L5', 'C', null, 'CORE', Y23!, Y24!, 50, 'USD', 'recurring'],
  ['L6', 'D', null, 'CORE', Y24!, null, 70, 'USD', 'recurring'],
  ['L7', 'D', null, 'SETUP', Y24!, Y25!, 999, 'USD', 'one_time'],
]
const RANGE = 'A1:I8'
const YEAR = ['2023-12-31', '2024-12-31'] as const

describe.each(HOSTS)('the rates of a ledger on %s', (_, abilities: Partial<Abilities>) => {
  const { cell, call } = sheetOf([HEADERS, ...LINES], { abilities })

  test('gross: what is left of the opening value, gains left out', async () => {
    expect(await cell('HEALTH.GRR', RANGE, ...YEAR)).toBe((100 + 150) / 350)
  })
  test('net: what the same accounts are worth, gains included', async () => {
    expect(await cell('HEALTH.NRR', RANGE, ...YEAR)).toBe((130 + 150) / 350)
  })
  test('by SKU a change of product is a loss, by parent one account makes up for another', async () => {
    expect(await cell('HEALTH.GRR', RANGE, ...YEAR, null, null, 'sku')).toBe(100 / 350)
    expect(await cell('HEALTH.GRR', RANGE, ...YEAR, null, null, 'Parent')).toBe(280 / 350)
  })
  test('the bridge of a year adds up, month by month', async () => {
    const [header, ...months] = await call('HEALTH.BRIDGE', RANGE, ...YEAR)
    expect(header).toEqual(
      ['Month', 'Opening', 'New', 'Reactivation', 'Expansion', 'Contraction', 'Churn', 'FX', 'Rounding'].concat([
        'Closing',
        'Check',
      ]),
    )
    expect(months).toHaveLength(12)
    expect(months[0]).toEqual(['2024-01-31', 350, 70, 0, 30, -50, -50, 0, 0, 350, 0])
    expect(months.at(-1)!.slice(-2)).toEqual([350, 0])
  })
  test('blank rows under the lines, and a workbook without a model, make no difference', async () => {
    const longer = sheetOf([HEADERS, ...LINES, ...Array.from({ length: 5 }, () => HEADERS.map(() => null))], {
      abilities,
      model: null,
    })
    expect(await longer.cell('HEALTH.NRR', 'A1:I13', ...YEAR)).toBe(280 / 350)
  })
})

describe('what an analyst is told', () => {
  const changed = (row: number, column: number, to: Cell) =>
    [HEADERS, ...LINES].map((line, r) => (r === row ? line.map((cell, c) => (c === column ? to : cell)) : line))
  const said = async (rows: readonly (readonly Cell[])[], ...args: readonly (string | null)[]) =>
    messageOf(await sheetOf(rows).cell('HEALTH.GRR', ...args))

  test.each<[string, readonly (readonly Cell[])[], readonly (string | null)[], string]>([
    ['no ledger', [HEADERS, ...LINES], [null, ...YEAR], 'give the contract lines with their header row'],
    ['no date', [HEADERS, ...LINES], [RANGE, null, YEAR[1]], 'give the date from'],
    ['a date that may be two', [HEADERS, ...LINES], [RANGE, '1/2/2024', YEAR[1]], '"1/2/2024" is not clear as a date'],
    ['dates the wrong way round', [HEADERS, ...LINES], [RANGE, YEAR[1], YEAR[0]], 'from has to be before to'],
    ['another netting', [HEADERS, ...LINES], [RANGE, ...YEAR, null, null, 'skuu'], 'not by "skuu". Is it "sku"?'],
    ['a name of JavaScript', [HEADERS, ...LINES], [RANGE, ...YEAR, null, null, 'constructor'], 'not by "constructor".'],
    ['no headers', LINES, ['A1:I7', ...YEAR], 'in the ledger: no column for `account_id`'],
    [
      'a misspelt header',
      changed(0, 1, 'Acount id'),
      [RANGE, ...YEAR],
      'no column for `account_id`; is it "Acount id"?',
    ],
    ['an amount that is none', changed(4, 6, 'tbc'), [RANGE, ...YEAR], 'row 5: `tbc` is not an amount'],
    ['no account', changed(4, 1, null), [RANGE, ...YEAR], 'row 5: it names no account'],
    ['two currencies', changed(1, 7, 'EUR'), [RANGE, ...YEAR], 'the ledger is in EUR, USD: name the currency'],
    ['no rates', changed(1, 7, 'EUR'), [RANGE, ...YEAR, 'USD'], 'a rate from EUR to USD on 2023-12-31 is needed'],
    ['other kinds of charge', [HEADERS, ...LINES], [RANGE, ...YEAR, null, null, null, 'saas'], 'of the kind "saas"'],
    ['nobody there yet', [HEADERS, ...LINES], [RANGE, '2020-12-31', '2021-12-31'], 'no accounts at the opening date'],
  ])('%s', async (_, rows, args, words) => {
    const message = (await said(rows, ...args)).toLowerCase()
    expect(message).toContain(words.toLowerCase())
    expect(message.length).toBeLessThanOrEqual(210)
  })
})

test('many cells about one ledger read it once', () => {
  const rows = [HEADERS, ...Array.from({ length: 2000 }, (_, k) => LINES[k % LINES.length]!)]
  const { desk } = sheetOf([])
  let looked = 0
  const counted = rows.map((row) =>
    row.map((cell) =>
      typeof cell !== 'object' || cell?.kind !== 'date'
        ? cell
        : {
            kind: 'date' as const,
            get value() {
              looked++
              return cell.value
            },
          },
    ),
  )
  const ask = () =>
    answer(desk, 'HEALTH.GRR', {
      arguments: [counted.map((row) => [...row]), [[YEAR[0]]], [[YEAR[1]]], null, null, null, null],
      addresses: [],
    })
  const first = ask()
  expect(first).not.toBeInstanceOf(Promise)
  const once = looked
  for (let k = 0; k < 20; k++) expect(ask()).toEqual(first)
  expect(looked).toBe(once)
})
