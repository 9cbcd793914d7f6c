import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeTable } from '../../src/tables/node.ts'
import { encodeCsv } from '../../src/tables/write/csv.ts'
import { writeCsvByThread } from '../../src/tables/write/csv-by-thread.ts'
import type { Field, OutputBatch } from '../../src/tables/write/output.ts'

const folder = mkdtempSync(join(tmpdir(), 'salus-thread-'))
afterAll(() => rmSync(folder, { recursive: true }))

const fields: readonly Field[] = [
  { name: 'account', kind: 'text' },
  { name: 'score', kind: 'number' },
  { name: 'band, or none', kind: 'text' },
]

/** New arrays each time: those that a thread was given are gone. */
function* batches(count: number): Generator<OutputBatch> {
  const texts = ['plain', 'with, comma', '"quoted"', 'é\nline', null]
  const bands = ['poor', 'a, b', 'healthy']
  for (let k = 0; k < count; k++) {
    const length = 100 + k
    yield {
      length,
      columns: [
        { kind: 'text', values: Array.from({ length }, (_, i) => texts[(i + k) % texts.length]!) },
        { kind: 'number', values: Float64Array.from({ length }, (_, i) => (i % 7 === 0 ? NaN : (i * k) / 3)) },
        { kind: 'codes', codes: Int16Array.from({ length }, (_, i) => (i % 4) - 1), dictionary: bands },
      ],
    }
  }
}

async function plainBytes(count: number): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of encodeCsv(fields, batches(count))) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

test.each([0, 1, 30])('%i batches written by a thread are the bytes written without one', async (count) => {
  const path = join(folder, `${count}.csv`)
  await writeCsvByThread(path, fields, batches(count))
  expect(readFileSync(path).equals(await plainBytes(count))).toBe(true)
})

test.each([1, 4, 5, 12])('a table of %i batches is the same file, however it is written', async (count) => {
  const path = join(folder, `table ${count}.csv`)
  expect(await writeTable(path, 'csv', fields, batches(count))).toEqual([])
  expect(readFileSync(path).equals(await plainBytes(count))).toBe(true)
})

test('what the disk refuses is thrown here, with its code', async () => {
  await expect(writeCsvByThread(join(folder, 'none', 'x.csv'), fields, batches(30))).rejects.toMatchObject({
    code: 'ENOENT',
  })
})

test('what the batches throw is thrown, and nothing is left behind', async () => {
  const path = join(folder, 'broken.csv')
  const broken = function* (): Generator<OutputBatch> {
    yield* batches(9)
    throw new Error('no more rows')
  }
  await expect(writeTable(path, 'csv', fields, broken())).rejects.toThrow('no more rows')
  expect(() => readFileSync(path)).toThrow('ENOENT')
})
