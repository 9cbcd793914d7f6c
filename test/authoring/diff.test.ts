import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffOnData } from '../../src/authoring/diff/data.ts'
import { diffModels } from '../../src/authoring/diff/diff.ts'
import { diffLines } from '../../src/authoring/diff/say.ts'
import { evaluate } from '../../src/engine/evaluate.ts'
import { hashModel } from '../../src/model/hash.ts'
import type { Columns } from '../../src/model/columns.ts'
import type { Dimension, Measure } from '../../src/model/group.ts'
import type { Model } from '../../src/model/model.ts'
import { readModel } from '../../src/model/read.ts'
import { anyModelAndRows } from '../engine/arbitrary.ts'
import * as build from '../engine/build.ts'

const count = { type: 'count', low: 0, whole: true } as const

function withMeasures(...measures: readonly Measure[]): Model {
  return build.model({
    inputs: [build.input('defects', count), build.input('share', { type: 'percent' }), build.input('champion', { type: 'yes/no' })],
    root: build.whole([build.group('technical', measures)]),
  })
} // prettier-ignore

const lines = (before: Model, after: Model): readonly string[] =>
  diffLines(diffModels(before, after), after.segments.map((segment) => segment.name)) // prettier-ignore

const chain = (...parts: Parameters<typeof build.chain>) => build.measure('defects', build.chain(...parts))
const defects = chain('healthy', ['<', 2, 'concerning'], ['<', 5, 'poor'])

describe('a measure', () => {
  test('says exactly which values changed, whole numbers as such', () => {
    const after = chain('healthy', ['<=', 2, 'concerning'], ['<', 7, 'poor'])
    expect(lines(withMeasures(defects), withMeasures(after))).toEqual([
      'technical.defects: 2 was concerning, is healthy',
      'technical.defects: 5 to 6 was poor, is concerning',
    ])
  })

  test('the same cut written otherwise is no difference: of whole numbers, below 2 is up to 1', () => {
    const after = chain('healthy', ['<=', 1, 'concerning'], ['<=', 4, 'poor'])
    expect(lines(withMeasures(defects), withMeasures(after))).toEqual(['no difference in meaning'])
  })

  test('of fractions it is one', () => {
    const share = (sign: '<' | '<=') => build.measure('share', build.chain('poor', [sign, 0.5, 'healthy']))
    const [before, after] = [share('<'), share('<=')].map((one) => withMeasures({ ...one, value: build.raw({ kind: 'input', name: 'share' }, 'percent') })) // prettier-ignore
    expect(lines(before!, after!)).toEqual(['technical.share: 50% was healthy, is poor'])
  })

  test('choices, missing rules, weights and switches', () => {
    const champion = build.measure('champion', build.choices({ poor: ['no'], healthy: ['yes'] }))
    const before = withMeasures({ ...defects, weight: build.weight(0.6) }, { ...champion, weight: build.weight(0.4) })
    const after = withMeasures(
      { ...defects, weight: build.weight(0.5), missing: { kind: 'band', band: 'poor', points: null } },
      {
        ...build.measure('champion', build.choices({ concerning: ['no'], healthy: ['yes'] })),
        weight: build.weight(0.5),
      },
    )
    expect(lines(before, after)).toEqual([
      'technical.defects: weight was 60%, is 50%',
      'technical.defects: missing was skip, is poor, 0 points',
      'technical.champion: weight was 40%, is 50%',
      'technical.champion: no was poor, is concerning',
    ])
    expect(lines(before, withMeasures({ ...defects, weight: build.weight(0.6) }, { ...champion, off: true }))).toEqual([
      'technical.champion: is off now',
    ])
    expect(lines(before, withMeasures({ ...defects, weight: build.weight(0.6) }))).toEqual([
      'measure technical.champion: removed',
    ])
  })

  test('weights in the same proportion mean the same', () => {
    const champion = build.measure('champion', build.choices({ poor: ['no'], healthy: ['yes'] }))
    const weighted = (a: number, b: number): Model =>
      withMeasures({ ...defects, weight: build.weight(a) }, { ...champion, weight: build.weight(b) })
    expect(diffModels(weighted(0.3, 0.7), weighted(3, 7)).same).toBe(true)
    expect(diffModels(weighted(0.3, 0.7), weighted(0.3, 0.6)).same).toBe(false)
  })

  test('a line', () => {
    const line = (top: number): Model => withMeasures(build.measure('defects', build.line([[0, 0], [10, top]]))) // prettier-ignore
    expect(diffModels(line(10), line(10)).same).toBe(true)
    expect(lines(line(10), line(8))).toEqual([
      'technical.defects: 1 to 9 was 5 points at 5, is 4 points at 5',
      'technical.defects: values from 10 was 10 points, is 8 points',
    ])
  })
})

