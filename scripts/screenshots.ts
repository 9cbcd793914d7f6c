/**
 * `npm run screenshots`: pictures of the workbench and the pane for docs/, taken of the pages as they are built. Each
 * shows a step of one walk: score, why, change, publish.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumOptions } from './chromium.ts'
import { serveWeb } from './serve.ts'
import { buildWeb, root } from './web.ts'

const folder = join(root, 'docs', 'pictures')
mkdirSync(folder, { recursive: true })
await buildWeb()
const { server, address } = await serveWeb(0)
const browser = await chromium.launch(await chromiumOptions())
try {
  for (const look of ['light', 'dark'] as const) await workbench(look)
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}

async function workbench(colorScheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
  const page = await context.newPage()
  await page.goto(address)
  await page.getByRole('tab', { name: 'Account', exact: true }).waitFor()
  await rest(page, 4000)
  await goTo(page, 'A7')
  await take(page, `workbench-${colorScheme}`)
  if (colorScheme === 'light') {
    for (const name of ['Portfolio', 'Model', 'Connect']) {
      await page.getByRole('tab', { name, exact: true }).click()
      await rest(page)
      await take(page, `workbench-${name.toLowerCase()}`)
      await page.locator('.pane').screenshot({ path: join(folder, `pane-${name.toLowerCase()}.png`) })
    }
    await page.getByRole('tab', { name: 'Account', exact: true }).click()
    await rest(page)
    await page.locator('.pane').screenshot({ path: join(folder, 'pane-account.png') })
    await page.locator('[data-u-comp=sheet-bar-append-button]').first().click()
    await rest(page)
    await goTo(page, 'A1')
    await page.keyboard.type('=HEALTH', { delay: 40 })
    await rest(page)
    await take(page, 'workbench-typing')
  }
  await context.close()
}

async function goTo(page: Page, cell: string): Promise<void> {
  const box = page.locator('[data-u-comp=defined-name] input')
  await box.fill(cell)
  await box.press('Enter')
  await rest(page)
}

function rest(page: Page, milliseconds = 1500): Promise<void> {
  return page.waitForTimeout(milliseconds)
}

async function take(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(folder, `${name}.png`) })
}
