import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { webAddress } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The pane on the sample portfolio, as wide as Excel opens it, and every complaint of the page. */
export async function openPane(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
  const context = await browser.newContext({ viewport: { width: 350, height: 700 }, ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${webAddress()}preview.html`)
  await page.getByRole('heading', { level: 2 }).waitFor()
  return { page, complaints }
}

/** What axe finds on the page as it stands, but for what is within `without`, one line each. */
export async function axeFindings(page: Page, within = 'body', without?: string): Promise<readonly string[]> {
  // The policy of the page forbids foreign scripts, and rightly: this one comes by the debugger.
  await page.evaluate(axe)
  // Fluent's way of moving the focus: its own guards at both ends, never seen nor read.
  const exclude = [['[data-tabster-dummy]'], ...(without === undefined ? [] : [[without]])]
  const context = { include: [[within]], exclude }
  return page.evaluate(async (asked) => {
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(asked)
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html} ${failureSummary}`),
    )
  }, context)
}

interface Axe {
  run(context: { readonly include: readonly string[][]; readonly exclude: readonly string[][] }): Promise<{
    readonly violations: readonly {
      readonly id: string
      readonly help: string
      readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
    }[]
  }>
}
