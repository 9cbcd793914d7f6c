import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Desk } from '../../src/host/desk/desk.ts'
import { sharedBrowser } from './browser.ts'
import { axeFindings, openPane, wrongInAnyLook } from './pane.ts'

let browser: Browser
let page: Page
let complaints: readonly string[]
beforeAll(async () => {
  browser = await sharedBrowser()
  ;({ page, complaints } = await openPane(browser))
  await page.getByRole('tab', { name: 'Outcomes' }).click()
  await page.getByRole('heading', { name: 'Which ledger, and how it counts' }).waitFor()
})
afterAll(() => browser.close())

/** A row of a file of the sample's truth, by header. */
function truth(file: string, isIt: (row: Readonly<Record<string, string>>) => boolean): Record<string, string> {
  const [header, ...lines] = readFileSync(`test/finance/truth/${file}`, 'utf8').trimEnd().split(/\r?\n/)
  const names = header!.split(',')
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at]!, cell])))
  return rows.find(isIt)!
}

const percent = (share: string | undefined): string => `${(Number(share) * 100).toFixed(2)}%`
const grouped = (amount: string | undefined): string =>
  Number(amount).toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

test('nothing is shown before somebody has declared how the ledger counts, and axe finds nothing in the form', async () => {
  expect(await page.locator('main').innerText()).not.toContain('GRR')
  expect(await axeFindings(page)).toEqual([])
  await page.getByLabel('From the end of').fill('2025-06-30')
  await expect.poll(() => page.locator('main').innerText()).toContain('The period must begin before it ends.')
  await page.getByLabel('From the end of').fill('2024-06-30')
  await page.getByRole('button', { name: 'Show outcomes' }).click()
  await page.getByRole('heading', { name: 'Retention' }).waitFor()
})

test('retention is that of the sample’s truth, with what it was made of', async () => {
  const row = truth('annual_retention.csv', ({ end }) => end === '2025-06-30')
  const said = await page.getByRole('region', { name: 'Retention', exact: true }).innerText()
  for (const share of ['grr_account', 'grr_sku', 'nrr']) expect(said).toContain(percent(row[share]))
  for (const amount of ['opening_usd', 'retained_gross_account_usd', 'retained_gross_sku_usd', 'retained_net_usd']) {
    expect(said).toContain(grouped(row[amount]))
  }
  expect(said).toContain(`${Number(row['logos_open']) - Number(row['logos_lost'])} of ${row['logos_open']}`)
})

test('the bridge has its table, whose months are the truth and whose checks are 0.00', async () => {
  const section = page.getByRole('region', { name: 'ARR bridge', exact: true })
  expect(await section.getByRole('img').getAttribute('aria-label')).toContain('Churn')
  await section.getByRole('switch', { name: 'Table' }).click()
  const rows = section.getByRole('row')
  await expect.poll(() => rows.count()).toBe(14)
  const march = truth('monthly_bridge_usd.csv', ({ month }) => month === '2025-03-31')
  const cells = await rows.filter({ hasText: '2025-03-31' }).getByRole('cell').allInnerTexts()
  const amounts = ['opening', 'new', 'reactivation', 'expansion', 'contraction', 'churn', 'fx', 'rounding', 'closing']
  expect(cells.map((cell) => cell.replace('−', '-'))).toEqual([...amounts.map((name) => grouped(march[name])), '0.00'])
  const checks = await Promise.all(
    (await rows.all()).slice(1).map(async (row) => (await row.getByRole('cell').allInnerTexts()).at(-1)),
  )
  expect(new Set(checks)).toEqual(new Set(['0.00']))
  await section.getByRole('switch', { name: 'Table' }).click()
})

test('a cent more in one line of the ledger is seen at once, and gone when it is taken back', async () => {
  const retention = page.getByRole('region', { name: 'Retention', exact: true })
  const row = truth('annual_retention.csv', ({ end }) => end === '2025-06-30')
  // A line in USD that runs on both dates.
  const lines = readFileSync('samples/ledger.csv', 'utf8').trimEnd().split('\n')
  const at = lines.findIndex((line) => {
    const [, , , , start, end, , currency, charge] = line.split(',')
    return currency === 'USD' && charge === 'recurring' && start! <= '2024-06-30' && end! > '2025-06-30'
  })
  const amount = Number(lines[at]!.split(',')[6])
  const write = (value: number) =>
    page.evaluate(
      ([top, cell]) => {
        const block = { sheet: 'Ledger', top: top!, left: 6, bottom: top!, right: 6 }
        return (globalThis as unknown as { salusPreview: Desk }).salusPreview.workbook.writeCells(block, [[cell!]])
      },
      [at, value],
    )
  await write(Math.round(amount * 100 + 1) / 100)
  await expect.poll(() => retention.innerText()).toContain(grouped(String(Number(row['opening_usd']) + 0.01)))
  await write(amount)
  await expect.poll(() => retention.innerText()).toContain(grouped(row['opening_usd']))
})

test('what the CRM says differently is listed under its heading, with its amount', async () => {
  const section = page.getByRole('region', { name: 'Tie-out' })
  for (const account of ['ACC-00001', 'ACC-00002', 'ACC-00003']) {
    expect(await section.getByText('CRM churn but ledger active').locator('xpath=../..').textContent()).toContain(
      account,
    )
  }
})

test('at 320 pixels nothing is cut off, and axe finds nothing in light, dark and forced colours', async () => {
  await page.setViewportSize({ width: 320, height: 700 })
  expect([await wrongInAnyLook(page), complaints]).toEqual([[], []])
})
