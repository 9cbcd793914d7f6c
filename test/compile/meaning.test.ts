import { describe, expect, test } from 'vitest'
import type { Modifier } from '../../src/model/group.ts'
import type { Expression } from '../../src/model/expression.ts'
import { findingsIn, measureAt, memberAt, read, rootOf } from './read.ts'

/** What small models compile to, derived by hand from docs/numbers.md. */

const sound = (text: string, files = {}) => {
  expect(findingsIn(text, files)).toEqual([])
  return read(text, files).model
}
const one = 'model m\ninputs { n count }\nmeasure n  poor < 1 <= concerning < 3 <= healthy\n'

describe('ladders and scales', () => {
  test('rungs without points are spread evenly over the scale', () => {
    const model = sound('model m\nscale 0 to 1000\nladder f, d, c, b, a\ninputs { n count in 0 to 9 }\nmeasure n even')
    expect(model.ladder.map(({ name, points }) => [name, points])).toEqual([
      ['f', 0],
      ['d', 250],
      ['c', 500],
      ['b', 750],
      ['a', 1000],
    ])
  })
  test('where higher is worse the worst rung has the high points and the high scores', () => {
    const model = sound(`${one}scale 0 to 9\nhigher is worse\nbands even`)
    const { bands, banding } = rootOf(model)
    expect(model.ladder.map(({ points }) => points)).toEqual([9, 4.5, 0])
    expect(bands.map(({ name }) => name)).toEqual(['poor', 'concerning', 'healthy'])
    expect(banding.outcomes.map((outcome) => outcome?.band)).toEqual(['healthy', 'concerning', 'poor'])
    // An edge belongs to the better band: here the one below it.
    expect(banding.cuts.map(({ at, owner }) => [at, owner])).toEqual([
      [3, 'below'],
      [6, 'below'],
    ])
  })
  test('a falling `even` gives the worst rung the high end, and edges to the better one', () => {
    const { judge } = measureAt(sound('model m\ninputs { n count in 0 to 9 }\nmeasure n even 9 to 0'), 'n')
    expect(judge.kind === 'ranges' && judge.banding.outcomes.map((outcome) => outcome?.band)).toEqual([
      'healthy',
      'concerning',
      'poor',
    ])
    expect(judge.kind === 'ranges' && judge.banding.cuts.map(({ at, owner }) => [at, owner])).toEqual([
      [3, 'below'],
      [6, 'below'],
    ])
  })
  test('bands of a score may have names of their own, written rising or falling', () => {
    const rising = rootOf(sound(`${one}bands red < 3 <= amber < 7 <= green`))
    const falling = rootOf(sound(`${one}bands green >= 7 > amber >= 3 > red`))
    expect(rising.bands.map(({ name }) => name)).toEqual(['red', 'amber', 'green'])
    expect(falling.bands).toEqual(rising.bands)
    expect(falling.banding.cuts).toEqual(rising.banding.cuts)
  })
  test.each([
    ['0 to 1', 2],
    ['0 to 10', 1],
    ['0 to 100', 0],
    ['0 to 1000', 0],
  ])('a scale %s shows %i decimals', (scale, decimals) => {
    expect(rootOf(sound(`${one}scale ${scale}`)).scale.decimals).toBe(decimals)
  })
})

describe('limits at a band', () => {
  const limit = (text: string): number | null => {
    const modifier = rootOf(sound(`${one}score { ${text} }`)).modifiers[0] as Modifier
    const { expression } = modifier.amount ?? { expression: { kind: 'missing' } as Expression }
    return expression.kind === 'number' ? expression.value : null
  }
  // Thirds of 0..10 at one decimal: poor shows up to 3.3, concerning from 3.4 to 6.6, healthy from 6.7.
  test.each([
    ['cap at poor', 3.3],
    ['cap at concerning', 6.6],
    ['cap at healthy', 10],
    ['floor at poor', 0],
    ['floor at concerning', 3.4],
    ['floor at healthy', 6.7],
    // Edges on a shown number: 5.0 belongs to the band above it, or below it.
    ['bands poor < 5 <= concerning < 8 <= healthy\ncap at poor', 4.9],
    ['bands poor < 5 <= concerning < 8 <= healthy\nfloor at concerning', 5],
    ['bands poor <= 5 < concerning < 8 <= healthy\ncap at poor', 5],
    ['bands poor <= 5 < concerning < 8 <= healthy\nfloor at concerning', 5.1],
  ])('%s holds to %d', (text, expected) => {
    expect(limit(text)).toBeCloseTo(expected, 12)
  })
  test('where higher is worse a cap at a band is still its highest number', () => {
    expect(limit('higher is worse\ncap at concerning')).toBeCloseTo(6.6, 12)
    expect(limit('higher is worse\nfloor at concerning')).toBeCloseTo(3.4, 12)
  })
})

