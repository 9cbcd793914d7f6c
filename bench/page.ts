import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { chromiumOptions } from '../scripts/chromium.ts'
import { browserScript } from '../scripts/web.ts'

const EMPTY = 'https://empty.test/'

/** Measures on a page of a browser of its own. */
export async function withPage<T>(measure: (page: Page) => Promise<T>): Promise<T> {
  const browser = await chromium.launch(await chromiumOptions())
  try {
    return await measure(await browser.newPage({ viewport: { width: 1440, height: 900 } }))
  } finally {
    await browser.close()
  }
}

/** The same on an empty page with a script of `bench/pages`, once it has put `ready` on the window. */
export async function withScript<T>(script: string, ready: string, measure: (page: Page) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'salus-bench-'))
  try {
    const outfile = join(folder, 'script.js')
    await build({ ...browserScript, entryPoints: [`bench/pages/${script}`], outfile, logLevel: 'error' })
    return await withPage(async (page) => {
      // An address of its own: a page without one is not trusted with all that the workbench asks of a browser.
      await page.route(EMPTY, (route) => route.fulfill({ contentType: 'text/html', body: '' }))
      await page.goto(EMPTY)
      await page.addScriptTag({ path: outfile, type: 'module' })
      await page.waitForFunction((name) => name in window, ready)
      return measure(page)
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Milliseconds the page's own thread was busy with something, in its ticks, so that neither waiting nor a busy machine counts. */
export async function busy(page: Page, work: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const read = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'TaskDuration')!.value * 1e3
  }
  const before = await read()
  await work()
  return (await read()) - before
}
