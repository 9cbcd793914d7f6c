import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser, webAddress } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

test('the workbench comes up with nothing from elsewhere and no complaint', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  const strange: string[] = []
  page.on('console', (message) => message.type() === 'error' && strange.push(message.text()))
  page.on('pageerror', (error) => strange.push(error.message))
  page.on(
    'request',
    (request) => /^(data|blob):|^http:\/\/127\.0\.0\.1/.test(request.url()) || strange.push(request.url()),
  )
  await page.goto(webAddress())
  await page.locator('canvas').first().waitFor()
  await page.getByText('Accounts', { exact: true }).waitFor()
  expect(strange).toEqual([])
  await context.close()
})
