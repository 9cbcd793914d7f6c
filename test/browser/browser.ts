import { existsSync } from 'node:fs'
import bundled from '@sparticuz/chromium'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'
import { inject } from 'vitest'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** How Chromium is started here: the one CHROMIUM_PATH names, else the system's, else the one npm brought. */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const own = process.env['CHROMIUM_PATH'] ?? SYSTEM.find((path) => existsSync(path))
  if (own !== undefined) return { executablePath: own, args: ['--no-sandbox'] }
  return { executablePath: await bundled.executablePath(), args: bundled.args }
}

/** The browser that all tests of a run share. Each test takes a context of its own and closes it. */
export function sharedBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'))
}

/** Where the built pages are served, with a slash at the end. */
export function webAddress(): string {
  return inject('web')
}
