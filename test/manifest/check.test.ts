import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DEVELOPMENT_URL } from '../../scripts/addin-files.ts'
import { addin } from '../../scripts/manifest/addin.ts'
import { checkManifest, checkSite } from '../../scripts/manifest/check.ts'
import { manifestXml } from '../../scripts/manifest/xml.ts'

const url = 'https://health.example.com/salus'
const xml = manifestXml(addin({ url, version: '1.2.3' }))

test('ours is sound, with and without a namespace', () => {
  expect(checkManifest(xml)).toEqual([])
  expect(xml).not.toContain('Namespace')
  const staged = manifestXml(addin({ url, version: '1.2.3', namespace: 'salus' }))
  expect(checkManifest(staged)).toEqual([])
  expect(staged).toContain('<Namespace resid="Functions.Namespace" />')
  expect(staged).not.toContain(/<Id>(.*)<\/Id>/.exec(xml)![1])
})

/** A slip in the manifest, and what has to be said of it. */
const slips: readonly [string, (text: string) => string, RegExp][] = [
  ['an unclosed element', (text) => text.replace('</Hosts>', ''), /not XML/],
  [
    'a page of its own for the functions',
    (text) =>
      text.replace(
        '<Page>\n              <SourceLocation resid="Taskpane.Url"',
        '<Page>\n              <SourceLocation resid="Functions.Script.Url"',
      ),
    /have to name one resource/,
  ],
  ['a runtime that ends', (text) => text.replace('lifetime="long"', 'lifetime="short"'), /live long/],
  [
    'the runtimes after the form factors',
    (text) => moved(text, /<Runtimes>[\s\S]*<\/Runtimes>/, '</Host>\n    </Hosts>\n    <Resources>'),
    /in this order: Runtimes/,
  ],
  [
    'metadata before the page',
    (text) => moved(text, /<Page>[\s\S]*<\/Page>/, '</ExtensionPoint>\n        </AllFormFactors>'),
    /in this order: Script, Page/,
  ],
  [
    'a resource nobody defines',
    (text) => text.replace('String id="openPane.Label"', 'String id="openPane.Labels"'),
    /nothing defines the resource openPane.Label$/,
  ],
  [
    'plain http',
    (text) => text.replace(`${url}/functions.js"`, 'http://health.example.com/salus/functions.js"'),
    /begin with https/,
  ],
  [
    'functions on another host',
    (text) => text.replace(`${url}/functions.json`, 'https://cdn.example.com/functions.json'),
    /from one host/,
  ],
  [
    'a requirement that hides the add-in',
    (text) => text.replace('<Set Name', '<Set Name="ExcelApi" MinVersion="1.19" /><Set Name'),
    /only SharedRuntime/,
  ],
  [
    'a pane with an id',
    (text) =>
      text.replace('<Action xsi:type="ShowTaskpane">', '<Action xsi:type="ShowTaskpane"><TaskpaneId>x</TaskpaneId>'),
    /TaskpaneId/,
  ],
  ['a version of three numbers', (text) => text.replace('1.2.3.0', '1.2.3'), /four numbers/],
  ['two controls with one id', (text) => text.replace('id="Salus.recalculate"', 'id="Salus.openPane"'), /two controls/],
  [
    'a label as long as a letter',
    (text) => text.replace('DefaultValue="Recalculate"', `DefaultValue="${'x'.repeat(126)}"`),
    /longer than 125/,
  ],
]

test.each(slips)('says so: %s', (_, slip, says) => {
  const broken = slip(xml)
  expect(broken).not.toBe(xml)
  expect(checkManifest(broken).join('\n')).toMatch(new RegExp(says.source, 'm'))
})

function moved(text: string, piece: RegExp, before: string): string {
  const found = piece.exec(text)![0]
  return text.replace(found, '').replace(before, `${found}${before}`)
}

test('the manifest for development is the one that is committed', () => {
  const root = join(import.meta.dirname, '../..')
  const { version: current } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const committed = readFileSync(join(root, 'manifest.xml'), 'utf8')
  expect(committed, 'npm run manifest writes it anew').toBe(
    manifestXml(addin({ url: DEVELOPMENT_URL, version: current })),
  )
})

test('a folder without a page, or with an icon of another size, is reported', () => {
  const png = (size: number): Uint8Array => {
    const bytes = new Uint8Array(24)
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    const view = new DataView(bytes.buffer)
    view.setUint32(16, size)
    view.setUint32(20, size)
    return bytes
  }
  const file = (path: string): Uint8Array | null => {
    const size = /icon-(\d+)/.exec(path)?.[1]
    return size === undefined
      ? path === 'functions.json'
        ? null
        : new Uint8Array(1)
      : png(size === '80' ? 79 : Number(size))
  }
  expect(checkSite(xml, { url, file })).toEqual([
    'assets/icon-80.png is 79 by 79, not 80',
    'there is no file functions.json',
  ])
})
