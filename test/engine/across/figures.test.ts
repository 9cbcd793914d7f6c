import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { among } from '../../../src/engine/across/among.ts'
import { exactSum } from '../../../src/engine/across/exact-sum.ts'
import { familiesOf } from '../../../src/engine/across/families.ts'
import { overRows } from '../../../src/engine/across/over-children.ts'

const SEED = 20261122

function total(numbers: readonly number[]): number {
  const sum = exactSum()
  numbers.forEach(sum.add)
  return sum.total()
}

/** The exact sum as a fraction of whole numbers, rounded by the engine's own reading of decimals. */
function exactly(numbers: readonly number[]): number {
  const scale = 1074n
  const scaled = (x: number): bigint => {
    const bits = new DataView(new ArrayBuffer(8))
    bits.setFloat64(0, x)
    const whole = bits.getBigUint64(0)
    const exponent = (whole >> 52n) & 0x7ffn
    const fraction = whole & 0xfffffffffffffn
    const size = exponent === 0n ? fraction : (fraction | 0x10000000000000n) << (exponent - 1n)
    return whole >> 63n === 1n ? -size : size
  }
  const sum = numbers.map(scaled).reduce((a, b) => a + b, 0n)
  // 2^-1074 = 5^1074 / 10^1074, so every such sum is a decimal that can be written out whole.
  return Number(`${sum * 5n ** scale}e-${scale}`)
}

describe('a sum', () => {
  test.for<[string, readonly number[], number]>([
    ['of nothing', [], 0],
    ['of tenths', Array<number>(10).fill(0.1), 1],
    ['in which all but a little cancels', [1e100, 1, -1e100], 1],
    ['half way between two doubles, tipped by what lies below', [1, 2 ** -53, 2 ** -105], 1 + 2 ** -52],
  ])('%s', ([, numbers, wanted]) => expect(total(numbers)).toBe(wanted))

  test('is the double nearest the exact one, in whatever order', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })
    fc.assert(
      fc.property(fc.array(number, { maxLength: 12 }), (numbers) => {
        expect(total(numbers) + 0).toBe(exactly(numbers) + 0)
        expect(total(numbers.toReversed()) + 0).toBe(exactly(numbers) + 0)
      }),
      { seed: SEED, numRuns: 300 },
    )
  })
})

const values = fc.array(fc.constantFrom(NaN, -0, 0, 1, 1, 2, 2.5, 7, -3, 1e6), { minLength: 1, maxLength: 30 })

/** Straight from the definitions, an account at a time. */
function amongObviously(figure: string, at: number | null, all: readonly number[], of: readonly number[], row: number) {
  const peers = all.filter((value, one) => of[one] === of[row] && !Number.isNaN(value)).toSorted((a, b) => a - b)
  const n = peers.length
  if (of[row] === -1 || n === 0) return NaN
  const own = all[row]!
  switch (figure) {
    case 'mean':
      return exactly(peers) / n
    case 'rank': {
      const below = peers.filter((value) => value < own).length
      const same = peers.filter((value) => value === own).length
      return same === 0 ? NaN : (below + same / 2) / n
    }
    default: {
      const place = (n - 1) * (figure === 'median' ? 0.5 : at!)
      const [low, high] = [peers[Math.floor(place)]!, peers[Math.ceil(place)]!]
      return low + (high - low) * (place - Math.floor(place))
    }
  }
}

describe('among others', () => {
  test('every account has what the definition says', () => {
    const figure = fc.constantFrom<'median' | 'mean' | 'percentile' | 'rank'>('median', 'mean', 'percentile', 'rank')
    const at = fc.constantFrom(0, 0.1, 0.25, 0.75, 0.9, 1)
    fc.assert(
      fc.property(
        figure,
        at,
        values,
        fc.infiniteStream(fc.integer({ min: -1, max: 2 })),
        (kind, share, all, stream) => {
          const of = all.map(() => stream.next().value as number)
          const found = among({ figure: kind, at: share }, Float64Array.from(all), {
            of: Int32Array.from(of),
            count: 3,
          })
          for (const row of all.keys()) expect(found[row]! + 0).toBe(amongObviously(kind, share, all, of, row) + 0)
        },
      ),
      { seed: SEED, numRuns: 300 },
    )
  })

  test('the published example of a percentile by interpolation', () => {
    // Hyndman and Fan's type 7, as R's default, Excel's PERCENTILE.INC and SQL's percentile_cont have it.
    const found = among({ figure: 'percentile', at: 0.4 }, Float64Array.of(15, 20, 35, 40, 50), {
      of: new Int32Array(5),
      count: 1,
    })
    expect(found[0]).toBe(29)
  })
})

