import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

export { chromiumOptions } from '../../scripts/chromium.ts'

/** The browser that all tests of a run share. Each test takes a context of its own and closes it. */
export function sharedBrowser(): Promise<Browser> {
  return chromium.connect(inject('browser'))
}

/** Where the built pages are served, with a slash at the end. */
export function webAddress(): string {
  return inject('web')
}
