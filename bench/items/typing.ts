import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { chromiumOptions } from '../../scripts/chromium.ts'
import { browserScript } from '../../scripts/web.ts'
import type { Item } from '../item.ts'
import { longModel } from '../long-model.ts'
import type { Ratio } from '../ratio.ts'

const FRAME = 16
const KEYS = 60
/** Faster than any pause in which something is read: a word typed by someone in a hurry. */
const BETWEEN = 45
const WARMING = 3

/**
 * What the page's own thread does for one key, from the event to the painted letter, over a frame: the median of words
 * typed inside a label of a model of 300 lines.
 */
async function keystroke(): Promise<Ratio> {
  const folder = await mkdtemp(join(tmpdir(), 'salus-bench-'))
  const browser = await chromium.launch(await chromiumOptions())
  try {
    const outfile = join(folder, 'typing.js')
    await build({ ...browserScript, entryPoints: ['bench/pages/typing.tsx'], outfile, logLevel: 'error' })
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto('about:blank')
    await page.addScriptTag({ path: outfile, type: 'module' })
    await page.waitForFunction(() => 'openEditor' in window)
    const text = longModel(300)
    const place = text.indexOf('"', text.indexOf('because', text.length / 2)) + 1
    await page.evaluate(([model, at]) => window.openEditor(model, at), [text, place] as const)
    await isRead(page, text.length)
    await page.getByText('go', { exact: true }).click()
    const found: number[] = []
    for (let word = 1; word <= WARMING + 5; word++) {
      const spent = await busy(page, () => page.keyboard.type('x'.repeat(KEYS), { delay: BETWEEN }))
      // Every letter has arrived: what was read in the pause is as much longer.
      await isRead(page, text.length + word * KEYS)
      if (word > WARMING) found.push(spent / KEYS)
    }
    const median = found.toSorted((a, b) => a - b)[found.length >> 1]!
    return { ratio: median / FRAME, nanoseconds: median * 1e6 }
  } finally {
    await browser.close()
    await rm(folder, { recursive: true })
  }
}

function isRead(page: Page, length: number): Promise<unknown> {
  return page.getByText(`${length} read`, { exact: true }).waitFor()
}

/** Milliseconds of the page's own thread, in its ticks, so that a busy machine does not count. */
async function busy(page: Page, work: () => Promise<unknown>): Promise<number> {
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

export const typingItems: readonly Item[] = [
  {
    name: 'a keystroke in 300 lines / a frame of 16 ms',
    target: '(≤ 1)',
    isMet: ({ ratio }) => ratio <= 1,
    measure: keystroke,
  },
]
