import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { numberText } from '../../src/tables/values/number-text.ts'
import { input } from './inputs.ts'
import { readAs, type WholeTable } from './read.ts'
import { zip } from './zip.ts'

/** Whatever the bytes, a reader ends with a table, findings or both: never with an exception. */
const runs = Number(process.env['SALUS_FUZZ_RUNS'] ?? 100)
const seed = 41
const inputs = [
  input('mau', 'count'),
  input('share', 'percent'),
  input('acv', 'money'),
  input('champion', 'yes/no'),
  input('band', 'choice', { choices: ['a', 'b'] }),
  input('note', 'text'),
  input('day', 'date'),
]

/** Every column as long as the table, and a table without rows says why. */
function isWhole({ inputs: columns, rowNumbers, says }: WholeTable): boolean {
  const isLong = Object.values(columns).every((values) => values.length === rowNumbers.length)
  return isLong && (rowNumbers.length > 0 || says.length > 0)
}

/** Mostly what the format is made of, with breaks and bytes that do not belong. */
const pieces = (likely: readonly string[]) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...likely).map((text) => new TextEncoder().encode(text)) },
        { weight: 1, arbitrary: fc.uint8Array({ maxLength: 8 }) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => Uint8Array.from(Buffer.concat(parts)))

const csv = pieces([
  'account',
  'mau',
  ',',
  ';',
  '"',
  '""',
  '\n',
  '\r',
  '\r\n',
  '1',
  '85%',
  '\t',
  '\uFEFF',
  'sep=',
  '-',
  '\0',
])
const json = pieces([
  '[',
  ']',
  '{',
  '}',
  '"mau"',
  '"account"',
  ':',
  ',',
  '1',
  'null',
  '"x"',
  '\n',
  'true',
  '1e999',
  '\\',
])

test.each([
  ['csv', csv],
  ['json', json],
  ['ndjson', json],
] as const)('%s', async (format, content) => {
  await fc.assert(
    fc.asyncProperty(content, async (bytes) => {
      const table = await readAs(format, bytes, inputs)
      expect(isWhole(table)).toBe(true)
    }),
    { seed, numRuns: runs },
  )
})

const XMLNS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PARTS: readonly (readonly [string, string])[] = [
  ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
  [
    '_rels/.rels',
    `<Relationships><Relationship Id="r" Type="${RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${XMLNS}" xmlns:r="${RELS}"><sheets><sheet name="S" sheetId="1" r:id="s"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships><Relationship Id="s" Type="${RELS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  ],
]
const sheet = pieces(
  [
    '<row>',
    '<row r="2">',
    '<row r="9999999999">',
    '</row>',
    '<c t="str"><v>mau</v></c>',
    '<c><v>1</v></c>',
    '<c r="ZZZZ9"><v>2</v></c>',
  ].concat([
    '<c t="s"><v>7</v></c>',
    '<c t="e"><v>#REF!</v></c>',
    '<c t="b"><v>1</v></c>',
    '<v>',
    '</c>',
    '&amp;',
    '&#0;',
    '<!--',
    ']]>',
  ]),
)

test('xlsx', async () => {
  await fc.assert(
    fc.asyncProperty(sheet, fc.boolean(), fc.nat(2000), async (content, cut, at) => {
      const xml = Buffer.concat([
        Buffer.from(`<worksheet xmlns="${XMLNS}"><sheetData>`),
        content,
        Buffer.from('</sheetData></worksheet>'),
      ])
      const parts = [
        ...PARTS.map(([name, text]) => [name, Buffer.from(text)] as const),
        ['xl/worksheets/sheet1.xml', xml] as const,
      ]
      const archive = zip(parts)
      const bytes = cut ? archive.subarray(0, at) : archive
      const table = await readAs('xlsx', bytes, inputs)
      expect(isWhole(table)).toBe(true)
      const packed = zip([['a', deflateRawSync(content)]], { method: 8, size: at })
      expect((await readAs('xlsx', packed, inputs)).says).toHaveLength(1)
    }),
    { seed, numRuns: Math.ceil(runs / 2) },
  )
})

test('a number is read in one way only, or not at all', () => {
  const typed = fc
    .array(fc.constantFrom(...'0123456789.,_ ()-+%$€eE', 'EUR'), { maxLength: 9 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(typed, (text) => {
      const found = numberText(text.trim())
      if (found === null || found === 'comma') return
      expect(found.digits).toMatch(/^-?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/)
      // The digits are those that were typed, in their order.
      expect(found.digits.replaceAll(/[^\d]/g, '')).toBe(text.replaceAll(/[^\d]/g, ''))
    }),
    { seed, numRuns: runs * 20 },
  )
})

test('a number written in any accepted way reads back the same', async () => {
  const number = fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.nat(4)).map(([whole, places]) => ({
    text: places === 0 ? String(whole) : `${whole}.${String(Math.abs(whole) % 10 ** places).padStart(places, '0')}`,
  }))
  const grouped = (text: string, by: string) => {
    const [, sign, whole, rest] = /^(-?)(\d+)(.*)$/.exec(text)!
    return `${sign}${whole!.replaceAll(/\B(?=(\d{3})+$)/g, by)}${rest}`
  }
  const styles: readonly ((text: string) => string)[] = [
    (text) => text,
    (text) => `  ${text} `,
    (text) => grouped(text, ','),
    (text) => grouped(text, ' '),
    (text) => grouped(text, '_'),
    (text) => grouped(text, '\u00A0'),
    (text) => (text.startsWith('-') ? `(${text.slice(1)})` : `+${text}`),
    (text) => `$${grouped(text, ',')}`,
    (text) => `${text} EUR`,
    (text) => `${text}e0`,
  ]
  await fc.assert(
    fc.asyncProperty(number, fc.constantFrom(...styles), async ({ text }, style) => {
      const { inputs: read } = await readAs('csv', `account,acv\na,"${style(text)}"\n`, [input('acv', 'money')])
      expect(read['acv']).toEqual([Number(text) + 0])
      const percent = await readAs('csv', `account,p\na,"${style(text).replace(/\$| EUR/, '')}"\n`, [
        input('p', 'percent'),
      ])
      expect(percent.inputs['p']).toEqual([Number(`${text}e-2`) + 0])
    }),
    { seed, numRuns: runs },
  )
})