describe('a model', () => {
  const segmented = (...segments: readonly [string, Dimension, Model['segments'][number]['when']][]): Model =>
    build.model({
      inputs: [build.input('defects', count), build.input('air', { type: 'yes/no' }), build.input('n')],
      segments: segments.map(([name, root, when]) => build.segment(name, root, { when })),
    })
  const whole = (measure: Measure): Dimension => build.whole([measure])
  const air = build.condition(build.of('air'), 'air')
  const n = (operator: '<' | '>=', at: number) => build.condition(build.compare(build.of('n'), operator, build.number(at)), `n ${operator} ${at}`) // prettier-ignore

  test('a change in one segment says so; in all of them it is said once', () => {
    const looser = chain('healthy', ['<', 3, 'concerning'], ['<', 5, 'poor'])
    const before = segmented(['air', whole(defects), air], ['default', whole(defects), null])
    expect(lines(before, segmented(['air', whole(looser), air], ['default', whole(defects), null]))).toEqual([
      'defects: 2 was concerning, is healthy (in air)',
    ])
    expect(lines(before, segmented(['air', whole(looser), air], ['default', whole(looser), null]))).toEqual([
      'defects: 2 was concerning, is healthy',
    ])
  })

  test('conditions that hold for the same accounts are the same', () => {
    const both = (left: typeof air, right: typeof air) =>
      build.condition({ kind: 'and', of: [left.expression, right.expression] }, `${left.text} and ${right.text}`)
    const before = segmented(['one', whole(defects), both(air, n('>=', 3))], ['default', whole(defects), null])
    const turned = segmented(['one', whole(defects), both(n('>=', 3), air)], ['default', whole(defects), null])
    const other = segmented(['one', whole(defects), both(n('>=', 4), air)], ['default', whole(defects), null])
    expect(lines(before, turned)).toEqual(['no difference in meaning'])
    expect(lines(before, other)).toEqual(['when was air and n >= 3, is n >= 4 and air (in one)'])
  })

  test('segments come, go and change places', () => {
    const before = segmented(['a', whole(defects), air], ['b', whole(defects), n('>=', 3)], ['default', whole(defects), null]) // prettier-ignore
    expect(lines(before, segmented(['b', whole(defects), n('>=', 3)], ['a', whole(defects), air], ['default', whole(defects), null]))).toEqual(
      ['order of segments was a, b, default, is b, a, default'],
    ) // prettier-ignore
    expect(lines(before, segmented(['a', whole(defects), air], ['default', whole(defects), null]))).toEqual([
      'segment b: removed',
    ])
  })

  test('labels alone are words', () => {
    const before = withMeasures(defects)
    const after = withMeasures({ ...defects, label: 'Defect tickets' })
    expect(lines(before, after)).toEqual([
      'no difference in meaning; words only:',
      '  label of technical.defects: was defects, is Defect tickets',
    ])
  })

  test('the bands of a score', () => {
    const bands = (at: number) => ({
      cuts: [{ at, owner: 'above', guard: 1e-8, text: String(at) } as const],
      outcomes: [build.outcome('poor'), build.outcome('healthy')],
    })
    const scored = (at: number): Model => build.model({ inputs: [build.input('defects', count)], root: build.whole([defects], { banding: bands(at) }) }) // prettier-ignore
    expect(lines(scored(3), scored(4))).toEqual(['bands of the score: 3 to under 4 was healthy, is poor'])
  })
})

