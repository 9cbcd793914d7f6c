import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sampleHistory } from '../../scripts/sample-history.ts'

test('the history of the sample is what its model says of its measures today', () => {
  expect(readFileSync('samples/quarters.csv', 'utf8')).toBe(sampleHistory())
})
