import fc from 'fast-check'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { type Field, FORMATS, type Format, type OutputBatch, withTable, writeTable } from '../../src/tables/node.ts'
import { input } from './inputs.ts'
import { whole } from './read.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'salus-formats-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
})

const inputs = [input('score', 'number'), input('band', 'text'), input('note', 'text')]
const fields: readonly Field[] = [
  { name: 'account', kind: 'text' },
  { name: 'score', kind: 'number' },
  { name: 'band', kind: 'text' },
  { name: 'note', kind: 'text' },
]

interface Row {
  readonly account: string
  readonly score: number | null
  readonly band: number
  readonly note: string | null
}
const dictionary = ['Poor', 'Healthy, "very"']

function batchOf(rows: readonly Row[]): OutputBatch {
  return {
    length: rows.length,
    columns: [
      { kind: 'text', values: rows.map(({ account }) => account) },
      { kind: 'number', values: Float64Array.from(rows, ({ score }) => score ?? NaN) },
      { kind: 'codes', codes: Int32Array.from(rows, ({ band }) => band), dictionary },
      { kind: 'text', values: rows.map(({ note }) => note) },
    ],
  }
}

async function roundTrip(format: Format, batches: readonly OutputBatch[]) {
  const path = join(folder, `table.${format}`)
  expect(await writeTable(path, format, fields, batches)).toEqual([])
  return withTable(path, inputs, whole)
}

const rows: readonly Row[] = [
  { account: 'a,1', score: 0.1 + 0.2, band: 0, note: 'plain' },
  { account: 'b "2"', score: -0, band: 1, note: '=1+1' },
  { account: 'c\n3', score: null, band: -1, note: null },
  { account: '00123', score: 1e21, band: 0, note: '@x' },
  { account: 'Zoë 名前 🔴', score: 5e-324, band: 1, note: '+5' },
]

describe.each(FORMATS)('%s', (format) => {
  test('what is written is read back', async () => {
    const {
      accounts,
      inputs: values,
      says,
    } = await roundTrip(format, [batchOf(rows.slice(0, 2)), batchOf(rows.slice(2))])
    expect(says).toEqual([])
    expect(accounts).toEqual(rows.map(({ account }) => account))
    expect(values['score']).toEqual([0.1 + 0.2, 0, null, 1e21, 5e-324])
    expect(values['band']).toEqual(['Poor', dictionary[1], null, 'Poor', dictionary[1]])
    expect(values['note']).toEqual(['plain', '=1+1', null, '@x', '+5'])
  })

  test('no rows', async () => {
    const { header, says } = await roundTrip(format, [])
    if (format === 'json' || format === 'ndjson') return
    expect(header).toEqual(['account', 'score', 'band', 'note'])
    expect(says).toEqual([`table.${format} has headers but no rows`])
  })

  test('any finite number, any text', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((each) => {
      const trimmed = each.trim().toLowerCase()
      return trimmed === each.toLowerCase() && !['-', '–', '—', 'n/a', 'null', '#n/a'].includes(trimmed)
    })
    const score = fc.double({ noNaN: true, noDefaultInfinity: true })
    const any = fc.array(fc.record({ score, note: text }), { minLength: 1, maxLength: 30 })
    await fc.assert(
      fc.asyncProperty(any, async (some) => {
        const batch = batchOf(
          some.map(({ score: value, note }, i) => ({ account: `a${i}`, score: value, band: 0, note })),
        )
        const { inputs: values } = await roundTrip(format, [batch])
        expect(values['score']).toEqual(some.map(({ score: value }) => value + 0))
        expect(values['note']).toEqual(some.map(({ note }) => note))
      }),
      { seed: 7, numRuns: format === 'parquet' || format === 'xlsx' ? 10 : 40 },
    )
  })
})

describe('a file is written whole or not at all', () => {
  test.each(FORMATS)('%s: rows that fail leave the old file and nothing else', async (format) => {
    const place = await mkdtemp(join(folder, 'half-'))
    const path = join(place, `out.${format}`)
    await writeFile(path, 'before')
    async function* failing(): AsyncGenerator<OutputBatch> {
      yield batchOf(rows)
      throw new Error('a bug in scoring')
    }
    await expect(writeTable(path, format, fields, failing())).rejects.toThrow('a bug in scoring')
    expect(await readFile(path, 'utf8')).toBe('before')
    expect(await readdir(place)).toEqual([`out.${format}`])
  })

  test.each(FORMATS)('%s: a folder that is not there is a finding', async (format) => {
    const findings = await writeTable(join(folder, 'nowhere', 'out'), format, fields, [batchOf(rows)])
    expect(findings.map(({ slug }) => slug)).toEqual(['file-not-written'])
  })

  test('a folder in its place is a finding', async () => {
    const place = await mkdtemp(join(folder, 'taken-'))
    const findings = await writeTable(place, 'csv', fields, [batchOf(rows)])
    expect(findings.map(sentence)).toEqual([`${place} was not written: it is a folder`])
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })
})

test('csv is plain: a newline after each row, quotes where needed, text as it is', async () => {
  const path = join(folder, 'plain.csv')
  await writeTable(path, 'csv', fields, [batchOf(rows.slice(0, 3))])
  expect(await readFile(path, 'utf8')).toBe(
    'account,score,band,note\n' +
      '"a,1",0.30000000000000004,Poor,plain\n' +
      '"b ""2""",0,"Healthy, ""very""",=1+1\n' +
      '"c\n3",,,\n',
  )
})

test('an empty cell that is the whole row is still a row', async () => {
  const path = join(folder, 'one.csv')
  await writeTable(path, 'csv', fields.slice(1, 2), [
    { length: 2, columns: [{ kind: 'number', values: Float64Array.of(NaN, 1) }] },
  ])
  expect(await readFile(path, 'utf8')).toBe('score\n""\n1\n')
})
