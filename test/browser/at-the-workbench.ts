import type { Browser, BrowserContext, Page } from 'playwright-core'
import { webAddress } from './browser.ts'

/** Someone at the workbench: types, chooses and reads as a person does, through what the page shows. */
export interface Person {
  readonly context: BrowserContext
  readonly page: Page
  /** What the page complained of, and what it asked of other addresses. */
  readonly strange: readonly string[]
}

export async function sitDown(browser: Browser): Promise<Person> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const strange: string[] = []
  page.on('console', (message) => message.type() === 'error' && strange.push(message.text()))
  page.on('pageerror', (error) => strange.push(error.message))
  page.on(
    'request',
    (request) =>
      /^(data|blob):/.test(request.url()) || request.url().startsWith(webAddress()) || strange.push(request.url()),
  )
  await page.addInitScript(countKeeping)
  await page.addInitScript(slowDisplay)
  await page.goto(webAddress())
  await started(page)
  return { context, page, strange }
}

/** The workbook is there and everything in it computed. */
export async function started(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Account', exact: true }).waitFor()
  await page.waitForFunction(() => window.timesKept > 0)
}

/** Does something and waits until everything is computed and kept, as the page says beside its buttons. */
export async function change(page: Page, act: () => Promise<unknown>): Promise<void> {
  const before = await page.evaluate(() => window.timesKept)
  await act()
  await page.waitForFunction((times) => window.timesKept > times, before)
}

declare global {
  interface Window {
    /** How often the page has said that it kept what was done. */
    timesKept: number
  }
}

/** Runs in the page: says of a moment that would be gone before anyone looked that it was. */
function countKeeping(): void {
  window.timesKept = 0
  let isKeeping = false
  new MutationObserver(() => {
    const said = document.querySelector('.bar-status')?.textContent ?? ''
    if (isKeeping && said.startsWith('Kept')) window.timesKept++
    isKeeping = said.startsWith('Keeping')
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** Runs in the page: a display of 15 frames a second, since the grid draws at each of them, whether anything has changed or not. */
function slowDisplay(): void {
  window.requestAnimationFrame = (draw) => window.setTimeout(() => draw(performance.now()), 66)
  window.cancelAnimationFrame = (asked) => window.clearTimeout(asked)
}

/** By the name box, as in any spreadsheet. */
export async function goTo(page: Page, address: string): Promise<void> {
  const box = page.locator('[data-u-comp=defined-name] input')
  await box.fill(address)
  await box.press('Enter')
  // What is typed goes to the cell from the moment on in which the grid has the focus again.
  await page.waitForFunction(() => document.activeElement?.getAttribute('data-u-comp') === 'editor')
}

export async function type(page: Page, address: string, text: string): Promise<void> {
  await goTo(page, address)
  await page.keyboard.type(text)
  // A list of functions that is still open takes the first Enter for itself. It goes when it has read the whole text; whoever
  // sees it later presses again.
  await page.locator(LIST_OF_FUNCTIONS).first().waitFor({ state: 'detached' })
  await change(page, async () => {
    const before = await page.evaluate(() => window.timesKept)
    await page.keyboard.press('Enter')
    const taken = page.waitForFunction((times) => window.timesKept > times, before, { timeout: 12_000 })
    await taken.catch(() => page.keyboard.press('Enter'))
  })
}

/** Gives up what was begun in a cell: the first Escape closes the list of functions, the second the cell. */
export async function giveUp(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.locator(LIST_OF_FUNCTIONS).first().waitFor({ state: 'detached' })
  await page.keyboard.press('Escape')
  // A cell that is not being written is kept out of sight, to the left.
  await page.waitForFunction(() => document.querySelector('[data-u-comp=editor]')!.getBoundingClientRect().left < 0)
}

const LIST_OF_FUNCTIONS = '[data-u-comp=rect-popup]'

export async function addSheet(page: Page): Promise<void> {
  await change(page, () => page.locator('[data-u-comp=sheet-bar-append-button]').first().click())
}

export async function chooseSheet(page: Page, name: string): Promise<void> {
  const tab = page.getByRole('tab', { name, exact: true })
  await tab.click()
  await page.locator('[role=tab][aria-selected=true]', { hasText: name }).waitFor()
}

export async function paste(page: Page, address: string, rows: readonly (readonly string[])[]): Promise<void> {
  await goTo(page, address)
  await page.evaluate((text) => navigator.clipboard.writeText(text), rows.map((row) => row.join('\t')).join('\n'))
  await change(page, () => page.keyboard.press('Control+v'))
}

/** By the menu of the row's number; the row is one of the first, so that it is in sight. */
export async function insertRowAbove(page: Page, row: number): Promise<void> {
  const [x, y] = [15, 136 + (row - 1) * 22]
  await page.mouse.click(x, y)
  await page.mouse.click(x, y, { button: 'right' })
  const item = page.getByText('rows above')
  const { width, height } = (await item.boundingBox())!
  // In its middle it has a field for how many.
  await change(page, () => item.click({ position: { x: width - 20, y: height / 2 } }))
}

export async function undo(page: Page): Promise<void> {
  await change(page, () => page.getByRole('button', { name: 'Undo', exact: true }).click())
}

/** The list around the selected cell by the page's own reading aid: header first, without the row numbers. */
export async function read(page: Page): Promise<readonly (readonly string[])[]> {
  await page.getByRole('button', { name: 'Read as a table' }).click()
  const dialog = page.getByRole('dialog')
  // Found by their tags: what role each of five thousand cells has takes longer than all the rest.
  await dialog.locator('table').waitFor()
  const rows = await dialog
    .locator('tr')
    .evaluateAll((all) => all.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? '')))
  await dialog.locator('button', { hasText: 'Close' }).click()
  return rows
}
