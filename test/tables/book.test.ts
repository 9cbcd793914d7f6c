import { expect, describe, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import { XMLParser } from 'fast-xml-parser'
import type { Book } from '../../src/tables/xlsx/book.ts'
import { movedFormula, storedFormula, typedFormula } from '../../src/tables/xlsx/formulas.ts'
import { readBook } from '../../src/tables/xlsx/read-book.ts'
import { writeBook } from '../../src/tables/xlsx/write-book.ts'

const OPTIONS = { own: ['HEALTH', 'HEALTH.BAND'], namespace: 'https://example.org/part' }
const PART = '<?xml version="1.0"?>\n<salus xmlns="https://example.org/part"><![CDATA[ü < & ]]></salus>'

const BOOK: Book = {
  part: PART,
  sheets: [
    {
      name: 'Accounts',
      widths: [20, null, 9.5],
      frozenRows: 1,
      frozenColumns: 2,
      tables: [{ name: 'Portfolio', top: 0, left: 0, bottom: 2, right: 3 }],
      rows: [
        ['Name', 'Usage', 'Since', 'Health'].map((value) => ({ value, bold: true })),
        [
          { value: 'Acme & Söhne <1>' },
          { value: 0.85, format: '0%' },
          { value: 45_000, format: 'yyyy-mm-dd' },
          { value: 8.25, formula: 'HEALTH(A2:C2, "HEALTH(")', format: '0.0' },
        ],
        [{ value: true }, null, { value: 0 }, { value: 'Healthy', formula: 'HEALTH.BAND(A3:C3)' }],
        [{ value: { error: '#VALUE!' }, formula: 'HEALTH(A4)' }, { value: { error: '#DIV/0!' } }],
      ],
    },
    {
      name: "Bob's sheet",
      widths: [],
      frozenRows: 0,
      frozenColumns: 0,
      tables: [],
      rows: [
        [{ value: 1, formula: 'SEQUENCE(2,2)', spill: [2, 2] }, null],
        [null, null],
        [{ value: 3, formula: "SUM('Bob''s sheet'!A1:B1)" }],
      ],
    },
  ],
}

test('a workbook that was written reads back as it was', async () => {
  const read = await readBook(await writeBook(BOOK, OPTIONS), OPTIONS)
  expect(read.kind === 'book' ? trimmed(read.book) : read).toEqual(trimmed(BOOK))
})

test('functions of ours are stored as Excel stores those of an add-in, errors as errors, and nothing is computed on opening', async () => {
  const entries = unzipSync(await writeBook(BOOK, OPTIONS))
  const sheet = strFromU8(entries['xl/worksheets/sheet1.xml']!)
  expect(sheet).toContain('<f>_xldudf_HEALTH(A2:C2, "HEALTH(")</f><v>8.25</v>')
  expect(sheet).toContain('<f>_xldudf_HEALTH_BAND(A3:C3)</f><v>Healthy</v>')
  expect(sheet).toMatch(/<c r="A4" t="e"><f>_xldudf_HEALTH\(A4\)<\/f><v>#VALUE!<\/v>/)
  expect(strFromU8(entries['xl/worksheets/sheet2.xml']!)).toContain('_xlfn.SEQUENCE(2,2)')
  expect(strFromU8(entries['xl/workbook.xml']!)).not.toContain('fullCalcOnLoad')
})

test("Salus's part can be reached from the workbook: by its relationship, with a content type for its properties", async () => {
  const entries = unzipSync(await writeBook(BOOK, OPTIONS))
  const xml = (name: string) => new XMLParser({ ignoreAttributes: false }).parse(strFromU8(entries[name]!))
  const relations = xml('xl/_rels/workbook.xml.rels').Relationships.Relationship as Record<string, string>[]
  expect(relations).toContainEqual(
    expect.objectContaining({
      '@_Type': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml',
      '@_Target': '../customXml/item1.xml',
    }),
  )
  expect(new Set(relations.map((each) => each['@_Id'])).size).toBe(relations.length)
  expect(strFromU8(entries['customXml/item1.xml']!)).toBe(PART)
  expect(xml('customXml/_rels/item1.xml.rels').Relationships.Relationship['@_Target']).toBe('itemProps1.xml')
  expect(xml('[Content_Types].xml').Types.Override).toContainEqual({
    '@_PartName': '/customXml/itemProps1.xml',
    '@_ContentType': 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
  })
})

test.each(['', 'no archive', 'PK\u0003\u0004 and then nothing'])(
  'what is no workbook is said to be none: %j',
  async (text) => {
    expect(await readBook(new TextEncoder().encode(text), OPTIONS)).toMatchObject({ kind: 'problem' })
  },
)

describe('formulas', () => {
  test.each([
    ['HEALTH.BAND(A2:P2,"Digital")', '_xldudf_HEALTH_BAND(A2:P2,"Digital")'],
    ['health(A1)+XLOOKUP(1,A:A,B:B)', '_xldudf_HEALTH(A1)+_xlfn.XLOOKUP(1,A:A,B:B)'],
    ['SORT(FILTER(A:A,B:B>1))', '_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A:A,B:B>1))'],
    ['"HEALTH("&\'SORT(\'!A1', '"HEALTH("&\'SORT(\'!A1'],
    ['MY.HEALTH(A1)', 'MY.HEALTH(A1)'],
  ])('%s', (typed, stored) => {
    expect(storedFormula(typed, OPTIONS.own)).toBe(stored)
    expect(typedFormula(stored, OPTIONS.own).toUpperCase()).toBe(typed.toUpperCase())
  })

  test.each([
    ['A1+$B$2', 1, 1, 'B2+$B$2'],
    ['SUM(A$1:A9)&LOG10(B1)&"A1"', 2, 0, 'SUM(A$1:A11)&LOG10(B3)&"A1"'],
    ['Z1', 0, 1, 'AA1'],
    ["Data!A1+'A1 B'!A1", 1, 0, "Data!A2+'A1 B'!A2"],
    ['Q3_2025+A1', 1, 0, 'Q3_2025+A2'],
  ])('%s moved', (formula, rows, columns, moved) => {
    expect(movedFormula(formula, rows, columns)).toBe(moved)
  })
})

/** Without the empty cells at the ends, which a file does not hold. */
function trimmed(book: Book): Book {
  return {
    ...book,
    sheets: book.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)),
    })),
  }
}
