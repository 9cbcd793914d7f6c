import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { coverageOf } from '../../src/engine/trial/coverage.ts'
import { failedTests, open } from './open.ts'

const models = join(import.meta.dirname, '../../models')
const good = join(import.meta.dirname, '../corpus/good')

describe.each([models, good])('%s', (folder) => {
  test.each(modelsIn(folder))('%s is clean and passes its tests', (file) => {
    const { model, findings } = open(join(folder, file))
    expect(findings.map(({ slug, trail }) => [slug, ...trail])).toEqual([])
    expect(model.tests.length).toBeGreaterThan(0)
    expect(failedTests(model)).toEqual([])
  })
})

test.each(modelsIn(models))('the tests of %s reach every cell, every edge, every segment and what is missing', (file) => {
  const { cells, boundaries, segments, missing } = coverageOf(open(join(models, file)).model, { asOf: null })
  const unreached = [cells, boundaries, segments, missing].flatMap((tally) => tally.unreached)
  expect(unreached.map(({ path, segments: within, what }) => `${within.join('/')} ${path} at ${what}`)).toEqual([])
})

function modelsIn(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.salus'))
}
