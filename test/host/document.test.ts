import * as fc from 'fast-check'
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import type { SalusDocument } from '../../src/host/document/document.ts'
import { decodeDocument, encodeDocument, newDocument } from '../../src/host/document/text.ts'
import { revisionOfPart, unwrapXml, wrapXml } from '../../src/host/document/xml.ts'
import { anyCharacter } from '../any-character.ts'

const full: SalusDocument = {
  ...newDocument([{ file: 'a.salus', text: 'model a\n// ]]> & < "\r\n' }]),
  revision: 7,
  versions: [
    { file: 'a.salus', text: 'model a', revision: 6, published: '2026-11-22T06:00:00Z', author: 'Ann', note: null },
  ],
  connections: [{ sheet: 'Accounts', table: null, columns: { seats: 'Seats', mau: null } }],
  overrides: [
    {
      account: 'A',
      path: '',
      score: 9,
      band: null,
      reason: 'agreed',
      author: 'Ann',
      date: 20_000,
      expiry: null,
      withdrawn: null,
    },
  ],
  filters: [
    {
      name: 'Renewing',
      filter: { kind: 'all', of: [{ kind: 'condition', field: 'renewal', operator: 'within', value: 90 }] },
    },
  ],
  asOf: '2026-11-22',
}

describe('the stored document', () => {
  test('comes back as it was', () => {
    expect(decodeDocument(encodeDocument(full))).toEqual({ document: full })
  })

  test('keeps fields it does not know, wherever they stand', () => {
    const later = { ...full, theme: { dark: true }, models: [{ ...full.models[0]!, colour: 'red' }] }
    expect(decodeDocument(encodeDocument(later))).toEqual({ document: later })
  })

  test('of a newer version is refused', () => {
    expect(decodeDocument(wrapXml('{"schema":2,"anything":1}', 1))).toEqual({
      problem: 'this workbook was saved by a newer version of Salus: update the add-in to read it',
    })
  })

  test.each([
    ['not XML', 'nonsense'],
    ['of another namespace', '<salus xmlns="https://example.org">{}</salus>'],
    ['not JSON', wrapXml('{', 1)],
    ['of another shape', wrapXml(JSON.stringify({ ...full, models: [{ file: 1 }] }), 1)],
    ['cut off', encodeDocument(full).slice(0, 200)],
  ])('%s is a problem in one sentence', (_, text) => {
    expect(decodeDocument(text)).toEqual({ problem: expect.stringMatching(/^(the|this) workbook.{10,150}$/) as string })
  })
})

describe('text in XML', () => {
  const anyText = fc.oneof(fc.string({ unit: anyCharacter }), fc.constantFrom(']]>', ']]]]>>', '&amp;', '<![CDATA['))

  test('is well formed, whatever it holds, and reads back', () => {
    const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, processEntities: false })
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        const document = newDocument(texts.map((text, at) => ({ file: `${at}`, text })))
        const xml = encodeDocument(document)
        expect(decodeDocument(xml)).toEqual({ document })
        // Another reader sees the same JSON.
        const read = parser.parse(xml) as { salus: { '#text': string } }
        expect(JSON.parse(read.salus['#text'])).toEqual(JSON.parse(JSON.stringify(document)))
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  test('reads back where another program has escaped it, renamed the prefix or added a comment', () => {
    const xml = `<?xml version="1.0"?><!-- kept --><ns0:salus revision='12' xmlns:ns0="https://salus.dev/workbook/1">{"a":"&lt;&#x26;&#38;&quot;]]&gt;"}</ns0:salus>`
    expect(unwrapXml(xml)).toBe('{"a":"<&&"]]>"}')
    expect(revisionOfPart(xml)).toBe(12)
  })
})
