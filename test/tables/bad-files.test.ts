import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withTable } from '../../src/tables/node.ts'
import { input } from './inputs.ts'
import { whole } from './read.ts'
import { zip } from './zip.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salus-bad-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function says(name: string, content: string | Uint8Array): Promise<readonly string[]> {
  const path = join(folder, name)
  await writeFile(path, content)
  return (await withTable(path, [input('mau', 'count')], whole)).says
}

const utf8 = (text: string) => new TextEncoder().encode(text)

test.each<[string, string | Uint8Array, string]>([
  ['empty.csv', '', 'empty.csv cannot be read: it is empty'],
  ['mark.csv', '\uFEFF', 'mark.csv cannot be read: it is empty'],
  ['blank.csv', '\n\n\n', 'blank.csv cannot be read: no line of headers was found'],
  ['null.csv', 'account,mau\na\0,1\n', 'null.csv cannot be read: it holds null bytes, so it is not a text file'],
  [
    'quote.csv',
    'account,mau\na,1\n"b,2\nc,3\n',
    'quote.csv cannot be read: the quote opened on line 3 is never closed',
  ],
  ['head.csv', '"account,mau\na,1\n', 'head.csv cannot be read: the quote opened on line 1 is never closed'],
  ['empty.json', ' ', 'empty.json cannot be read: it is empty'],
  ['text.json', '[\n{"mau": 1},\n{mau: 2}\n]', 'text.json cannot be read: it is not JSON: line 3 is wrong'],
  ['number.json', '7', 'number.json cannot be read: it is not a list of objects, one an account'],
  ['list.json', '[{"mau":1}, 7]', 'list.json cannot be read: item 2 of the list is not an object'],
  ['deep.json', '['.repeat(100_000), 'deep.json cannot be read: it is not JSON'],
  [
    'deeper.json',
    '['.repeat(100_000) + ']'.repeat(100_000),
    'deeper.json cannot be read: item 1 of the list is not an object',
  ],
  ['empty.ndjson', '\n', 'empty.ndjson cannot be read: it is empty'],
  ['text.ndjson', 'mau 1', 'text.ndjson cannot be read: line 1 is not a JSON object'],
  ['latin.json', Uint8Array.of(0x5b, 0x22, 0xfc, 0x22, 0x5d), 'latin.json cannot be read: it is not UTF-8 text'],
  ['empty.xlsx', '', 'empty.xlsx cannot be read: it is empty'],
  ['text.xlsx', 'account,mau\na,1\n', 'text.xlsx cannot be read: it is not an Excel workbook'],
  [
    'old.xlsx',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0),
    'old.xlsx cannot be read: it is an .xls file or protected by a password; save it as .xlsx without one',
  ],
  ['data.xyz', '', 'data.xyz cannot be read: its name ends in none of .csv, .xlsx, .json, .ndjson and .parquet'],
])('%s', async (name, content, sentence) => {
  expect(await says(name, content)).toEqual([sentence])
})

test('a file that is not there, a folder', async () => {
  const at = (path: string) => withTable(path, [], whole)
  expect((await at(join(folder, 'nowhere.csv'))).says).toEqual(['nowhere.csv cannot be read: it does not exist'])
  const place = await mkdtemp(join(folder, 'folder-'))
  expect((await withTable(place, [], whole, { format: 'csv', name: 'place' })).says).toEqual([
    'place cannot be read: it is a folder',
  ])
})

test('a line of an ndjson file that is none ends the table; the rows before it stand', async () => {
  const path = join(folder, 'broken.ndjson')
  await writeFile(path, '{"account":"a","mau":1}\n\n{"account":"b","mau":2}\n{"account":\n{"account":"c"}\n')
  expect(await withTable(path, [input('mau', 'count')], whole)).toMatchObject({
    accounts: ['a', 'b'],
    inputs: { mau: [1, 2] },
    rowNumbers: [1, 3],
    says: ['broken.ndjson cannot be read: line 4 is not a JSON object'],
  })
})

test('a header and no rows', async () => {
  expect(await says('header.csv', 'account,mau\n')).toEqual(['header.csv has headers but no rows'])
})

test('letters that are not UTF-8', async () => {
  const latin = Uint8Array.of(...utf8('account,mau\na,1\nM'), 0xfc, ...utf8('ller,2\n'))
  expect(await says('latin.csv', latin)).toEqual(['row 3 is not UTF-8; save the file as "CSV UTF-8"'])
})

test('a workbook that is a zip of something else', async () => {
  const found = await says('zip.xlsx', zip([['hello.txt', utf8('hello')]]))
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/^zip.xlsx cannot be read: it is not a sound Excel workbook/)
})

test('a workbook that unpacks to gigabytes, whatever it says of itself', async () => {
  const million = deflateRawSync(new Uint8Array(64 * 1_048_576))
  const bomb = zip(
    Array.from({ length: 40 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, million]),
    { method: 8, size: 100 },
  )
  expect(bomb.length).toBeLessThan(4_000_000)
  expect(await says('bomb.xlsx', bomb)).toEqual([
    'bomb.xlsx cannot be read: unpacked it is larger than 400 MB; save it as csv',
  ])
})

test('parquet that is none', async () => {
  for (const content of ['', 'PAR1', 'account,mau\na,1\n', `PAR1${'x'.repeat(1000)}PAR1`]) {
    const found = await says('bad.parquet', content)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(/^bad.parquet cannot be read: it is not a sound parquet file/)
  }
})

test('a column called __proto__', async () => {
  const path = join(folder, 'proto.json')
  await writeFile(path, '[{"account":"a","__proto__":{"mau":5},"constructor":1,"mau":2}]')
  const table = await withTable(path, [input('mau', 'count')], whole)
  expect(table).toMatchObject({
    header: ['account', '__proto__', 'constructor', 'mau'],
    inputs: { mau: [2] },
    says: [],
  })
})

test('a list in a cell', async () => {
  expect(await says('cells.json', '[{"account":"a","mau":[1,2]},{"account":"b","mau":{}}]')).toEqual([
    'row 1, "mau": `a list of 2` is not a whole number; it counts as missing',
    'row 2, "mau": `an object` is not a whole number; it counts as missing',
  ])
})
