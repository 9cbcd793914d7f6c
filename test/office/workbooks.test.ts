import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Field, withTable, writeTable } from '../../src/tables/node.ts'
import { writeBook } from '../../src/tables/xlsx/write-book.ts'
import { input } from '../tables/inputs.ts'
import { whole } from '../tables/read.ts'
import { CSV, type LibreOffice, openLibreOffice, WITH_OFFICE } from './libre-office.ts'

/** LibreOffice as the judge of what is a workbook and what stands in it. */
let office: LibreOffice

beforeAll(async () => {
  office = await openLibreOffice()
})
afterAll(() => office.close())

describe.runIf(WITH_OFFICE)('LibreOffice', () => {
  const fields: readonly Field[] = [
    { name: 'Account', kind: 'text' },
    { name: 'Score', kind: 'number' },
    { name: 'Note', kind: 'text' },
  ]

  test('reads what is written', async () => {
    const accounts = ['a', '00123', '=1+1', 'Zoë 名前 🔴', 'a "b", c', '2025-01-31', 'two\nlines', '<&>', "'x", 'TRUE']
    const scores = [8.25, -0.1, 1e-7, 123_456_789.125, NaN, 0, 0.1 + 0.2, 1e20, 1, 5]
    const notes = accounts.map((_, i) => (i % 2 === 0 ? 'even' : null))
    const path = join(office.folder, 'written.xlsx')
    const columns = [
      { kind: 'text', values: accounts },
      { kind: 'number', values: Float64Array.from(scores) },
      { kind: 'text', values: notes },
    ] as const
    expect(await writeTable(path, 'xlsx', fields, [{ length: accounts.length, columns }])).toEqual([])
    await office.convert(path, CSV)
    const [header, ...rows] = await office.rowsOf('written.csv')
    expect(header).toEqual(['Account', 'Score', 'Note'])
    expect(rows.map((row) => row[0])).toEqual(accounts)
    expect(rows.map((row) => (row[1] === '' ? NaN : Number(row[1])))).toEqual(
      // LibreOffice writes 15 digits.
      scores.map((score) => Number(score.toPrecision(15))),
    )
    expect(rows.map((row) => row[2])).toEqual(notes.map((note) => note ?? ''))
  })

  test('writes what is read: numbers, percentages, dates, yes and no, errors', async () => {
    const html = `<table>
      <tr><td>Account</td><td>MAU</td><td>Share</td><td>Renewal</td><td>Champion</td><td>Ratio</td></tr>
      <tr><td>a</td><td sdval="1204" sdnum="1033;0;#,##0">1,204</td><td sdval="0.85" sdnum="1033;0;0%">85%</td>
        <td sdval="45688" sdnum="1033;0;YYYY-MM-DD">2025-01-31</td><td>yes</td><td sdval="0.293" sdnum="1033;">0.293</td></tr>
      <tr><td>b</td><td sdval="7" sdnum="1033;">7</td><td sdval="29.3" sdnum="1033;">29.3</td>
        <td>31/01/2025x</td><td>no</td><td sdval="0.293" sdnum="1033;0;0.0%">29.3%</td></tr>
    </table>`
    await writeFile(join(office.folder, 'judge.html'), html)
    await office.convert(join(office.folder, 'judge.html'), 'xlsx:Calc MS Excel 2007 XML', '--infilter=HTML (StarCalc)')
    const inputs = [
      input('mau', 'count', { labels: ['MAU'] }),
      input('share', 'percent', { labels: ['Share'] }),
      input('renewal', 'date', { labels: ['Renewal'] }),
      input('champion', 'yes/no', { labels: ['Champion'] }),
      input('ratio', 'ratio', { labels: ['Ratio'] }),
    ]
    expect(await withTable(join(office.folder, 'out', 'judge.xlsx'), inputs, whole)).toMatchObject({
      accounts: ['a', 'b'],
      inputs: {
        mau: [1204, 7],
        share: [0.85, 0.293],
        renewal: [Date.parse('2025-01-31') / 86_400_000, null],
        champion: [1, 0],
        ratio: [0.293, 0.293],
      },
      says: ['row 3, "Renewal": `31/01/2025x` is not a date such as 2025-01-31; it counts as missing'],
    })
  })

  test('and Salus agree on the sample, by way of a workbook', async () => {
    await office.convert('samples/accounts.csv', 'xlsx:Calc MS Excel 2007 XML')
    const inputs = [
      input('versions', 'count', { labels: ['Versions Behind'] }),
      input('mau', 'percent', { labels: ['Last month MAU / Seats'] }),
      input('dau', 'ratio', { labels: ['Last 4 Wk DAU / MAU'] }),
      input('champion', 'yes/no', { labels: ['Active Champion?'] }),
      input('sentiment', 'choice', { labels: ['Account - TA Sentiment'], choices: ['Poor', 'Concerning', 'Healthy'] }),
      input('signup', 'date', { labels: ['Signup Date'] }),
      input('acv', 'money', { labels: ['ACV'] }),
    ]
    const fromCsv = await withTable('samples/accounts.csv', inputs, whole)
    expect(fromCsv.says).toEqual([])
    expect(fromCsv.accounts).toHaveLength(520)
    expect(await withTable(join(office.folder, 'out', 'accounts.xlsx'), inputs, whole)).toEqual(fromCsv)
  })

  test('shows what was last computed where it does not know our functions', async () => {
    const scores = [8.25, 2, 10]
    const file = await writeBook(
      {
        part: null,
        sheets: [
          {
            name: 'Accounts',
            widths: [],
            frozenRows: 1,
            frozenColumns: 0,
            tables: [{ name: 'Portfolio', top: 0, left: 0, bottom: 3, right: 2 }],
            rows: [
              [{ value: 'MAU' }, { value: 'Health' }, { value: 'Band' }],
              ...scores.map((value, at) => [
                { value: at },
                { value, formula: `HEALTH(A${at + 2})`, format: '0.00' },
                { value: 'Healthy', formula: `HEALTH.BAND(A${at + 2})` },
              ]),
            ],
          },
        ],
      },
      { own: ['HEALTH', 'HEALTH.BAND'], namespace: 'https://salus.dev/workbook/1' },
    )
    await writeFile(join(office.folder, 'scored.xlsx'), file)
    await office.convert(join(office.folder, 'scored.xlsx'), 'csv:Text - txt - csv (StarCalc):44,34,76,1')
    expect((await office.rowsOf('scored.csv')).slice(1)).toEqual([
      ['0', '8.25', 'Healthy'],
      ['1', '2.00', 'Healthy'],
      ['2', '10.00', 'Healthy'],
    ])
  })
})
