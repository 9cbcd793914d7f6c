import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sitDown } from './at-the-workbench.ts'
import { sharedBrowser } from './browser.ts'
import { openPane, wrongInAnyLook } from './pane.ts'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

test('a snapshot is kept from the pane, drawn and written in figures, in every look', async () => {
  const { page, complaints } = await openPane(browser, 360)
  await page.getByRole('tab', { name: 'Portfolio' }).click()
  await page.getByLabel('View').selectOption('trend')
  await page.getByRole('button', { name: /^Keep a snapshot of/ }).click()
  await page.getByText(/^Kept 520 accounts of/).waitFor()
  const table = page.getByRole('region', { name: 'Accounts by band, table' })
  // The sample comes with earlier quarters; what is kept now is the first row.
  const figures = async (): Promise<number> => {
    const cells = await table.locator('tbody tr').first().locator('td').allInnerTexts()
    return cells.reduce((sum, cell) => sum + Number(cell), 0)
  }
  await expect.poll(figures).toBe(520)
  const chip = page.getByRole('button', { name: /^Digital Customer/ })
  const digital = Number(/\d+$/.exec(await chip.innerText())![0])
  await chip.click()
  await expect.poll(figures).toBe(digital)
  await page.getByRole('tab', { name: 'ACV', exact: true }).click()
  await page.getByRole('region', { name: /^ACV EUR by band, table/ }).waitFor()
  expect([await wrongInAnyLook(page), complaints]).toEqual([[], []])
})

test('at the workbench a day is kept once, however often it is asked for', async () => {
  const { page, context, strange } = await sitDown(browser)
  await page.getByRole('tab', { name: 'Portfolio' }).click()
  await page.getByLabel('View').selectOption('trend')
  const keep = page.getByRole('button', { name: /^Keep a snapshot of/ })
  await keep.click()
  await page.getByText(/^Kept \d+ accounts of/).waitFor()
  await keep.click()
  await page.getByText('kept already, with the same numbers').waitFor()
  expect(strange).toEqual([])
  await context.close()
})
