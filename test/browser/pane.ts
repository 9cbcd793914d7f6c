import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { webAddress } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export interface Opened {
  readonly page: Page
  /** Whatever the page complained of since it was opened. */
  readonly complaints: readonly string[]
}

/** By the connection, of which each file has one of its own. */
const pages = new WeakMap<Browser, ReturnType<typeof openPage>>()

/**
 * The pane on the sample portfolio, as wide as Excel opens it: loaded anew, without a trace of what was done before, on the
 * one page that the tests of a file share, since a new page takes four times as long.
 */
export async function openPane(browser: Browser, width = 350): Promise<Opened> {
  if (!pages.has(browser)) pages.set(browser, openPage(browser))
  const opened = await pages.get(browser)!
  const { page, complaints } = opened
  await page.setViewportSize({ width, height: 700 })
  await page.emulateMedia(looks[0][1])
  await page.goto(`${webAddress()}preview.html`)
  complaints.length = 0
  await page.getByRole('heading', { level: 2 }).waitFor()
  return opened
}

async function openPage(browser: Browser): Promise<{ readonly page: Page; readonly complaints: string[] }> {
  const page = await (await browser.newContext()).newPage()
  const complaints: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints }
}

/** What the system asks for, and the background by which Fluent shows that it has followed. */
export const looks = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }, '#ffffff'],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }, '#292929'],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }, '#000000'],
] as const

/** What axe finds on the page as it stands, in each of its looks, and whether anything is cut off; one line each. */
export async function wrongInAnyLook(page: Page): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const one of looks) {
    const [look] = one
    await lookAt(page, one)
    let found = await axeFindings(page)
    if (found.length > 0) {
      // A button may have become available while axe looked: what is wrong is still so when nothing moves any more.
      await page.waitForTimeout(700)
      found = await axeFindings(page)
    }
    wrong.push(...found.map((sentence) => `${look}: ${sentence}`))
    const { width } = page.viewportSize()!
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    if (wide !== width) wrong.push(`${look}: ${wide} wide`)
  }
  await page.emulateMedia({ ...looks[0][1], reducedMotion: 'no-preference' })
  return wrong
}

/** Gives the page a look and waits until it has it: a colour on its way to another is none that anybody has to read. */
export async function lookAt(page: Page, [, media, background]: (typeof looks)[number]): Promise<void> {
  await page.emulateMedia({ ...media, reducedMotion: 'reduce' })
  await page.waitForFunction(isPainted, background)
  await page.waitForFunction(() => document.getAnimations().every((one) => !(one instanceof CSSTransition)))
}

/** Runs in the page. */
function isPainted(background: string): boolean {
  const provider = document.querySelector('.fui-FluentProvider')!
  return getComputedStyle(provider).getPropertyValue('--colorNeutralBackground1').trim() === background
}

/** What axe finds on the page as it stands, but for what is within `without`, one line each. */
export async function axeFindings(page: Page, within = 'body', without?: string): Promise<readonly string[]> {
  // The policy of the page forbids foreign scripts, and rightly: this one comes by the debugger.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
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
