import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { serveWeb } from '../../scripts/serve.ts'
import { buildWeb } from '../../scripts/web.ts'
import { chromiumOptions } from './browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the shared browser listens. */
    browser: string
    /** Where the built pages are served. */
    web: string
  }
}

/** Before the first browser test: the pages are built and served, and one browser is started for all of them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await buildWeb()
  const { server, address } = await serveWeb(0)
  const browser = await chromium.launchServer(await chromiumOptions())
  project.provide('browser', browser.wsEndpoint())
  project.provide('web', address)
  return async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  }
}
