import { existsSync } from 'node:fs'
import bundled from '@sparticuz/chromium'
import type { LaunchOptions } from 'playwright-core'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/** How Chromium is started here: the one CHROMIUM_PATH names, else the system's, else the one npm brought. */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const own = process.env['CHROMIUM_PATH'] ?? SYSTEM.find((path) => existsSync(path))
  // The arguments the bundle proposes switch web security off and run all in one process; a test of a policy needs neither.
  return { executablePath: own ?? (await bundled.executablePath()), args: ['--no-sandbox', '--disable-gpu'] }
}
