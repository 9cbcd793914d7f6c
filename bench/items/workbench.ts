import { serveWeb } from '../../scripts/serve.ts'
import { buildWeb } from '../../scripts/web.ts'
import { atMost, type Item } from '../item.ts'
import { withPage, withScript } from '../page.ts'
import type { Ratio } from '../ratio.ts'

/** From the first byte until the pane is there and every account of the sample has its score and is kept. */
async function start(): Promise<Ratio> {
  await buildWeb()
  const { server, address } = await serveWeb(0)
  try {
    return await withPage(async (page) => {
      const begun = performance.now()
      await page.goto(address)
      await page.getByText('Kept in this browser').waitFor()
      await page.getByText('Nearest way up').waitFor()
      return { ratio: 1, nanoseconds: (performance.now() - begun) * 1e6 }
    })
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/** An edited cell until its score shows, over the same with a SUM: the grid's own waiting is in both. */
function edit(): Promise<Ratio> {
  return withScript('edits.ts', 'timeEdits', async (page) => {
    const sums = await page.evaluate(() => window.timeEdits('SUM', 15))
    const scores = await page.evaluate(() => window.timeEdits('HEALTH', 15))
    return { ratio: median(scores) / median(sums), nanoseconds: median(scores) * 1e6 }
  })
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!
}

export const workbenchItems: readonly Item[] = [
  { name: 'workbench: start, sample scored', target: '', isMet: () => true, measure: start },
  { name: 'workbench: an edit to its score / to a SUM', target: 'at most 3', isMet: atMost(3), measure: edit },
]
