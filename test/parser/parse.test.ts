import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sentence } from '../../src/findings/report.ts'
import { parse } from '../../src/parser/index.ts'
import { SalusParser } from '../../src/parser/grammar.ts'

const findingsIn = (text: string) => parse(text, 'test.salus').findings.map(sentence)

test('the grammar has no ambiguity', () => {
  expect(() => new SalusParser({ skipValidations: false })).not.toThrow()
})

describe('published models', () => {
  const models = readdirSync('models').filter((name) => name.endsWith('.salus'))
  test.each(models)('%s reads without a finding', (name) => {
    expect(findingsIn(readFileSync(`models/${name}`, 'utf8'))).toEqual([])
  })
})
