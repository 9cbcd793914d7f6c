import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser } from './browser.ts'
import { openPane, wrongInAnyLook } from './pane.ts'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

async function openConnect(width?: number) {
  const opened = await openPane(browser, width)
  await opened.page.getByRole('tab', { name: 'Connect' }).click()
  await opened.page.getByText('12 of 13 inputs have a column.').waitFor()
  return opened
}

test('an input is given another column by hand; what cannot be read there is listed, and a click goes to the cell', async () => {
  const { page, complaints } = await openConnect()
  const main = page.locator('main')
  await page.getByLabel(/^Last 90 Days Question Tickets/).selectOption('Region')
  await main.getByText('Connected by hand.').waitFor()
  expect(await main.innerText()).toContain('520 cells are not a whole number, and count as missing:')
  await page.getByRole('button', { name: 'G3 “EMEA”' }).click()
  await page.getByRole('tab', { name: 'Account' }).click()
  await expect.poll(() => page.getByRole('heading', { level: 2 }).innerText()).toContain('Customer 2')
  expect(await main.innerText()).toContain('“EMEA” in Last 90 Days Question Tickets')

  await page.getByRole('tab', { name: 'Connect' }).click()
  await page.getByRole('button', { name: 'Find it by its header again' }).click()
  await expect.poll(() => main.getByText('Connected by hand.').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('an input is left without a column on purpose', async () => {
  const { page } = await openConnect()
  await page.getByLabel(/^Versions Behind/).selectOption({ label: 'no column' })
  await page.getByText('Left without a column on purpose.').waitFor()
  expect(await page.locator('main').innerText()).toContain('11 of 13 inputs have a column.')
})

test('axe finds nothing, and nothing is cut off at 320 pixels: light, dark and forced colours', async () => {
  const { page } = await openConnect(320)
  await page.getByLabel(/^Versions Behind/).selectOption('Account Name')
  await page.getByText('Connected by hand.').waitFor()
  expect(await wrongInAnyLook(page)).toEqual([])
})
