import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import type { Model } from '../../src/model/model.ts'
import { rowAt } from '../../src/model/row-at.ts'
import { bytesSource, openBytes } from '../../src/tables/browser.ts'
import { sharedBrowser } from './browser.ts'
import { openPane, wrongInAnyLook } from './pane.ts'

let browser: Browser
let page: Page
let complaints: readonly string[] = []
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())
afterEach(() => {
  if (complaints.length > 0) throw new Error(`the page complained: ${complaints.join('; ')}`)
})

async function openModel(): Promise<void> {
  ;({ page, complaints } = await openPane(browser))
  await page.getByRole('tab', { name: 'Model' }).click()
  await editor().waitFor()
}
const editor = () => page.getByRole('textbox', { name: 'Text of the model' })
const strip = () => page.getByRole('region', { name: 'What would change' })
const findings = () => page.getByRole('region', { name: 'Findings' })
const button = (name: string) => page.getByRole('button', { name, exact: true })

/** Writes the whole text anew, as somebody who pastes it. */
async function write(text: string): Promise<void> {
  await editor().click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
}

const published = readFileSync('models/sourcegraph.salus', 'utf8')
const chain = 'measure mau_per_seat  poor < 50% <= concerning < 80% <= healthy'
const stricter = published.replace(chain, chain.replace('80%', '95%'))

/** Scores every account of the sample one by one by both texts: how many get another band. */
async function movedBy(before: string, after: string): Promise<{ readonly moved: number; readonly accounts: number }> {
  const [old, now] = [before, after].map((text) => compile(text, 'sourcegraph.salus').model) as [Model, Model]
  const table = await openBytes(bytesSource(readFileSync('samples/accounts.csv')), 'csv', now.inputs)
  let [moved, accounts] = [0, 0]
  for await (const { columns } of table.batches) {
    for (let row = 0; row < columns.length; row++) {
      const account = rowAt(columns, now.inputs, row)
      const [was, is] = [old, now].map((model) => evaluate(model, account, { asOf: null }).band)
      moved += Number(was !== is)
      accounts += 1
    }
  }
  return { moved, accounts }
}

describe('writing', () => {
  test('another threshold: the strip says which accounts move, publishing asks first, and history keeps both', async () => {
    await openModel()
    const { moved, accounts } = await movedBy(published, stricter)
    expect(moved).toBeGreaterThan(0)
    await write(stricter)
    await strip().getByText(`${moved} of ${accounts} accounts would change band`).waitFor()
    await strip().getByRole('button', { name: 'Which' }).click()
    const rows = strip().getByRole('list', { name: 'Accounts that would change band' }).getByRole('listitem')
    expect(await rows.count()).toBe(moved)
    expect(await rows.first().textContent()).toContain('Last month MAU / Seats is concerning now, was healthy')

    await button('Publish').click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('80% to under 95% was healthy, is concerning')
    await dialog.getByRole('textbox').fill('stricter on seats')
    await dialog.getByRole('button', { name: 'Publish and score again' }).click()
    await page.getByText('Published', { exact: true }).waitFor()
    await strip().getByText('this is what is published').waitFor()
    await strip().getByText(`${moved} of ${accounts} accounts changed band`).waitFor()
    expect(await strip().getByRole('list', { name: 'Accounts that changed band' }).getByRole('listitem').count()).toBe(
      moved,
    )

    await button('More').click()
    await page.getByRole('menuitem', { name: 'History' }).click()
    await dialog.getByText('stricter on seats').waitFor()
    await dialog.getByRole('radio').nth(1).check()
    await dialog.getByRole('button', { name: 'Restore this text' }).click()
    await strip().getByText(`${moved} of ${accounts} accounts would change band`).waitFor()
  })

  test('a mistake is listed, leads to its place, and its repair is one click', async () => {
    await openModel()
    await write(published.replace(chain, chain.replace('< 80% <=', '<= 80% <=')))
    await findings().getByText('1 error').waitFor()
    expect(await button('Publish').isDisabled()).toBe(true)
    await findings().getByRole('button', { name: 'List' }).click()
    await findings().getByText('both claim').click()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Text of the model')
    await findings().getByRole('listitem').getByRole('button').nth(1).click()
    await findings().getByText('Nothing wrong').waitFor()
  })

  test('suggestions: a keyword by its first letters, and the marks to fill in', async () => {
    await openModel()
    await write('model m "M"\ninputs { tickets count "Tickets" }\nmissing skip\nmeasure tickets  ')
    await page.keyboard.type('wei', { delay: 30 })
    const options = page.getByRole('option')
    await options.first().waitFor()
    // What fits the first letter is listed before what fits all three.
    await expect.poll(() => options.first().textContent()).toContain('weight')
    // The editor takes no key for a list that has only just appeared.
    await page.waitForTimeout(300)
    await page.keyboard.press('Enter')
    await page.keyboard.type('100%')
    expect(await editor().textContent()).toContain('measure tickets  weight 100%')
  })

  test('columns of the sheet that no input reads yet are offered as whole inputs', async () => {
    await openModel()
    await write('model m "M"\ninputs {\n  ')
    await page.keyboard.type('seg', { delay: 30 })
    await page
      .getByRole('option', { name: /segment/i })
      .first()
      .click()
    expect(await editor().textContent()).toContain('"Segment"')
  })

  test('Go to leads to a measure by its name', async () => {
    await openModel()
    await button('Go to').click()
    await page.getByRole('menuitem', { name: 'Utilization dimension', exact: true }).click()
    const selected = () => page.evaluate(() => `${document.activeElement?.className} ${getSelection()?.toString()}`)
    await expect.poll(selected).toMatch(/cm-content.* utilization$/)
  })

  test('a measure of an account leads to its thresholds', async () => {
    ;({ page, complaints } = await openPane(browser))
    await page.getByRole('button', { name: 'Last month MAU / Seats' }).click()
    await editor().waitFor()
    const selected = () => page.evaluate(() => `${document.activeElement?.className} ${getSelection()?.toString()}`)
    await expect.poll(selected).toMatch(/cm-content.* mau_per_seat$/)
  })

  test('Shift-Alt-F formats, and it can be undone', async () => {
    await openModel()
    await write('model m "M"\ninputs { tickets count "Tickets" }\nmissing    skip\nmeasure tickets   healthy<2<=poor\n')
    await page.keyboard.press('Shift+Alt+f')
    await expect.poll(() => editor().textContent()).toContain('measure tickets  healthy < 2 <= poor')
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => editor().textContent()).toContain('healthy<2<=poor')
  })

  test('what is being written survives a look at another page, and can be given up', async () => {
    await openModel()
    await write(stricter)
    await page.getByRole('tab', { name: 'Account' }).click()
    await page.getByRole('tab', { name: 'Model' }).click()
    await page.getByText('Changed, not published').waitFor()
    expect(await editor().textContent()).not.toBe('')
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Back to what is published' }).click()
    await page.getByText('Published', { exact: true }).waitFor()
  })

  test('a table from a handbook becomes a model in the editor', async () => {
    await openModel()
    await button('More').click()
    await page.getByRole('menuitem', { name: 'Paste a handbook table' }).click()
    const dialog = page.getByRole('dialog')
    const table = '| Metric | Poor | Concerning | Healthy |\n|---|---|---|---|\n| Versions behind | > 4 | 2 - 4 | < 2 |'
    await dialog.getByRole('textbox').first().fill(table)
    await dialog.getByRole('button', { name: 'Put it into the editor' }).click()
    await expect.poll(() => editor().textContent()).toContain('measure versions_behind')
  })
})

