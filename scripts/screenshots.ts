/**
 * `npm run screenshots`: pictures of the workbench and the pane for docs/, taken of the pages as they are built. The
 * numbered ones are one walk: why, portfolio, change, publish, type.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { chromiumOptions } from './chromium.ts'
import { serveWeb } from './serve.ts'
import { smallPng } from './small-png.ts'
import { buildWeb, root } from './web.ts'

const folder = join(root, 'docs', 'pictures')
mkdirSync(folder, { recursive: true })
await buildWeb()
const { server, address } = await serveWeb(0)
const browser = await chromium.launch(await chromiumOptions())
try {
  await walk()
  await outcomes()
  await dark()
  await pane()
} finally {
  await browser.close()
  server.closeAllConnections()
  server.close()
}

/** Someone scores the sample, asks why an account is red, changes a threshold, sees what would move, and publishes. */
async function walk(): Promise<void> {
  const page = await open('light')
  await goTo(page, 'A7')
  await take(page, '1-why')
  await turnTo(page, 'Portfolio')
  await take(page, '2-portfolio')
  await turnTo(page, 'Model')
  // Lines of a model are long: the pane is at its widest for them.
  const edge = page.getByRole('separator', { name: 'Width of the pane' })
  await edge.press('End')
  const model = readFileSync(join(root, 'models', 'sourcegraph.salus'), 'utf8')
  const stricter = model.replace('healthy < 2 <= concerning < 5 <= poor', 'healthy < 1 <= concerning < 3 <= poor')
  await page.locator('.cm-content').click()
  await page.keyboard.press('Control+a')
  await page.evaluate((text) => navigator.clipboard.writeText(text), stricter)
  await page.keyboard.press('Control+v')
  await rest(page, 3000)
  // The strip opens to say which accounts move.
  await page.getByText('Which', { exact: true }).click()
  const changed = page.locator('.cm-line', { hasText: 'healthy < 1 <= concerning < 3 <= poor' }).first()
  await page.locator('.cm-content').press('Control+Home')
  await page.locator('.cm-content').hover()
  for (let turn = 0; turn < 20 && (await changed.count()) === 0; turn++) await page.mouse.wheel(0, 200)
  await changed.click()
  await rest(page)
  await take(page, '3-what-would-change')
  await page
    .getByRole('button', { name: /^Publish/ })
    .first()
    .click()
  await rest(page)
  await take(page, '4-publish')
  await page.getByRole('button', { name: 'Publish and score again' }).click()
  await rest(page, 4000)
  await edge.dblclick()
  await turnTo(page, 'Account')
  await page.locator('[data-u-comp=sheet-bar-append-button]').first().click()
  await rest(page)
  await goTo(page, 'A1')
  await page.keyboard.type('=HEALTH', { delay: 40 })
  await rest(page)
  await take(page, '5-typing')
  await page.context().close()
}

/** What became of the accounts, once somebody has declared how the ledger counts. */
async function outcomes(): Promise<void> {
  const page = await open('light')
  await turnTo(page, 'Outcomes')
  await page.getByRole('button', { name: 'Show outcomes' }).click()
  await page.getByRole('heading', { name: 'Retention' }).waitFor()
  await rest(page)
  await take(page, '6-outcomes')
  await page.context().close()
}

async function dark(): Promise<void> {
  const page = await open('dark')
  await goTo(page, 'A7')
  await take(page, 'dark')
  await page.context().close()
}

/** The pane as narrow as Excel has it. */
async function pane(): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 350, height: 760 } })
  await page.goto(`${address}preview.html`)
  for (const name of ['Account', 'Portfolio', 'Model', 'Connect']) {
    await turnTo(page, name)
    await take(page, `pane-${name.toLowerCase()}`)
  }
  await turnTo(page, 'Outcomes')
  await page.getByRole('button', { name: 'Show outcomes' }).click()
  await page.getByRole('heading', { name: 'Churn by band' }).scrollIntoViewIfNeeded()
  await rest(page)
  await take(page, 'pane-outcomes')
  await page.close()
}

async function open(colorScheme: 'light' | 'dark'): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  await page.goto(address)
  await page.getByText('Kept in this browser').waitFor()
  await rest(page, 4000)
  return page
}

async function turnTo(page: Page, name: string): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click()
  await rest(page)
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
  writeFileSync(join(folder, `${name}.png`), smallPng(await page.screenshot()))
}
