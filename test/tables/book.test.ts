import { expect, describe, test } from 'vitest'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { XMLParser } from 'fast-xml-parser'
import type { Book } from '../../src/tables/xlsx/book.ts'
import { movedFormula, storedFormula, typedFormula } from '../../src/tables/xlsx/formulas.ts'
import { readBook } from '../../src/tables/xlsx/read-book.ts'
import { readSheet } from '../../src/tables/xlsx/workbook.ts'
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

test('formulas that differ only in their row are written once, and read back in every row', async () => {
  const rows = [2, 3, 4].map((row) => [
    { value: row },
    { value: row + 1, formula: `IF(A${row}="A2",HEALTH(A${row}),$A$2)`, group: 7 },
  ])
  const [sheet] = BOOK.sheets
  const grouped = {
    ...BOOK,
    sheets: [{ ...sheet!, rows: [[{ value: 'Name' }, { value: 'Health' }], ...rows], tables: [] }],
  }
  const file = await writeBook(grouped, OPTIONS)
  expect(strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml']!).match(/_xldudf_HEALTH/g)).toHaveLength(1)
  const read = await readBook(file, OPTIONS)
  const found = read.kind === 'book' ? read.book.sheets[0]!.rows.slice(1).map((row) => row[1]!.formula) : read
  expect(found).toEqual(rows.map(([, cell]) => (cell as { formula: string }).formula))
})

test('a formula that names another sheet stands in every row: Excel opens no file in which rows share one', async () => {
  const rows = [2, 3, 4].map((row) => [{ value: row }, { value: row, formula: `A${row}*Model!$B$2`, group: 0 }])
  const [sheet] = BOOK.sheets
  const sheets = [{ ...sheet!, rows: [[{ value: 'Name' }, { value: 'Health' }], ...rows], tables: [] }]
  const xml = strFromU8(unzipSync(await writeBook({ ...BOOK, sheets }, OPTIONS))['xl/worksheets/sheet1.xml']!)
  expect(xml.match(/Model!\$B\$2/g)).toHaveLength(3)
  expect(xml).not.toContain('shared')
})

test('dates of a workbook that counts them from 1904 are those that its author sees', async () => {
  const rows = [
    [{ value: 'Day' }],
    [{ value: 100, format: 'yyyy-mm-dd' }],
    [{ value: 100.5, format: 'yyyy-mm-dd', formula: 'A2+0.5' }],
  ]
  const sheet = { name: 'A', widths: [], frozenRows: 0, frozenColumns: 0, tables: [], rows }
  const entries = unzipSync(await writeBook({ part: null, sheets: [sheet] }, OPTIONS))
  const xml = strFromU8(entries['xl/workbook.xml']!).replace(/<workbook [^>]*>/, '$&<workbookPr date1904="1"/>')
  const file = zipSync({ ...entries, 'xl/workbook.xml': strToU8(xml) })
  const read = await readBook(file, OPTIONS)
  // 1904-04-10, which workbooks that are written here count from 1900.
  const cells = read.kind === 'book' ? read.book.sheets[0]!.rows.slice(1).map(([cell]) => cell?.value) : read
  expect(cells).toEqual([1562, 1562.5])
  const table = await readSheet(file, null)
  const day = { kind: 'date', value: Date.parse('1904-04-10') / 86_400_000 }
  expect(table.kind === 'rows' ? table.rows.slice(1) : table).toEqual([[day], [day]])
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
    ['LET(x,1,y,x+A1,SUM(x,y)*x)', '_xlfn.LET(_xlpm.x,1,_xlpm.y,_xlpm.x+A1,SUM(_xlpm.x,_xlpm.y)*_xlpm.x)'],
    ['x+LET(x,"x",x&x!A1&T[x])', 'x+_xlfn.LET(_xlpm.x,"x",_xlpm.x&x!A1&T[x])'],
    ['MAP(A1:A3,LAMBDA(row,HEALTH(row)))', '_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.row,_xldudf_HEALTH(_xlpm.row)))'],
    [
      'LET(f,LAMBDA(a, b,a+b),f(1,{2,3}))',
      '_xlfn.LET(_xlpm.f,_xlfn.LAMBDA(_xlpm.a, _xlpm.b,_xlpm.a+_xlpm.b),_xlpm.f(1,{2,3}))',
    ],
    ['T.DIST(1,2,TRUE)+PHI(0)+DAYS(A1,A2)', '_xlfn.T.DIST(1,2,TRUE)+_xlfn.PHI(0)+_xlfn.DAYS(A1,A2)'],
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
