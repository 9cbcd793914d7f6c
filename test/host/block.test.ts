import { expect, test } from 'vitest'
import { formatBlock, parseBlock } from '../../src/host/block.ts'

test.each([
  ['Accounts', 'Accounts!B2:C3'],
  ['Größe_1', 'Größe_1!B2:C3'],
  ["Bob's Data", "'Bob''s Data'!B2:C3"],
  ['2024', "'2024'!B2:C3"],
  // A name that reads as a cell is one to a spreadsheet unless it is quoted.
  ['FY24', "'FY24'!B2:C3"],
  ['R1C1', "'R1C1'!B2:C3"],
  ['c', "'c'!B2:C3"],
  ['Cohort', 'Cohort!B2:C3'],
])('a block on the sheet %s is written %s, and read again', (sheet, address) => {
  const block = { sheet, top: 1, left: 1, bottom: 2, right: 2 }
  expect(formatBlock(block)).toBe(address)
  expect(parseBlock(address)).toEqual(block)
})
