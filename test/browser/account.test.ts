import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser } from './browser.ts'
import { openPane, wrongInAnyLook } from './pane.ts'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

// Customer 1 of the sample is Digital: technical 20%, utilization 80%. Its three technical measures are poor (0 points), 52%
// of seats is concerning (5), DAU / MAU of 0.135 is poor (0): 0.8 * 2.5 = 2.0, and all that is published for Digital by hand.
test('the account that is selected is explained: score, parts, what it loses and what would lift it', async () => {
  const { page, complaints } = await openPane(browser)
  const shown = await page.locator('main').innerText()
  expect(shown).toContain('Customer 1')
  expect(shown).toMatch(/2\.0\s*of 10\s*Poor/)
  expect(shown).toMatch(/Utilization 2\.5 · weight 80%\s*Poor\s*−6/)
  expect(shown).toMatch(/52%\s*−2/)
  expect(shown).toContain('Not part of this score: Account Pulse (off), Relationships & Engagement (off).')
  expect(complaints).toEqual([])
})

test('an account is found and chosen by the keyboard alone', async () => {
  const { page } = await openPane(browser)
  await page.getByRole('combobox', { name: 'Account' }).focus()
  await page.keyboard.type('Customer 77 ')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByRole('heading', { level: 2 }).innerText()).toContain('Customer 77')
})

test('an override needs a reason and an end, stands beside what was calculated, and can be withdrawn', async () => {
  const { page } = await openPane(browser)
  const main = page.locator('main')
  await page.getByRole('button', { name: 'Override this score' }).click()
  await page.getByLabel(/^Score/).fill('8')
  await page.getByRole('button', { name: 'Override', exact: true }).click()
  await main.getByText('Say why').waitFor()
  await main.getByText('Say until when').waitFor()
  await page.getByLabel('Reason').fill('New champion since Monday')
  await page.getByLabel('Until').fill('2099-12-31')
  await page.getByRole('button', { name: 'Override', exact: true }).click()
  await main.getByText('Calculated: 2.0 Poor.').waitFor()
  expect(await main.innerText()).toMatch(/8\.0\s*of 10\s*Healthy/)
  expect(await main.innerText()).toContain('until 2099-12-31')
  await page.getByRole('button', { name: 'Withdraw' }).click()
  await main.getByText(/withdrawn/).waitFor()
  expect(await main.innerText()).toMatch(/2\.0\s*of 10\s*Poor/)
})

test('axe finds nothing, and nothing is cut off at 320 pixels: light, dark and forced colours', async () => {
  const { page } = await openPane(browser, 320)
  await page.getByRole('button', { name: 'Override this score' }).click()
  expect(await wrongInAnyLook(page)).toEqual([])
})
