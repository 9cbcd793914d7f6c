import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { hashModel } from '../../src/model/hash.ts'
import type { Model } from '../../src/model/model.ts'
import { publishedSchemas } from '../../src/model/published.ts'
import { readModel } from '../../src/model/read.ts'
import { chain, group, input, measure, model, whole } from '../engine/build.ts'

const sample = model({
  inputs: [input('seats', { labels: ['Seats'] })],
  root: whole([group('usage', [measure('seats', chain('poor', ['<', 5, 'healthy']))])]),
})

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
const problem = (json: unknown): string => {
  const read = readModel(json)
  return 'problem' in read ? read.problem : ''
}

describe('readModel', () => {
  test('gives back what was written, frozen', () => {
    const read = readModel(asJson(sample))
    expect(read).toEqual({ model: sample })
    expect('model' in read && Object.isFrozen(read.model.segments[0]?.root.children)).toBe(true)
  })
  test.each([null, 3, 'text', [], {}, { salus: '1' }, { salus: 0 }])('refuses %j', (json) => {
    expect(problem(json)).toMatch(/not a compiled model/)
  })
  test('reads a model of before there were figures and logs, whose hash is still its own', () => {
    const { logs: _logs, ...before } = sample
    const inputs = sample.inputs.map(({ figure: _figure, ...rest }) => rest)
    expect(readModel(asJson({ ...before, inputs }))).toEqual({ model: sample })
  })
  test('refuses a newer schema by its version, before anything else', () => {
    expect(problem({ salus: 2, strange: true })).toBe('compiled by a newer version (schema 2, this one reads 1)')
  })
  test('refuses an unknown key and says where', () => {
    expect(problem({ ...sample, ladders: [] })).toMatch(/ladders/)
    expect(problem({ ...sample, segments: [{ ...sample.segments[0], weigth: 1 }] })).toMatch(/segments\.0.*weigth/)
  })
  test('refuses numbers that JSON cannot hold', () => {
    expect(problem({ ...sample, version: Number.NaN })).toMatch(/version/)
  })
  test('refuses a model whose content does not fit its hash', () => {
    expect(problem({ ...sample, otherwiseNoScore: true })).toMatch(/hash/)
  })
  test('refuses nesting that would exhaust the stack', () => {
    let deep: unknown = {}
    for (let i = 0; i < 100_000; i++) deep = { of: deep }
    expect(problem({ ...sample, lets: [deep] })).toMatch(/levels deep/)
  })
})

describe('hashModel', () => {
  const changed = (parts: Partial<Model>): string => hashModel({ ...sample, ...parts })
  test('does not depend on the order of keys', () => {
    const reversed = Object.fromEntries(Object.entries(sample).toReversed()) as unknown as Model
    expect(hashModel(reversed)).toBe(sample.hash)
  })
  test('does not change with words, places, tests and versions', () => {
    const span = { file: 'a', start: 0, end: 1 }
    expect(changed({ label: 'Other', doc: 'Doc', version: 4, effective: 9, span })).toBe(sample.hash)
    expect(changed({ allows: [{ slug: 'a', reason: 'b', span }] })).toBe(sample.hash)
    expect(changed({ ladder: sample.ladder.map((band) => ({ ...band, color: 'blue' })) })).toBe(sample.hash)
  })
  test('changes with anything that changes a number or finds a column', () => {
    expect(changed({ ladder: sample.ladder.map((band) => ({ ...band, points: 1 })) })).not.toBe(sample.hash)
    expect(changed({ inputs: [input('seats', { labels: ['Licences'] })] })).not.toBe(sample.hash)
    expect(changed({ uses: [{ name: 'other', model: sample }] })).not.toBe(sample.hash)
  })
  test('looks through imported models in the same way', () => {
    const importing = (imported: Model): string => changed({ uses: [{ name: 'other', model: imported }] })
    expect(importing({ ...sample, doc: 'Doc', hash: 'x' })).toBe(importing(sample))
  })
})

describe('published JSON Schemas', () => {
  test.each([...publishedSchemas()])('%s is current (node scripts/schemas.ts writes it)', (file, schema) => {
    const published: unknown = JSON.parse(readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8'))
    expect(published).toEqual(schema)
  })
})
