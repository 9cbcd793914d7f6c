import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { coverageOf } from '../../src/engine/trial/coverage.ts'
import { generateBoundaryTests } from '../../src/engine/trial/generate.ts'
import { runTests } from '../../src/engine/trial/run.ts'

const models = resolve(import.meta.dirname, '../../models')
const load = (path: string) => {
  const file = join(models, path)
  return { text: readFileSync(file, 'utf8'), file }
}

describe('generated tests of the published models', () => {
  test.each(readdirSync(models).filter((file) => file.endsWith('.salus')))('%s', (file) => {
    const { text } = load(file)
    const generated = generateBoundaryTests(compile(text, file, load).model)
    const { model, findings } = compile(`${text}\n${generated}`, file, load)
    expect(findings.filter((found) => found.level === 'error')).toEqual([])
    const alone = { ...model, tests: model.tests.filter((one) => one.span !== null && one.span.start > text.length) }
    const { cells, boundaries, missing } = coverageOf(alone, { asOf: null })
    expect([...cells.unreached, ...boundaries.unreached, ...missing.unreached]).toEqual([])
    expect(runTests(alone, { asOf: null }).findings).toEqual([])
  })
})