describe('families', () => {
  test('children come before their parents, whatever blanks stand around keys', () => {
    const found = familiesOf(['top', 'Mid ', 'leaf', 'alone'], [null, ' top', 'Mid', ''])
    expect([...found.children]).toEqual([
      [0, [1]],
      [1, [2]],
    ])
    expect(found.levels.map((level) => [...level])).toEqual([[2, 3], [1], [0]])
    expect(found.circles).toEqual([])
  })

  test('an account that names itself has no parent', () => {
    const found = familiesOf(['a', 'b'], ['a ', 'a'])
    expect([...found.children]).toEqual([[0, [1]]])
    expect(found.circles).toEqual([])
  })

  test('circles and strangers are named once', () => {
    const found = familiesOf(['a', 'b', 'c', 'd', 'e'], ['b', 'a', 'a', 'Gone', 'Gone '])
    expect(found.circles).toEqual([['a', 'b', 'a']])
    expect([...found.endless].toSorted()).toEqual([0, 1])
    expect(found.strangers).toEqual(['Gone'])
    expect(found.levels.map((level) => [...level])).toEqual([[2, 3, 4]])
  })

  test('every row is on one level, above all its children', () => {
    const parents = fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }), { minLength: 1, maxLength: 14 })
    fc.assert(
      fc.property(parents, (of) => {
        const accounts = of.map((_, row) => `a${row}`)
        const { levels, children, endless } = familiesOf(
          accounts,
          of.map((parent) => (parent === null ? null : ` a${parent}`)),
        )
        const height = new Map(levels.flatMap((level, at) => [...level].map((row) => [row, at] as const)))
        expect(height.size + endless.size).toBe(of.length)
        const upsideDown = [...children].filter(
          ([parent, rows]) => height.has(parent) && rows.some((row) => height.get(row)! >= height.get(parent)!),
        )
        expect(upsideDown).toEqual([])
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})

describe('over children', () => {
  const given = {
    of: Float64Array.of(8, 2, NaN, 5),
    weight: Float64Array.of(3, 1, 9, NaN),
    where: null,
  }
  test.for<['mean' | 'sum' | 'min' | 'max' | 'share', number]>([
    ['mean', 26 / 4],
    ['sum', 26],
    ['min', 2],
    ['max', 8],
  ])('a weighted %s passes over what has no value or no weight', ([figure, wanted]) =>
    expect(overRows(figure, [0, 1, 2, 3], given)).toBe(wanted),
  )

  test('a share is that of the weight for which the condition holds', () => {
    const holds = { of: Float64Array.of(1, 0, NaN), weight: Float64Array.of(3, 1, 5), where: null }
    expect(overRows('share', [0, 1, 2], holds)).toBe(0.75)
  })

  test('only those for which `where` holds, and of nobody nothing', () => {
    const where = Float64Array.of(0, 1, 1, NaN)
    expect(overRows('mean', [0, 1, 2, 3], { ...given, weight: null, where })).toBe(2)
    expect(overRows('sum', [0, 3], { ...given, weight: null, where })).toBeNaN()
    expect(overRows('mean', [], given)).toBeNaN()
  })

  test('weights that cancel leave no mean', () => {
    const cancelling = { of: Float64Array.of(1, 3), weight: Float64Array.of(1, -1), where: null }
    expect(overRows('mean', [0, 1], cancelling)).toBeNaN()
  })
})
