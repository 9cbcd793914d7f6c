import { describe, expect, test } from 'vitest'
import { check } from '../../src/checks/index.ts'
import { modelSchema } from '../../src/model/schema.ts'
import { findingsIn, read } from './read.ts'

const head = 'model m\ninputs { n count }\nmissing skip\nmeasure n  poor < 1 <= healthy\n'

function lines(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('\n')
}

describe('models of any length are read without running out of anything', () => {
  test('ten thousand lets, each over the one before, in either order of writing', () => {
    const chain = (at: number): string => `let l${at + 1} = l${at} + 1`
    const forwards = `${head}let l0 = n\n${lines(10_000, chain)}\nmeasure z = l10000  poor < 20_000 <= healthy`
    const backwards = `${head}${lines(10_000, (at) => chain(9_999 - at))}\nlet l0 = n\nmeasure z = l10000  poor < 20_000 <= healthy`
    const { model, findings } = read(forwards)
    // Computed one inside the other they would exhaust a stack: towers are refused, and everything else still compiles.
    expect([...new Set(findings.map(({ slug }) => slug))]).toEqual(['let-tower'])
    expect(read(backwards).model.lets.map(({ name }) => name)).toEqual(model.lets.map(({ name }) => name))
    expect(() => check(model)).not.toThrow()
  })
  test('ten thousand lets side by side', () => {
    const { model, findings } = read(`${head}${lines(10_000, (at) => `let l${at} = n + ${at}`)}`)
    expect(findings).toEqual([])
    expect(model.lets).toHaveLength(10_000)
  })
  test('ten thousand lets in one circle are one finding', () => {
    const text = `${head}${lines(10_000, (at) => `let l${at} = l${(at + 1) % 10_000}`)}`
    expect(findingsIn(text)).toEqual(['reference-cycle l0'])
  })
  test('a measure over a measure over a measure, three thousand times', () => {
    expect(
      findingsIn(`${head}${lines(3_000, (at) => `measure m${at} points points of ${at ? `m${at - 1}` : 'n'}`)}`),
    ).toEqual([])
  })
  test('thousands of measures, amended one by one', () => {
    const measures = lines(5_000, (at) => `measure m${at} = n  poor < 1 <= healthy`)
    const amendments = lines(5_000, (at) => `m${at} off`)
    const { model, findings } = read(`${head}${measures}\nsegment s when n > 3 {\n${amendments}\n}`)
    expect(findings).toEqual([])
    expect(model.segments[0]?.root.children.filter(({ off }) => off)).toHaveLength(5_000)
  })
  test('a sum of thousands of terms is a finding, not a crash', () => {
    const sum = `n${' + n'.repeat(20_000)}`
    expect(findingsIn(`${head}let total = ${sum}`)).toEqual(['formula-deep +'])
  })
  test('weights of any length and size give a model that is whole', () => {
    const weights = ['1e300', '1e-300', '0.' + '3'.repeat(500), '1'.repeat(300), '1e-5', '0']
    const measures = weights.map((weight, at) => `measure m${at} = n  poor < 1 <= healthy  weight ${weight}`)
    const { model } = read(`model m\ninputs { n count }\n${measures.join('\n')}`)
    expect(modelSchema.safeParse(model).error).toBeUndefined()
  })
})
