import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sharedBrowser } from './browser.ts'
import { openPane, wrongInAnyLook } from './pane.ts'

let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())

const [header, ...lines] = readFileSync('samples/accounts.csv', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split(','))
/** The accounts of the sample by header: what is expected is counted in the file itself. */
const accounts = lines.map((cells) => Object.fromEntries(header!.map((name, at) => [name, cells[at]!])))

async function openPortfolio(width?: number) {
  const opened = await openPane(browser, width)
  await opened.page.getByRole('tab', { name: 'Portfolio' }).click()
  await opened.page.getByRole('heading', { name: 'Bands by segment' }).waitFor()
  return opened
}

test('segments are chosen, several at once, and everything shown is about their accounts', async () => {
  const { page, complaints } = await openPortfolio()
  const main = page.locator('main')
  expect(await main.innerText()).toMatch(new RegExp(`of ${accounts.length} accounts scored`))
  const plain = accounts.filter((one) => one['Airgapped'] !== 'true' && one['Onboarding'] !== 'true')
  const digital = plain.filter((one) => one['Segment'] === 'Digital')
  await page.getByRole('button', { name: /^Digital Customer/ }).click()
  await expect.poll(() => main.innerText()).toMatch(new RegExp(`of ${digital.length} accounts scored`))
  await page.getByRole('button', { name: /^Default/ }).click()
  await expect.poll(() => main.innerText()).toMatch(new RegExp(`of ${plain.length} accounts scored`))
  expect(complaints).toEqual([])
})

test('amounts of different currencies are shown one by one, and each adds up', async () => {
  const { page } = await openPortfolio()
  const main = page.locator('main')
  expect(await main.innerText()).toContain('Amounts are in 3 currencies and are never added together.')
  await page.getByRole('tab', { name: 'ACV', exact: true }).click()
  const bars = page.getByRole('region', { name: 'Bands by segment' })
  for (const currency of ['USD', 'EUR', 'GBP']) {
    await page.getByLabel('Currency').selectOption(currency)
    const sum = accounts
      .filter((one) => one['Currency'] === currency && one['ACV'] !== '')
      .reduce((total, one) => total + Number(one['ACV']), 0)
    const said = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(sum)
    await expect.poll(() => bars.innerText()).toMatch(new RegExp(`Together\\s+${currency} ${said}`))
  }
})

test('a filter with and and or is made by the keyboard alone, saved, kept, changed and deleted', async () => {
  const { page } = await openPortfolio()
  const { keyboard } = page
  await page.getByLabel('View').focus()
  await tabTo(page, '+ New filter')
  await keyboard.press('Enter')
  // The focus is on the field of a first condition, then: take it away, its operator, its value.
  await choose(page, 'Region')
  await tab(page, 3)
  await keyboard.type('EMEA')
  await tab(page, 2)
  expect(await focused(page)).toContain('Add alternatives')
  await keyboard.press('Enter')
  await choose(page, 'ACV')
  await tab(page, 3)
  await keyboard.type('50,000')
  await tab(page, 1)
  expect(await focused(page)).toContain('Add a condition')
  await keyboard.press('Enter')
  await choose(page, 'Airgapped')
  await tabTo(page, 'Name')
  await keyboard.type('Large or cut off in EMEA')
  await tab(page, 1)
  await keyboard.press('Enter')
  const expected = accounts.filter(
    (one) => one['Region'] === 'EMEA' && (Number(one['ACV']) > 50_000 || one['Airgapped'] === 'true'),
  )
  const chip = page.getByRole('button', { name: /^Large or cut off in EMEA/ })
  await expect.poll(() => chip.textContent()).toBe(`Large or cut off in EMEA${expected.length}`)
  const main = page.locator('main')
  expect(await main.innerText()).toContain('Region is EMEA and (ACV is more than 50,000 or Airgapped is yes).')
  expect(await main.innerText()).toMatch(new RegExp(`of ${expected.length} accounts scored`))

  // Another page and back: it is still there, and still chosen.
  await page.getByRole('tab', { name: 'Connect' }).click()
  await page.getByRole('tab', { name: 'Portfolio' }).click()
  await main.getByText(new RegExp(`of ${expected.length} accounts scored`)).waitFor()

  await page.getByRole('button', { name: 'Change' }).click()
  await page.getByRole('button', { name: 'Remove these conditions' }).click()
  await page.getByRole('button', { name: 'Save filter' }).click()
  const inEmea = accounts.filter((one) => one['Region'] === 'EMEA').length
  await expect.poll(() => chip.textContent()).toBe(`Large or cut off in EMEA${inEmea}`)
  await page.getByRole('button', { name: 'Delete the filter Large or cut off in EMEA' }).click()
  await expect.poll(() => chip.count()).toBe(0)
})

