import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { outcomesOf } from '../../src/host/desk/finance/outcomes.ts'
import { proposeFinance } from '../../src/host/desk/finance/propose.ts'
import { type Books, readBooks } from '../../src/host/desk/finance/read-books.ts'
import type { FinanceSettings } from '../../src/host/document/document.ts'
import { type MemoryWorkbook, memoryWorkbook } from '../../src/host/memory/workbook.ts'
import { rowsOf } from '../../src/taskpane/start/sample.ts'

const today = Date.UTC(2026, 0, 15) / 86_400_000

function sampleWorkbook(): MemoryWorkbook {
  const sheet = (name: string, file: string) => ({ name, rows: rowsOf(readFileSync(`samples/${file}.csv`, 'utf8')) })
  return memoryWorkbook({
    sheets: [sheet('Accounts', 'accounts'), sheet('Ledger', 'ledger'), sheet('FX', 'fx'), sheet('CRM', 'crm')],
  })
}

async function booksOf(workbook: MemoryWorkbook, changes: Partial<FinanceSettings> = {}): Promise<Books> {
  const proposal = await proposeFinance(workbook, today)
  const books = await readBooks(workbook, { ...proposal!.settings, ...changes }, new Map())
  if (books.kind === 'refusal') throw new Error(books.message)
  return books
}

test('what a workbook offers is found by its headers, and filled in for a person to look over', async () => {
  const proposal = await proposeFinance(sampleWorkbook(), today)
  expect(proposal).toMatchObject({
    charges: ['recurring', 'one_time'],
    settings: {
      ledger: { sheet: 'Ledger' },
      rates: { sheet: 'FX' },
      crm: { sheet: 'CRM' },
      currency: 'USD',
      recurring: ['recurring'],
      asOf: '2025-06-30',
      from: '2024-06-30',
      to: '2025-06-30',
    },
  })
})

test.each([0, 1, 2])('retention of the sample is its truth, cohort %i', async (at) => {
  const [header, ...lines] = readFileSync('test/finance/truth/annual_retention.csv', 'utf8').trimEnd().split('\n')
  const names = header!.split(',')
  const cells = lines[at]!.trimEnd().split(',')
  const truth = Object.fromEntries(names.map((name, column) => [name.trim(), cells[column]!]))
  const books = await booksOf(sampleWorkbook(), { from: truth['start']!, to: truth['end']! })
  const { account, sku } = outcomesOf(books, null).report.retention
  const cents = (text: string | undefined) => Math.round(Number(text) * 100)
  expect(account.cohort).toMatchObject({
    opening: cents(truth['opening_usd']),
    retainedGross: cents(truth['retained_gross_account_usd']),
    retainedNet: cents(truth['retained_net_usd']),
    logosOpen: Number(truth['logos_open']),
    logosLost: Number(truth['logos_lost']),
  })
  expect(sku.cohort.retainedGross).toBe(cents(truth['retained_gross_sku_usd']))
})

test('a workbook without contract lines offers nothing', async () => {
  const rows = rowsOf(readFileSync('samples/accounts.csv', 'utf8'))
  expect(await proposeFinance(memoryWorkbook({ sheets: [{ name: 'Accounts', rows }] }), today)).toBeNull()
})

test.each([
  ['the ledger is gone', { ledger: { sheet: 'Contracts', table: null } }, 'There is no list on the sheet Contracts'],
  ['the churn feed is gone', { crm: { sheet: 'Churn', table: null } }, 'There is no list on the sheet Churn'],
  ['a rate is missing', { rates: null }, 'There is no rate from'],
  ['the period ends before it begins', { from: '2025-06-30', to: '2024-06-30' }, 'The period must begin before'],
] as const)('%s: one sentence, no figures', async (_, changes, sentence) => {
  const workbook = sampleWorkbook()
  const { settings } = (await proposeFinance(workbook, today))!
  const books = await readBooks(workbook, { ...settings, ...changes }, new Map())
  expect(books.kind === 'refusal' ? books.message : '').toContain(sentence)
})
