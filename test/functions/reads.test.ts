import { expect, test } from 'vitest'
import { formatBlock } from '../../src/host/block.ts'
import type { Workbook } from '../../src/host/workbook.ts'
import { ACME, BITS, BLANKS, HEADERS, HOSTS, sheetOf } from './sheet.ts'

/** Counts what is asked of a workbook. */
function counting(counts: Record<'readHeaders' | 'readBlocks', number>) {
  return (workbook: Workbook): Workbook => ({
    ...workbook,
    readHeaders: (blocks) => {
      counts.readHeaders++
      return workbook.readHeaders(blocks)
    },
    readBlocks: (blocks) => {
      counts.readBlocks++
      return workbook.readBlocks(blocks)
    },
  })
}

const ROWS = Array.from({ length: 10_000 }, (_, k) => [ACME, BLANKS, BITS][k % 3]!)
const SCORES = [7.875, 6.470588235294118, expect.closeTo(29 / 3, 12)]
const rowAddress = (row: number): string =>
  formatBlock({ sheet: 'Accounts', top: row, left: 0, bottom: row, right: HEADERS.length - 1 })

test.each(HOSTS)('10,000 cells on %s read the headers once, and cells a few times', async (_, abilities) => {
  const counts = { readHeaders: 0, readBlocks: 0 }
  const { call, desk } = sheetOf([HEADERS, ...ROWS], { abilities, through: counting(counts) })
  await desk.load()
  const found = await Promise.all(ROWS.map((__, row) => call('HEALTH', rowAddress(row + 1))))
  expect(found.slice(0, 3).map(([row]) => row![0])).toEqual(SCORES)
  expect(counts.readHeaders).toBe(1)
  expect(counts.readBlocks).toBeLessThanOrEqual(3)
})

test('once headers are known, what needs no reading is answered at once', async () => {
  const counts = { readHeaders: 0, readBlocks: 0 }
  const { call } = sheetOf([HEADERS, ...ROWS], { through: counting(counts) })
  await call('HEALTH', 'A2:M10001')
  const found = ROWS.map((_, row) => call('HEALTH', rowAddress(row + 1)))
  expect(found.some((one) => one instanceof Promise)).toBe(false)
  expect(counts).toEqual({ readHeaders: 1, readBlocks: 0 })
})

test('a long block is scored in slices, between which others have their turn', async () => {
  const { call, desk } = sheetOf([HEADERS, ...ROWS, ...ROWS, ...ROWS, ...ROWS, ...ROWS])
  await desk.load()
  await call('HEALTH', 'A2:M2')
  let turns = 0
  let isDone = false
  const count = (): void => {
    turns++
    if (!isDone) setTimeout(count)
  }
  setTimeout(count)
  const found = await call('HEALTH', 'A2:M50001')
  isDone = true
  expect(found.length).toBe(50_000)
  expect(found.slice(0, 3).map(([cell]) => cell)).toEqual(SCORES)
  expect(turns).toBeGreaterThanOrEqual(2)
})