describe('weights', () => {
  const integers = (...weights: string[]): number[] => {
    const inputs = weights.map((_, at) => `n${at} count`).join(' ')
    const measures = weights.map((weight, at) => `measure n${at}  poor < 1 <= healthy  ${weight && `weight ${weight}`}`)
    return rootOf(read(`model m\ninputs { ${inputs} }\n${measures.join('\n')}`).model).children.map(
      ({ weight }) => weight.integer,
    )
  }
  test.each([
    [
      ['30%', '15%', '55%'],
      [30, 15, 55],
    ],
    [
      ['12.5%', '87.5%'],
      [125, 875],
    ],
    [
      ['0.3', '70%'],
      [30, 70],
    ],
    [
      ['1', '2.25'],
      [100, 225],
    ],
    [
      ['', ''],
      [1, 1],
    ],
    [
      ['1e3', '5'],
      [1000, 5],
    ],
  ])('%j are scaled by one power of ten to %j', (weights, expected) => {
    expect(integers(...weights)).toEqual(expected)
  })
  test('more digits than a double holds keep their proportion and stay whole', () => {
    const third = '33.333333333333333333333333333333333%'
    const [a = 0, b = 0] = integers(third, '66.666666666666666666666666666666667%')
    expect(Number.isSafeInteger(a) && Number.isSafeInteger(b)).toBe(true)
    expect(b / a).toBeCloseTo(2, 12)
  })
})

describe('the best points a measure can reach', () => {
  const best = (inputs: string, judge: string, lines = ''): number =>
    measureAt(sound(`model m\ninputs { ${inputs} }\n${lines}\nmeasure x = ${judge}`), 'x').best
  test.each([
    ['n count in 0 to 50', 'n line 0 = 0, 100 = 10', 5],
    ['n number in 5 to 6', 'n poor < 7 <= healthy', 0],
    ['n count', 'n healthy < 2 <= concerning < 5 <= poor', 10],
    ['n count', 'n poor >= 0 > healthy', 0],
    ['n number', 'n line 0 = 10, 100 = 0 above extend', 10],
    ['n number', 'n line 0 = 0, 100 = 8 above extend', 10],
    ['c one of A, B', 'c poor = A, concerning = B, otherwise healthy', 5],
    ['c one of A, B, C', 'c poor = A, concerning = B, otherwise healthy', 10],
  ])('%s: %s reaches %d', (inputs, judge, expected) => {
    expect(best(inputs, judge)).toBe(expected)
  })
  test('a formula of points is bounded by what its inputs can be', () => {
    const model = sound(`model m
      inputs { r ratio in 0 to 1  u number }
      let v = min(u / 3, 4)
      measure a points r * 8
      measure b points min(v, 9)
      measure c points u
      measure d all from 1 { when r > 0.1 then 2  when r > 0.2 then r * 3  when r > 0.3 then -4  otherwise 7 }`)
    // d: 1 + 2 + 3 beside 1 + 7 where none holds.
    expect(['a', 'b', 'c', 'd'].map((path) => measureAt(model, path).best)).toEqual([8, 4, 10, 8])
  })
})

