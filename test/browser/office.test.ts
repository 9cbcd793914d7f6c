import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ACME, BITS, BLANKS, HEADERS, SOURCEGRAPH } from '../functions/sheet.ts'
import { sharedBrowser } from './browser.ts'
import { bookOf, openExcel, shown } from './office-excel.ts'

/** The built pages in the real office.js, as Excel runs them; scores are those worked out by hand in `test/functions/sheet.ts`. */
let browser: Browser
beforeAll(async () => {
  browser = await sharedBrowser()
})
afterAll(() => browser.close())
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const ROWS = [HEADERS, ACME, BLANKS, HEADERS.map(() => null), BITS]
const DIGITAL = expect.closeTo(29 / 3, 12) as number

describe.each(['desktop', 'web'] as const)('functions in Excel on the %s', (blanks) => {
  test('score rows by their headers; blanks are missing', async () => {
    const excel = await openExcel(browser, bookOf(ROWS, SOURCEGRAPH), { blanks })
    expect(
      await shown(
        excel,
        '=HEALTH(Accounts!A2:M2)',
        '=HEALTH(Accounts!A3:M3)',
        '=HEALTH.COVERAGE(Accounts!A3:M3)',
        '=HEALTH.BAND(Accounts!A2:M2)',
        '=HEALTH.MODEL(Accounts!A5:M5)',
        '=HEALTH(Accounts!A2:M2,"Digital Customer")',
        '=HEALTH(Accounts!A2:M2,,Accounts!A1:M1)',
        '=HEALTH(Accounts!A2:M5)',
      ),
    ).toEqual([
      7.875,
      6.470588235294118,
      0.575,
      'Healthy',
      'sourcegraph/digital',
      expect.closeTo((10 / 3) * 0.2 + 7.5 * 0.8, 12),
      7.875,
      [[7.875], [6.470588235294118], [''], [DIGITAL]],
    ])
    expect(excel.complaints).toEqual([])
  })
})
