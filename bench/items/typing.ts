import type { Page } from 'playwright-core'
import type { Item } from '../item.ts'
import { longModel } from '../long-model.ts'
import { busy, withScript } from '../page.ts'
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
function keystroke(): Promise<Ratio> {
  return withScript('typing.tsx', 'openEditor', async (page) => {
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
  })
}

function isRead(page: Page, length: number): Promise<unknown> {
  return page.getByText(`${length} read`, { exact: true }).waitFor()
}

export const typingItems: readonly Item[] = [
  {
    name: 'a keystroke in 300 lines / a frame of 16 ms',
    target: '(≤ 1)',
    isMet: ({ ratio }) => ratio <= 1,
    measure: keystroke,
  },
]