describe('two people', () => {
  test('a newer text of somebody else is shown beside mine, and either can be chosen', async () => {
    await openModel()
    await write(stricter)
    await page.getByText('Changed, not published').waitFor()
    const theirs = published.replace(chain, chain.replace('50%', '40%'))
    await page.evaluate(async (text) => {
      const { salusPreview } = globalThis as unknown as { salusPreview: Preview }
      await salusPreview.publish([{ file: salusPreview.state().models[0]!.file, text }], 'from a colleague')
    }, theirs)
    await page.getByText('has published a newer text').waitFor()
    expect(await button('Publish').isDisabled()).toBe(true)
    await page
      .getByRole('textbox', { name: /Their text/ })
      .getByText('95%')
      .waitFor()
    await button('Keep mine').click()
    await button('Publish').click()
    await page.getByRole('dialog').getByRole('button', { name: 'Publish and score again' }).click()
    await page.getByText('Published', { exact: true }).waitFor()
    const texts = await page.evaluate(() => {
      const { salusPreview } = globalThis as unknown as { salusPreview: Preview }
      return salusPreview.state().document.versions.map(({ text }) => text)
    })
    expect(texts.slice(0, 3)).toEqual([stricter, theirs, published])
  })
})

interface Preview {
  publish(models: readonly { file: string; text: string }[], note: string): Promise<unknown>
  state(): { models: readonly { file: string }[]; document: { versions: readonly { text: string }[] } }
}

describe('for everybody', () => {
  test('Escape, then Tab, leaves the editor', async () => {
    await openModel()
    await editor().focus()
    const inside = () => page.evaluate(() => document.activeElement?.classList.contains('cm-content') ?? false)
    await page.keyboard.press('Tab')
    expect(await inside()).toBe(true)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    expect(await inside()).toBe(false)
  })

  test('axe finds nothing in light, in dark and in forced colours', async () => {
    await openModel()
    await write(published.replace(chain, chain.replace('< 80% <=', '<= 80% <=')))
    await findings().getByText('error').waitFor()
    await findings().getByRole('button', { name: 'List' }).click()
    expect(await wrongInAnyLook(page)).toEqual([])
    await write(stricter)
    await strip().getByRole('button', { name: 'Which' }).click()
    expect(await wrongInAnyLook(page)).toEqual([])
    await button('Publish').click()
    await page.getByRole('dialog').waitFor()
    expect(await wrongInAnyLook(page)).toEqual([])
  })
})
