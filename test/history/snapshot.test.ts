import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/engine/evaluate.ts'
import { hashColumns } from '../../src/history/hash-columns.ts'
import { startSnapshot } from '../../src/history/snapshot.ts'
import { snapshotSchema } from '../../src/model/schema/history.ts'
import type { Columns } from '../../src/model/columns.ts'
import { anyModelAndRows, INPUTS } from '../engine/arbitrary.ts'
import { chain, group, input, measure, model, whole } from '../engine/build.ts'
import { columnsOf } from '../engine/columns.ts'

const health = model({
  name: 'health',
  version: 3,
  inputs: [input('seats')],
  root: whole([group('usage', [measure('seats', chain('poor', ['<', 5, 'healthy']))])]),
})

test('a snapshot holds the date, what it was computed from, and every score by path', () => {
  const rows = [{ seats: 7 }, {}]
  const builder = startSnapshot(health, 20_089)
  const explanations = rows.map((row, index) => evaluate(health, row, { asOf: 20_089, account: `A-${index}` }))
  builder.add(columnsOf(health.inputs, rows, ['A-0', 'A-1']), explanations)
  const snapshot = builder.finish()
  expect(snapshot).toMatchObject({
    date: '2025-01-01',
    model: { name: 'health', version: 3, hash: health.hash },
    accounts: [
      {
        account: 'A-0',
        score: 10,
        shown: '10.0',
        band: 'healthy',
        points: { usage: 10, 'usage.seats': 10 },
        bands: { usage: 'healthy', 'usage.seats': 'healthy' },
      },
      {
        account: 'A-1',
        score: null,
        shown: null,
        band: null,
        coverage: 0,
        points: { usage: null, 'usage.seats': null },
      },
    ],
  })
  expect(snapshotSchema.parse(snapshot)).toEqual(snapshot)
})

describe('the hash of the inputs', () => {
  const hashOf = (...batches: readonly Columns[]): string => {
    const hasher = hashColumns()
    for (const batch of batches) hasher.add(batch)
    return hasher.finish()
  }
  test('does not depend on how the rows were cut into batches', () => {
    fc.assert(
      fc.property(anyModelAndRows({ min: 1, max: 5 }), fc.nat(5), ({ rows }, cut) => {
        const batches = [rows.slice(0, cut), rows.slice(cut)].map((batch) => columnsOf(INPUTS, batch))
        expect(hashOf(...batches)).toBe(hashOf(columnsOf(INPUTS, rows)))
      }),
      { numRuns: 30, seed: 20_260_102 },
    )
  })
  const number = (...values: readonly number[]): Columns => ({
    length: values.length,
    accounts: null,
    inputs: new Map([['n', { kind: 'number', values: Float64Array.from(values), unreadable: [] }]]),
  })
  const text = (codes: readonly number[], dictionary: readonly string[]): Columns => ({
    length: codes.length,
    accounts: null,
    inputs: new Map([['t', { kind: 'text', codes: Int32Array.from(codes), dictionary, unreadable: [] }]]),
  })
  test('does not depend on how values are stored', () => {
    expect(hashOf(number(0))).toBe(hashOf(number(-0)))
    expect(hashOf(text([0, 1], ['a', 'b']))).toBe(hashOf(text([1, 0], ['b', 'a'])))
  })
  test('changes with a value, with its place and with missing', () => {
    const all = [
      number(1, 2),
      number(2, 1),
      number(1),
      number(1, Number.NaN),
      text([0, -1], ['a']),
      text([-1, 0], ['a']),
    ]
    expect(new Set(all.map((columns) => hashOf(columns))).size).toBe(all.length)
    expect(hashOf(text([0], ['null']))).not.toBe(hashOf(text([-1], [])))
  })
})
