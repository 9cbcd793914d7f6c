import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readBook } from '../../src/tables/xlsx/read-book.ts'
import {
  addSheet,
  change,
  chooseSheet,
  giveUp,
  goTo,
  insertRowAbove,
  paste,
  type Person,
  read,
  sitDown,
  started,
  type,
  undo,
} from './at-the-workbench.ts'
import { sharedBrowser, webAddress } from './browser.ts'
import { axeFindings, lookAt, looks } from './pane.ts'

let person: Person
beforeAll(async () => {
  person = await sitDown(await sharedBrowser())
})
afterAll(() => person.context.close())

test('the sample is there with the scores that the command line gives', async () => {
  const command = ['score', '--model', 'models/sourcegraph.salus', '--data', 'samples/accounts.csv', '--format', 'json']
  const { stdout } = await promisify(execFile)(process.execPath, ['bin/salus.js', ...command], { maxBuffer: 1e8 })
  const scored = JSON.parse(stdout) as { account: string; score: number | null; band: string | null }[]
  const [header, ...rows] = await read(person.page)
  expect(header?.slice(0, 4)).toEqual(['Health', 'Band', 'Account', 'Account Name'])
  expect(rows.map(([score, band, account]) => [account, score, band?.toLowerCase()])).toEqual(
    scored
      .slice(0, rows.length)
      .map(({ account, score, band }) =>
        score === null ? [account, '#N/A', '#n/a'] : [account, String(Math.round(score * 1e4) / 1e4), band],
      ),
  )
})

describe('by keyboard and mouse', () => {
  test('a function is offered while it is typed, computes, and says in words what it cannot', async () => {
    const { page } = person
    await addSheet(page)
    await goTo(page, 'A1')
    await page.keyboard.type('=HEALTH.EXP')
    await page.getByText('Every part of the score of one account').waitFor()
    await giveUp(page)
    await type(page, 'B2', '=HEALTH(Accounts!C2:W2)')
    await type(page, 'B3', '=HEALTH(Accounts!C2:W2,"Digitel")')
    await goTo(page, 'B2')
    expect(await read(page)).toEqual([['2'], ['#VALUE!']])
    await goTo(page, 'B3')
    await expect.poll(() => page.locator('.words').textContent()).toMatch(/^B3 .*Digitel.*digital/)
    await type(page, 'B4', '=WHY(Accounts!C2:W2)')
    await goTo(page, 'B4')
    await expect.poll(() => page.locator('.words').textContent()).toBe('B4 There is no function WHY; is it HEALTH.WHY?')
  })

  test('an explanation spills, and does not where something is in its way', async () => {
    const { page } = person
    await addSheet(page)
    await type(page, 'A1', '=HEALTH.EXPLAIN(Accounts!C2:W2)')
    const [header, first] = await read(page)
    expect(header?.slice(0, 3)).toEqual(['Part', 'Value', 'Band'])
    expect(first?.slice(2, 4)).toEqual(['Poor', '2'])
    await type(page, 'B2', 'here')
    await goTo(page, 'A1')
    expect((await read(page))[0]?.[0]).toBe('#SPILL!')
    await undo(page)
    await goTo(page, 'A1')
    expect((await read(page))[0]?.[0]).toBe('Part')
  })

  test('a cell is edited and its score follows; one undo brings both back', async () => {
    const { page } = person
    await chooseSheet(page, 'Accounts')
    const score = async () => (await read(page))[1]?.[0]
    expect(await score()).toBe('2')
    // The sixth part of technical health, which weighs 20% with digital accounts, was lost by being four versions behind.
    await type(page, 'M2', '0')
    expect(await score()).toBe('2.6667')
    await undo(page)
    expect(await score()).toBe('2')
  })

  test('a blank is missing, and a zero is not', async () => {
    const { page } = person
    await addSheet(page)
    await paste(page, 'A1', [
      ['Segment', 'Versions Behind', 'Last 90 Days Defect Tickets'],
      ['Enterprise', '', '5'],
      ['Enterprise', '0', '5'],
      ['Enterprise', '', ''],
    ])
    await type(page, 'E1', 'Health')
    await type(page, 'E2', '=HEALTH(A2:C4)')
    await goTo(page, 'A1')
    const [, ...rows] = await read(page)
    expect(rows.map((row) => row.at(-1))).toEqual(['0', '5', '#N/A'])
  })

  test('rows are sorted, and every formula still reads its own', async () => {
    const { page } = person
    await chooseSheet(page, 'Accounts')
    await goTo(page, 'A1')
    const before = await read(page)
    await page.mouse.click(121, 136)
    await change(page, () => page.getByText('Ascending').click())
    const sorted = await read(page)
    const scores = sorted.slice(1).map(([score]) => Number(score))
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    const scoreOf = new Map(before.map(([score, , account]) => [account, score]))
    const known = sorted.filter(([, , account]) => scoreOf.has(account))
    expect(known.length).toBeGreaterThan(1)
    expect(known.map(([score, , account]) => [account, score])).toEqual(
      known.map(([, , account]) => [account, scoreOf.get(account)]),
    )
    await undo(page)
    expect(await read(page)).toEqual(before)
  })

  test('a row is inserted above accounts: their scores stay, and it is scored when it is filled', async () => {
    const { page } = person
    await chooseSheet(page, 'Accounts')
    await goTo(page, 'A1')
    const before = await read(page)
    await insertRowAbove(page, 3)
    const inserted = await read(page)
    // What is read holds a set number of rows: the last ones are pushed out of it.
    expect(inserted).toEqual(
      before
        .toSpliced(
          2,
          0,
          before[0]!.map(() => ''),
        )
        .slice(0, before.length),
    )
    await paste(page, 'C3', [before[1]!.slice(2, -1)])
    await type(page, 'A3', '=HEALTH(C3:W3)')
    // A third of technical health, which weighs 15% with enterprise accounts: the formula reads the row it moved to.
    await type(page, 'M4', '9')
    const filled = await read(page)
    expect(filled.slice(1, 4).map(([score]) => score)).toEqual(['2', '2', '8.125'])
    expect(before[2]?.[0]).toBe('8.625')
    for (let step = 0; step < 3; step++) await undo(page)
    expect(await read(page)).toEqual(inserted)
    await undo(page)
    expect(await read(page)).toEqual(before)
  })
})