test('a click on an account goes to its row, and Account explains it', async () => {
  const { page } = await openPortfolio()
  const row = page.getByRole('region', { name: 'Accounts that lose most' }).getByRole('listitem').nth(2)
  const name = await row.getByRole('button').first().innerText()
  await row.getByRole('button', { name }).click()
  await row.getByRole('button', { name: `Why: ${name}` }).click()
  await expect.poll(() => page.getByRole('heading', { level: 2 }).innerText()).toContain(name)
})

test('books are compared by any column that groups accounts', async () => {
  const { page } = await openPortfolio()
  await page.getByLabel('View').selectOption({ label: 'One book against another' })
  await page.getByLabel('Owner column').selectOption({ label: 'Region' })
  for (const region of ['AMER', 'EMEA', 'APAC']) {
    const count = accounts.filter((one) => one['Region'] === region).length
    expect(await page.getByRole('article', { name: region }).innerText()).toMatch(
      new RegExp(`^${region}\\s+${count} accounts`),
    )
  }
})

test('movements are since any snapshot that was kept, and one is kept there too', async () => {
  const { page } = await openPortfolio()
  await page.getByLabel('View').selectOption({ label: 'Movements (manager)' })
  const since = page.getByRole('region', { name: 'Since a snapshot' })
  const kept = readFileSync('samples/quarters.csv', 'utf8').trimEnd().split('\n')
  const [days, names] = ['snapshot_date', 'account'].map((name) => kept[0]!.split(',').indexOf(name)) as [
    number,
    number,
  ]
  const comparedOn = (day: string): number => {
    const there = kept.map((line) => line.split(',')).filter((cells) => cells[days] === day)
    return accounts.filter((one) => there.some((cells) => cells[names] === one['Account'])).length
  }
  const all = [...new Set(kept.slice(1).map((line) => line.split(',')[days]!))].toSorted()
  await expect.poll(() => since.innerText()).toMatch(new RegExp(`of ${comparedOn(all.at(-1)!)} accounts`))
  await page.getByLabel('Compared with').selectOption(all[0]!)
  await expect.poll(() => since.innerText()).toMatch(new RegExp(`of ${comparedOn(all[0]!)} accounts`))
  await page.getByRole('button', { name: /^Keep a snapshot/ }).click()
  // The snapshot of today is nothing to compare today with.
  await page.getByText(/^Kept \d+ accounts of .* on the sheet “Salus history”/).waitFor()
  expect(await page.getByLabel('Compared with').getByRole('option').count()).toBe(all.length)
})

test('axe finds nothing, and nothing is cut off at 320 pixels: light, dark and forced colours', async () => {
  const { page } = await openPortfolio(320)
  const complaints: string[] = []
  const examine = async (what: string): Promise<void> => {
    complaints.push(...(await wrongInAnyLook(page)).map((found) => `${what}: ${found}`))
  }
  await page.getByRole('button', { name: '+ New filter' }).click()
  await page.getByRole('button', { name: 'Add alternatives' }).click()
  await page.getByLabel('Field').last().selectOption({ label: 'Signup Date' })
  await examine('the filter')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('switch', { name: 'Table' }).click()
  await page.getByRole('tab', { name: 'ACV', exact: true }).click()
  await page.getByRole('region', { name: 'Accounts that lose most' }).getByRole('button').first().click()
  await examine('the table')
  for (const view of ['risks', 'movements', 'books', 'usage']) {
    await page.getByLabel('View').selectOption(view)
    if (view === 'books') await page.getByLabel('Owner column').selectOption({ label: 'Region' })
    await examine(view)
  }
  expect(complaints).toEqual([])
})

async function tab(page: Page, times: number): Promise<void> {
  for (let k = 0; k < times; k++) await page.keyboard.press('Tab')
}

/** Moves on by the tab key until what has the focus is called so. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let k = 0; k < 30; k++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).includes(name)) return
  }
  throw new Error(`the tab key does not get to ${name}`)
}

/** Chooses in the list that has the focus by typing, as people do. */
async function choose(page: Page, name: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
  await page.keyboard.type(name)
  await expect.poll(() => focusedOption(page)).toBe(name)
}

function focusedOption(page: Page): Promise<string | undefined> {
  return page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.label)
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null
    return [element?.getAttribute('aria-label'), element?.labels?.[0]?.textContent, element?.textContent].join(' ')
  })
}