describe('over random models', () => {
  const given = { numRuns: Number(process.env['SALUS_FUZZ_RUNS'] ?? 80), seed: 20_263, endOnFailure: true }
  const pairs = (part: 'anything' | 'judge') =>
    anyModelAndRows({ min: 4, max: 12 }).chain(({ model, rows, asOf }) =>
      fc
        .record({ at: fc.noBias(fc.nat({ max: 1_000_000 })), by: fc.constantFrom(1, 0.5, -1, 3) })
        .map(({ at, by }) => ({
          before: model,
          after: mutated(model, at, by, part),
          rows,
          asOf,
        })),
    )

  test('a model does not differ from itself', () => {
    fc.assert(
      fc.property(anyModelAndRows({ min: 0, max: 0 }), ({ model }) => {
        const again = { ...structuredClone(model), hash: 'another' }
        expect(diffModels(model, again)).toEqual({ same: true, changes: [], words: [] })
      }),
      given,
    )
  })

  test('where no difference is found every account scores alike', () => {
    let same = 0
    fc.assert(
      fc.property(pairs('anything'), ({ before, after, rows, asOf }) => {
        fc.pre(after !== null)
        if (!diffModels(before, after!).same) return
        same++
        for (const row of rows) {
          const [old, now] = [before, after!].map((model) => evaluate(model, row, { asOf }))
          expect(now!.score === null).toBe(old!.score === null)
          expect(now!.score ?? 0).toBeCloseTo(old!.score ?? 0, 9)
          expect([now!.band, now!.segment, now!.shown]).toEqual([old!.band, old!.segment, old!.shown])
          expect(now!.indicators).toEqual(old!.indicators)
        }
      }),
      given,
    )
    expect(same).toBeGreaterThan(0)
  })

  test('a changed cell really changes', () => {
    let cells = 0
    fc.assert(
      fc.property(pairs('judge'), ({ before, after }) => {
        fc.pre(after !== null)
        for (const change of diffModels(before, after!).changes) {
          if (change.kind !== 'cells') continue
          const [old, now] = [before, after!].map((model) => alone(model, change.segments[0]!, change.path))
          if (old === null || now === null) continue
          for (const cell of change.cells) {
            cells++
            const [was, is] = [old!, now!].map((model) => {
              const found = evaluate(model, { it: cell.witness }, { asOf: null })
              return [
                found.measures[0]!.band,
                found.measures[0]!.points,
                found.measures[0]!.state,
                found.noScoreBecause,
              ]
            })
            expect(is).not.toEqual(was)
          }
        }
      }),
      given,
    )
    expect(cells).toBeGreaterThan(20)
  })

  /** A measure judged by itself on an input called `it`. */
  function alone(model: Model, segment: string, path: string): Model | null {
    const root = model.segments.find((one) => one.name === segment)?.root
    const measure = root === undefined ? undefined : below(root).find((one) => one.path === path)
    if (measure?.value === undefined || measure.value === null || measure.value.type === 'band') return null
    const value = { ...measure.value, expression: { kind: 'input', name: 'it' } as const }
    const plain = { ...measure, name: 'it', value, round: null, modifiers: [], appliesWhen: null, stale: null }
    const type = measure.judge.kind === 'choices' ? (measure.value.type === 'yes/no' ? 'yes/no' : 'text') : 'number'
    return build.model({ ladder: model.ladder, inputs: [build.input('it', { type })], root: build.whole([plain]) })
  }

  function below(group: Dimension): readonly Measure[] {
    return group.children.flatMap((child) => (child.kind === 'measure' ? [child] : below(child)))
  }

  /** The model with one number, switch or name changed; null where that is no model any more. */
  function mutated(model: Model, at: number, by: number, part: 'anything' | 'judge'): Model | null {
    const copy: unknown = structuredClone(model)
    const places = leaves(copy, part === 'anything')
    const place = places[at % places.length]
    if (place === undefined) return null
    const { holder, key } = place
    const was = holder[key]
    holder[key] = typeof was === 'number' ? was + by : typeof was === 'boolean' ? !was : `${String(was)}x`
    if ('integer' in holder) Object.assign(holder, build.weight(Math.max(0, Number(holder['value']))))
    const read = readModel({ ...(copy as Model), hash: hashModel(copy as Model) })
    if (!('model' in read) || !isSorted(read.model)) return null
    return read.model
  }

  function leaves(part: unknown, inside: boolean): readonly { holder: Record<string, unknown>; key: string }[] {
    if (typeof part !== 'object' || part === null) return []
    return Object.entries(part).flatMap(([key, value]) => {
      if (SKIPPED.has(key)) return []
      const own = typeof value === 'number' || typeof value === 'boolean' || key === 'label'
      if (!own) return leaves(value, inside || key === 'judge' || key === 'missing')
      return inside ? [{ holder: part as Record<string, unknown>, key }] : []
    })
  }

  /** Derived from others, or what makes the model another one altogether. */
  const SKIPPED = new Set(['salus', 'hash', 'uses', 'guard', 'best', 'integer', 'rank', 'span', 'tests', 'version'])

  function isSorted(part: unknown): boolean {
    if (typeof part !== 'object' || part === null) return true
    const ats = Array.isArray(part)
      ? part.flatMap((one: { at?: unknown } | null) => (typeof one?.at === 'number' ? [one.at] : []))
      : []
    return ats.every((at, i) => i === 0 || at > ats[i - 1]!) && Object.values(part).every(isSorted)
  }
})

describe('accounts', () => {
  test('which move, from which band to which, the largest first', () => {
    const columns: Columns = {
      length: 5,
      accounts: ['a', 'b', 'c', 'd', 'e'],
      inputs: new Map([
        ['defects', { kind: 'number', values: Float64Array.of(0, 2, 4, 5, Number.NaN), unreadable: [] }],
      ]),
    }
    const before = withMeasures(defects)
    // 2 becomes healthy (5 → 10), 5 becomes concerning (0 → 5); a missing value now counts as poor.
    const after = withMeasures({
      ...chain('healthy', ['<', 3, 'concerning'], ['<', 6, 'poor']),
      missing: { kind: 'band', band: 'poor', points: null },
    })
    const impact = diffOnData({ model: before, columns }, { model: after, columns }, { asOf: null, movers: 2 })
    expect(impact.accounts).toBe(5)
    expect(impact.moved).toEqual({ score: 3, band: 3, segment: 0 })
    expect(impact.bands).toEqual(
      expect.arrayContaining([
        { from: 'healthy', to: 'healthy', count: 1 },
        { from: 'concerning', to: 'healthy', count: 1 },
        { from: 'concerning', to: 'concerning', count: 1 },
        { from: 'poor', to: 'concerning', count: 1 },
        { from: null, to: 'poor', count: 1 },
      ]),
    )
    expect(impact.movers).toMatchObject([
      { account: 'e', row: 4, score: { before: null, after: 0 }, change: null },
      { account: 'b', row: 1, score: { before: 5, after: 10 }, change: 5 },
    ])
  })
})
