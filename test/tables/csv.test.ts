import { describe, expect, test } from 'vitest'
import { input } from './inputs.ts'
import { readAs } from './read.ts'

const inputs = [input('mau', 'count'), input('name', 'text')]
const read = (text: string | Uint8Array) => readAs('csv', text, inputs)

const three = { accounts: ['a', 'b', 'c'], inputs: { mau: [1, 2, 3], name: ['Ann', 'Ben', 'Cy'] }, says: [] }

describe('how lines and cells are set off', () => {
  test.each([
    ['newlines', 'account,mau,name\na,1,Ann\nb,2,Ben\nc,3,Cy\n'],
    ['no newline at the end', 'account,mau,name\na,1,Ann\nb,2,Ben\nc,3,Cy'],
    ['carriage returns and newlines', 'account,mau,name\r\na,1,Ann\r\nb,2,Ben\r\nc,3,Cy\r\n'],
    ['carriage returns', 'account,mau,name\ra,1,Ann\rb,2,Ben\rc,3,Cy\r'],
    ['a byte order mark', '\uFEFFaccount,mau,name\na,1,Ann\nb,2,Ben\nc,3,Cy\n'],
    ['semicolons', 'account;mau;name\na;1;Ann\nb;2;Ben\nc;3;Cy\n'],
    ['tabs', 'account\tmau\tname\na\t1\tAnn\nb\t2\tBen\nc\t3\tCy\n'],
    ['bars', 'account|mau|name\na|1|Ann\nb|2|Ben\nc|3|Cy\n'],
    ['a declared delimiter', 'sep=;\r\naccount;mau;name\r\na;1;Ann\r\nb;2;Ben\r\nc;3;Cy\r\n'],
    ['quotes everywhere', '"account","mau","name"\n"a","1","Ann"\n"b","2","Ben"\n"c","3","Cy"\n'],
    ['a comma among quoted semicolons', 'account,mau,name,"x;y;z;w"\na,1,Ann,\nb,2,Ben,\nc,3,Cy,\n'],
    ['empty lines and empty rows', '\n\naccount,mau,name\n\na,1,Ann\n,,\nb,2,Ben\n\n\nc,3,Cy\n,,\n'],
  ])('%s', async (_, text) => {
    expect(await read(text)).toMatchObject(three)
  })

  test.each(['utf-16le', 'utf-16be'] as const)('%s', async (encoding) => {
    const text = '\uFEFFaccount,mau,name\na,1,Zoë\n'
    const bytes = new Uint8Array(text.length * 2)
    const view = new DataView(bytes.buffer)
    for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), encoding === 'utf-16le')
    expect(await read(bytes)).toMatchObject({ accounts: ['a'], inputs: { mau: [1], name: ['Zoë'] }, says: [] })
  })

  test('quotes, commas and newlines in cells; rows are numbered by line', async () => {
    const text = 'account,mau,name\n"a ""one""",1,"Ann,\nLee"\n"b",x,"a ""b"" c"\n'
    expect(await read(text)).toMatchObject({
      accounts: ['a "one"', 'b'],
      inputs: { mau: [1, null], name: ['Ann,\nLee', 'a "b" c'] },
      rowNumbers: [2, 4],
      says: ['row 4, "mau": `x` is not a whole number; it counts as missing'],
    })
  })

  test('a quote inside a cell is a quote', async () => {
    expect((await read('account,mau,name\na,1,5" disk\n')).inputs['name']).toEqual(['5" disk'])
  })
})

describe('rows that do not fit the header', () => {
  test('cells that are not there are missing, extra ones ignored', async () => {
    expect(await read('account,mau,name\na,1\nb\nc,3,Cy,x,y\n')).toMatchObject({
      inputs: { mau: [1, null, 3], name: [null, null, 'Cy'] },
      says: [
        'row 2 has 2 of 3 cells; the rest count as missing',
        'row 3 has 1 of 3 cells; the rest count as missing',
        'row 4 has 5 cells under 3 headers; the rest are ignored',
      ],
    })
  })
})

describe('accounts', () => {
  test('blank and repeated ones are reported and kept', async () => {
    expect(await read('account,mau,name\na,1,x\n,2,x\n a ,3,x\nA,4,x\n')).toMatchObject({
      accounts: ['a', '', 'a', 'A'],
      inputs: { mau: [1, 2, 3, 4] },
      says: ['row 3 names no account; it is kept', 'row 4: account `a` is already in row 2; both are kept'],
    })
  })

  test('are text as it stands', async () => {
    expect((await read('account,mau\n007,1\n1e3,2\nN/A,3\n')).accounts).toEqual(['007', '1e3', 'N/A'])
  })
})

test('the account may be a number to the model as well', async () => {
  const { accounts, inputs: values } = await readAs('csv', 'id,mau\n7,1\n8,2\n', [input('id', 'count'), inputs[0]!])
  expect({ accounts, values }).toEqual({ accounts: ['7', '8'], values: { id: [7, 8], mau: [1, 2] } })
})

describe('reports stay short', () => {
  test('a hundred thousand bad cells', async () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `a${i},about ${i}\n`)
    const { says, unreadable } = await readAs('csv', `account,mau\n${rows.join('')}`, inputs.slice(0, 1))
    expect(says).toEqual([
      'row 2, "mau": `about 0` is not a whole number; it counts as missing',
      'row 3, "mau": `about 1` is not a whole number; it counts as missing',
      'row 4, "mau": `about 2` is not a whole number; it counts as missing',
      'row 5, "mau": `about 3` is not a whole number; it counts as missing',
      'row 6, "mau": `about 4` is not a whole number; it counts as missing',
      '99995 more cells of "mau" cannot be read and count as missing',
    ])
    expect(unreadable['mau']).toHaveLength(100_000)
  })

  test('a long cell is cut', async () => {
    const { says } = await readAs('csv', `account,mau\na,${'z'.repeat(5000)}\n`, inputs.slice(0, 1))
    expect(says).toEqual([`row 2, "mau": \`${'z'.repeat(39)}…\` is not a whole number; it counts as missing`])
  })
})
