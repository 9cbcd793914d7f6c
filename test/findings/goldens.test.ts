import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { catalogue, type Slug } from '../../src/findings/catalogue/index.ts'
import { sentence } from '../../src/findings/report.ts'
import { findingsIn, folder, modelText, rendered, renderings, slugsWithGolden } from './goldens.ts'

const slugs = Object.keys(catalogue) as Slug[]
const page = (slug: string) => new URL(`../../docs/diagnostics/${slug}.md`, import.meta.url).pathname

describe('every finding that Salus can report', () => {
  test.each(slugs)('%s has a page that says what to avoid, what to prefer and why', (slug) => {
    const text = existsSync(page(slug)) ? readFileSync(page(slug), 'utf8') : 'no page'
    for (const heading of ['Avoid', 'Prefer', 'Why']) expect(text).toContain(`## ${heading}`)
  })
  test('no page and no golden is about a slug that is gone', () => {
    expect(slugsWithGolden.filter((slug) => !slugs.includes(slug as Slug))).toEqual([])
  })
})

describe.each(slugsWithGolden)('%s', (slug) => {
  const text = modelText(slug)
  const findings = findingsIn(text, slug)
  const own = findings.filter((one) => one.slug === slug)

  test('is all that is wrong with its model', () => {
    expect(findings.map((one) => one.slug)).toEqual([slug])
  })
  test('reads as it was read and approved', () => {
    const now = rendered(slug)
    for (const name of renderings) expect(now[name]).toBe(readFileSync(join(folder, slug, name), 'utf8'))
  })
  test('says so in one plain sentence of at most 80 characters', () => {
    const said = sentence(own[0]!)
    expect(said.length).toBeLessThanOrEqual(80)
    expect(said).not.toMatch(/\b(token|AST|unify|null|undefined|NaN|(?<!did )you|your)\b/i)
    expect(said).not.toMatch(/``|\.$|\n/)
  })
  test('offers a repair or asks a question', () => {
    expect(own[0]!.fixes.length > 0 || own[0]!.question !== null).toBe(true)
  })
  test('its repairs mend it and break nothing', () => {
    for (const fix of own[0]!.fixes) {
      const after = fix.edits
        .toSorted((a, b) => b.span.start - a.span.start)
        .reduce((result, edit) => result.slice(0, edit.span.start) + edit.text + result.slice(edit.span.end), text)
      expect(findingsIn(after, slug).map((one) => `${one.slug} after: ${fix.title}`)).toEqual([])
    }
  })
})