test('by F6 the focus goes from the bar to the grid, to the pane and round again', async () => {
  const { page } = person
  const part = (): Promise<string | undefined> =>
    page.evaluate(() => document.activeElement?.closest('.bar, .grid, .pane')?.className)
  await page.getByRole('button', { name: 'Save', exact: true }).focus()
  await page.keyboard.press('F6')
  expect(await part()).toBe('grid')
  await page.keyboard.press('Tab')
  expect(await part()).toBe('grid')
  await page.keyboard.press('F6')
  expect(await part()).toBe('pane')
  await page.keyboard.press('Shift+F6')
  expect(await part()).toBe('grid')
  await page.keyboard.press('Shift+F6')
  expect(await part()).toBe('bar')
})

test('the pane is made wider by dragging its edge and by keys, between two bounds', async () => {
  const { page } = person
  const edge = page.getByRole('separator', { name: 'Width of the pane' })
  const width = async (): Promise<number> => Math.round((await page.locator('.pane').boundingBox())!.width)
  const { x } = (await edge.boundingBox())!
  await page.mouse.move(x + 4, 300)
  await page.mouse.down()
  await page.mouse.move(1440 - 500, 300)
  await page.mouse.up()
  expect(await width()).toBe(500)
  await edge.press('ArrowRight')
  expect(await width()).toBe(480)
  await edge.press('End')
  expect([await width(), await edge.getAttribute('aria-valuenow')]).toEqual([640, '640'])
  await edge.press('Home')
  expect(await width()).toBe(320)
  await edge.dblclick()
  expect(await width()).toBe(380)
})