describe('segments and files that amend', () => {
  const base = `model base
    inputs { n count  k count  s text }
    let twice = n * 2
    dimension a weight 60% { measure n  poor < 1 <= healthy  measure twice  poor < 2 <= healthy }
    dimension b weight 40% { measure k  poor < 1 <= healthy }
  `
  test('a segment that repeats the default has an equal tree', () => {
    const model = sound(`${base}segment s when s = "s" { dimension b weight 40% { measure k  poor < 1 <= healthy } }`)
    const bare = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'span' ? undefined : part)))
    expect(bare(rootOf(model, 's'))).toEqual(bare(rootOf(model)))
  })
  test('off, on and weights are changes of that segment alone', () => {
    const model = sound(`${base}
      segment early when s = "1" { a off, weight b 100% }
      segment late when s = "2" amends early { a.n off, a on, weight a 0% }`)
    const shown = (segment?: string): unknown[] => {
      const names = ['a', 'a.n', 'a.twice', 'b']
      return names.map((path) => [memberAt(model, path, segment).off, memberAt(model, path, segment).weight.value])
    }
    expect(shown()).toEqual([
      [false, 0.6],
      [false, 1],
      [false, 1],
      [false, 0.4],
    ])
    expect(shown('early')).toEqual([
      [true, 0.6],
      [false, 1],
      [false, 1],
      [false, 1],
    ])
    expect(shown('late')).toEqual([
      [false, 0],
      [true, 1],
      [false, 1],
      [false, 1],
    ])
  })
  test('a measure is amended where it stands, and is new where there is none', () => {
    const model = sound(`${base}segment s when s = "s" {
      measure k  poor < 9 <= healthy
      dimension b { measure n  poor < 5 <= healthy }
    }`)
    const edge = (path: string, segment?: string): number | undefined => {
      const { judge } = measureAt(model, path, segment)
      return judge.kind === 'ranges' ? judge.banding.cuts[0]?.at : undefined
    }
    expect([edge('b.k'), edge('b.k', 's'), edge('b.n', 's'), edge('a.n', 's')]).toEqual([1, 9, 5, 1])
    expect(() => measureAt(model, 'b.n')).toThrow('nothing at b.n')
  })
  test('a file that amends and writes nothing means the same', () => {
    const amended = sound('import "base"\nmodel base amends base', { base })
    expect(amended.hash).toBe(sound(base).hash)
  })
  test('a file that amends gives weights by path, as a segment does', () => {
    const two = `inputs { n count  k count }\ndimension a weight 30% { measure n  poor < 1 <= healthy }\ndimension b weight 70% { measure k  poor < 1 <= healthy }\n`
    const model = sound('import "base"\nmodel x amends base\nweight a 45%, b 55%', { base: `model base\n${two}` })
    expect(['a', 'b'].map((path) => memberAt(model, path).weight.value)).toEqual([0.45, 0.55])
  })
  test('the default can be given a name for people, and nothing else', () => {
    const labelled = `${base}segment s when s = "s" { a off }\nsegment default "Everyone else" { }`
    expect(sound(labelled).segments.map(({ name, label }) => `${name}: ${label}`)).toEqual([
      's: S',
      'default: Everyone else',
    ])
    const { findings } = read(`${base}segment default "Everyone else" when s = "t" { }`)
    expect(findings.map(({ slug }) => slug)).toEqual(['name-reserved'])
  })
  test('what an amending file replaces reaches everything that reads it', () => {
    const { model } = read('import "base"\nmodel x amends base\ninputs { n percent }\nlet twice = n * 3', { base })
    const twice = model.lets.find(({ name }) => name === 'twice')
    expect(twice?.formula.text).toBe('n * 3')
    expect(model.inputs.find(({ name }) => name === 'n')?.type).toBe('percent')
    expect(model.inputs.map(({ name }) => name)).toEqual(['n', 'k', 's'])
    expect(measureAt(model, 'a.n').value?.unit).toBe('percent')
  })
  test('a measure written twice in a file is two measures, wherever the first stands', () => {
    const model = sound(`${base}measure n  poor < 7 <= healthy weight 0%`)
    expect(memberAt(model, 'n').kind).toBe('measure')
    expect(memberAt(model, 'a.n').weight.value).toBe(1)
  })
})

describe('imports', () => {
  const base = 'model base\ninputs { n count }\ndimension d { measure n  poor < 1 <= healthy }\n'
  test('a score, a dimension and a measure of an imported model, also by its last name', () => {
    const model = sound(
      `import "base" as other\nmodel m
       measure a points score of other
       measure b points score of other.d
       measure c points points of other.n`,
      { base },
    )
    const paths = ['a', 'b', 'c'].map((path) => {
      const { judge } = measureAt(model, path)
      const expression = judge.kind === 'points' ? judge.formula.expression : null
      return expression !== null && 'path' in expression ? `${expression.model}: ${expression.path}` : null
    })
    expect(paths).toEqual(['other: ', 'other: d', 'other: d.n'])
  })
  test('what an amended file imports is there too', () => {
    const middle = 'import "base"\nmodel middle\nmeasure q points score of base\n'
    const model = sound('import "middle"\nmodel m amends middle\nmeasure r points score of base.d', { base, middle })
    expect(model.uses.map(({ name }) => name)).toEqual(['base'])
  })
  test.each([
    ['import "self"\nmodel m', { self: 'import "self"\nmodel s' }, 'import-cycle "self"'],
    ['import "a"\nmodel m', { a: 'import "b"\nmodel a', b: 'import "a"\nmodel b' }, 'import-cycle "a"'],
    ['import "gone"\nmodel m', {}, 'import-unknown "gone"'],
    ['model m amends gone', {}, 'import-unknown gone'],
    ['import "base"\nimport "base"\nmodel m', { base }, 'name-taken "base"'],
    ['import "base"\nmodel m\nmeasure q points score of base.dd', { base }, 'path-unknown base.dd'],
    ['import "base"\nmodel m\nmeasure q points points of base.d', { base }, 'type-mismatch base.d'],
  ] as const)('%j reports what is wrong with it', (text, files, expected) => {
    expect(findingsIn(text, files)).toEqual([expected])
  })
})