test('everything around the grid can be used by everyone, in light, in dark and in forced colours', async () => {
  const { page } = person
  // What a list looks like does not hang on its length.
  await addSheet(page)
  await paste(page, 'A1', [
    ['Account', 'Seats'],
    ['Northwind', '20'],
  ])
  await goTo(page, 'A1')
  for (const one of looks) {
    const [look] = one
    await lookAt(page, one)
    expect([look, await axeFindings(page, 'body', '.grid-host')]).toEqual([look, []])
    for (const button of ['Read as a table', 'New from sample']) {
      await page.getByRole('button', { name: button }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('heading').waitFor()
      expect([look, await axeFindings(page, 'dialog')]).toEqual([look, []])
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
  }
  await page.emulateMedia({ ...looks[0][1], reducedMotion: 'no-preference' })
})

describe('what was done is not lost', () => {
  test('a saved file holds formulas, values and the model, and opens as it was', async () => {
    const { page } = person
    await chooseSheet(page, 'Accounts')
    const before = await read(page)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe('Sample portfolio.xlsx')
    const path = join(await mkdtemp(join(tmpdir(), 'salus-workbench-')), 'kept.xlsx')
    await download.saveAs(path)
    const file = await readBook(await readFile(path), {
      own: ['HEALTH', 'HEALTH.BAND', 'HEALTH.WHY', 'HEALTH.EXPLAIN'],
      namespace: 'https://salus.dev/workbook/1',
    })
    expect(file).toMatchObject({ kind: 'book', book: { part: expect.stringContaining('model sourcegraph') } })
    const cells = file.kind === 'book' ? file.book.sheets[0]!.rows[1]! : []
    expect(cells[0]).toMatchObject({ value: 2, formula: 'HEALTH(C2:W2)', format: '0.0' })
    expect(cells[1]).toMatchObject({ value: 'Poor', formula: 'HEALTH.BAND(C2:W2)' })

    await change(page, () => page.getByRole('button', { name: 'New from sample' }).click())
    await change(page, () => page.getByLabel('Workbook to open').setInputFiles(path))
    await page.getByText('kept', { exact: true }).waitFor()
    expect(await read(page)).toEqual(before)
  })

  test('edits and model are there after the page is loaded again', async () => {
    const { page } = person
    await chooseSheet(page, 'Accounts')
    await type(page, 'M3', '9')
    const before = await read(page)
    await page.reload()
    await started(page)
    expect(await read(page)).toEqual(before)
    expect(before[2]?.[12]).toBe('9')
  })

  test('a second tab of the same browser is noticed by both, until one leaves', async () => {
    const { page, context } = person
    const said = 'Also open in another tab: this browser keeps what is changed last'
    const status = (tab: Page) => tab.locator('.bar-status').textContent()
    const second = await context.newPage()
    await second.goto(webAddress())
    await expect.poll(() => status(second), { timeout: 30_000 }).toBe(said)
    expect(await status(page)).toBe(said)
    await second.goto('about:blank')
    await expect.poll(() => status(page), { timeout: 10_000 }).toBe('Kept in this browser')
    await second.close()
  })

  test('what no file holds is not replaced before somebody said so', async () => {
    const { page } = person
    const again = page.getByRole('button', { name: 'New from sample' })
    const question = page.getByRole('dialog', { name: 'Replace this workbook?' })
    const isFocused = (which: Locator) => which.evaluate((element) => element === document.activeElement)
    for (const keys of [['Escape'], ['Tab', 'Tab', 'Enter']]) {
      // The grid takes the focus when a tab beside it goes, and may do so between focus and key: whoever sees that begins again.
      await expect
        .poll(async () => {
          if (!(await question.isVisible())) await again.press('Enter')
          return (await question.isVisible()) && isFocused(question.getByRole('button', { name: 'Save first' }))
        })
        .toBe(true)
      for (const key of keys) await page.keyboard.press(key)
      await question.waitFor({ state: 'detached' })
      expect(await isFocused(again)).toBe(true)
    }
    expect((await read(page))[2]?.[12]).toBe('9')

    const coming = page.waitForEvent('download')
    await again.click()
    await change(page, () => question.getByRole('button', { name: 'Save first' }).click())
    const path = join(await mkdtemp(join(tmpdir(), 'salus-workbench-')), 'again.xlsx')
    await (await coming).saveAs(path)
    expect((await read(page))[2]?.[12]).toBe('2')

    await type(page, 'M3', '7')
    await page.getByLabel('Workbook to open').setInputFiles(path)
    await question.waitFor()
    await change(page, () => question.getByRole('button', { name: 'Replace' }).click())
    await page.getByText('again', { exact: true }).waitFor()
    expect((await read(page))[2]?.[12]).toBe('9')
  })

  test('a file that is none is refused in words, and what is open stays', async () => {
    const { page } = person
    await page
      .getByLabel('Workbook to open')
      .setInputFiles({ name: 'notes.xlsx', mimeType: 'text/plain', buffer: Buffer.from('no workbook') })
    await page.getByText('notes.xlsx cannot be opened: it is not an .xlsx workbook').waitFor()
    expect((await read(page)).length).toBeGreaterThan(100)
  })
})

test('nothing was asked of another address, and nothing complained of', () => {
  expect(person.strange).toEqual([])
})
