import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../../src/compile/index.ts'
import { fillAcross } from '../../../src/engine/across/fill.ts'
import { scoreAccount, type AccountScore } from '../../../src/engine/account.ts'
import { evaluateExpression, type Scope } from '../../../src/engine/expression.ts'
import { isCohort } from '../../../src/model/across.ts'
import type { Value } from '../../../src/engine/value.ts'
import type { Model } from '../../../src/model/model.ts'
import type { Row } from '../../../src/model/columns.ts'
import { allInputs } from '../../../src/model/all-inputs.ts'
import { rowAt } from '../../../src/model/row-at.ts'
import { columnsOf } from '../columns.ts'

const SEED = 20261122

const source = `
model groups
inputs {
  account text key
  parent text parent
  mau count
  acv number
  industry text
}
let doubled = mau * 2
let large = if mau > 50 then "large" else "small"
let inSegment = median(doubled) within segment
let ofAll = mean(mau) within portfolio
let inIndustry = rank(mau) within industry
let upper = percentile(acv, 75) within large
let below = mean(score) of children weighted by acv where mau > 5
let worst = min(band) of children
let ofOwn = max(mau) of children including parent otherwise 3
missing skip
dimension use weight 60% {
  measure mau = doubled / inSegment  poor < 0.5 <= concerning < 1 <= healthy
  measure inIndustry  poor < 0.25 <= concerning < 0.5 <= healthy
}
dimension family weight 40% {
  measure below  poor < 4 <= concerning < 7 <= healthy
  measure worst  poor = poor, concerning = concerning, healthy = healthy  missing concerning
}
segment tiny when mau < 10 and mau < ofAll { weight use 100%, family off }
result upper = upper
result ofOwn = ofOwn
result standing = rank(score) within segment
result share = share(band = poor) of children otherwise 1
result together = sum(score of use) of children including parent
`

const { model, findings } = compile(source, 'groups.salus')
/** Inputs and `let`s alone; and with them which segment an account is in, without any score. */
const plain: Model = { ...model, segments: [] }
const bare: Model = {
  ...model,
  segments: model.segments.map((one) => ({ ...one, root: { ...one.root, children: [] } })),
}
const figures = model.inputs.filter((input) => input.figure !== null)

/** One account, with every figure it reads computed from its definition by going through the others, over and over. */
function obviously(rows: readonly Row[]): { figure: (row: number, name: string) => Value } {
  const known = new Map<string, Value>()
  const scores = new Map<string, AccountScore>()
  const lazily = (row: number): Row =>
    new Proxy(rows[row]!, {
      get: (target, name) => (isFigure(name) ? figure(row, name) : target[String(name)]),
      getOwnPropertyDescriptor: (target, name) =>
        isFigure(name)
          ? { configurable: true, enumerable: true, value: figure(row, name) }
          : Reflect.getOwnPropertyDescriptor(target, name),
    })
  const scored = (row: number, of: Model = model): AccountScore => {
    const at = `${row} ${of === bare} ${of === plain}`
    const made = scores.get(at) ?? scoreAccount(of, lazily(row), { asOf: null })
    scores.set(at, made)
    return made
  }
  const key = (row: number, name: string): string => String(rows[row]![name] ?? '').trim()
  const isFigure = (name: string | symbol): name is string => figures.some((input) => input.name === name)

  function figure(row: number, name: string): Value {
    const at = `${row} ${name}`
    if (!known.has(at)) known.set(at, compute(row, name))
    return known.get(at)!
  }

  function compute(row: number, name: string): Value {
    const { figure: one, labels, type } = figures.find((input) => input.name === name)!
    const readsScore = /score|band/.test(labels[0]!)
    const scopeOf = (other: number): Scope => scored(other, readsScore ? model : plain).scope
    const all = [...rows.keys()]
    if (one?.kind !== 'relative' && one?.kind !== 'rollup') throw new Error('no such figure here')
    if (one.kind === 'relative') {
      const { within } = one
      const group = (other: number): Value =>
        isCohort(within)
          ? evaluateExpression(within, scopeOf(other))
          : within.kind === 'portfolio'
            ? 'all'
            : (scored(other, bare).segment?.name ?? null)
      const own = group(row)
      const peers = all.filter((other) => own !== null && fold(group(other)) === fold(own))
      const values = peers.map((other) => evaluateExpression(one.of, scopeOf(other))).filter(isNumber)
      return among(one.figure, one.at, values, evaluateExpression(one.of, scopeOf(row)))
    }
    const children = all.filter((other) => key(other, 'parent') === key(row, 'account') && key(row, 'account') !== '')
    const family = children.filter((other) => key(other, 'account') !== key(row, 'account'))
    const counted = (one.includeParent ? [row, ...family] : family).flatMap((other) => {
      const scope = scopeOf(other)
      const value = evaluateExpression(one.of, scope)
      const weight = one.weightedBy === null ? 1 : evaluateExpression(one.weightedBy, scope)
      const counts = one.where === null || evaluateExpression(one.where, scope) === true
      return counts && value !== null && typeof weight === 'number' ? [{ value: Number(value), weight }] : []
    })
    const weights = counted.reduce((sum, { weight }) => sum + weight, 0)
    const sum = counted.reduce((total, { value, weight }) => total + value * weight, 0)
    const values = counted.map(({ value }) => value)
    const found = {
      min: Math.min(...values),
      max: Math.max(...values),
      sum,
      mean: sum / weights,
      share: sum / weights,
    }[one.figure]
    if (counted.length === 0 || !Number.isFinite(found))
      return one.otherwise === null ? null : evaluateExpression(one.otherwise, scopeOf(row))
    return type === 'choice' ? model.ladder[found]!.name : found
  }
  return { figure }
}

function among(figure: string, at: number | null, values: readonly number[], own: Value): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const n = sorted.length
  if (n === 0) return null
  if (figure === 'mean') return values.reduce((a, b) => a + b, 0) / n
  if (figure === 'rank') {
    if (typeof own !== 'number') return null
    return (values.filter((x) => x < own).length + values.filter((x) => x === own).length / 2) / n
  }
  const place = (n - 1) * (at ?? 0.5)
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!]
  return low + (high - low) * (place - Math.floor(place))
}

function fold(value: Value): Value {
  return typeof value === 'string' ? value.trim().toLowerCase() : value
}

function isNumber(value: Value): value is number {
  return typeof value === 'number'
}

test('the model is sound', () => expect(findings).toEqual([]))

test('every figure of every account is what its definition says, whatever stands beside it', () => {
  const number = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
  const row = fc.record({
    // Parents stand before or after their children, are missing, are strangers, or are the account itself.
    parent: fc.option(fc.integer({ min: 0, max: 9 }), { nil: null }),
    mau: number,
    acv: number,
    industry: fc.constantFrom('Retail', 'retail ', 'Software', null),
  })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (drawn) => {
      const rows = drawn.map(({ parent, ...rest }, at): Row => {
        // No circles: a parent is a later row.
        const named = parent === null ? null : parent > at || parent === 9 ? `a${parent}` : `a${at}`
        return { account: `a${at}`, parent: named, ...rest }
      })
      const table = { ...columnsOf(model.inputs, rows), accounts: rows.map((one) => String(one['account'])) }
      const inputs = new Map([...table.inputs].filter(([name]) => !figures.some((input) => input.name === name)))
      const filled = fillAcross(model, { ...table, inputs }, { asOf: null })
      const wanted = obviously(rows)
      const wrong = [...rows.keys()].flatMap((index) => {
        const found = rowAt(filled.columns, model.inputs, index)
        return figures.flatMap(({ name, labels }) => {
          const [is, should] = [found[name]!, wanted.figure(index, name)]
          const same = isNumber(is) && isNumber(should) ? Math.abs(is - should) <= 1e-9 : is === should
          return same ? [] : [{ row: index, figure: labels[0], is, should }]
        })
      })
      expect(wrong).toEqual([])
    }),
    { seed: SEED, numRuns: 40 },
  )
})

test('an imported model has its own figures, though they are called the same', () => {
  const INPUTS = 'inputs { mau count  seats count }\nmissing skip\n'
  const judged = 'measure to_peers = mau / median(mau) within segment  poor < 0.5 <= concerning < 1 <= healthy\n'
  const files: Readonly<Record<string, string>> = {
    'split.salus': `model split\n${INPUTS}${judged}segment small when seats < 10 { }\n`,
    'other.salus': `model other\n${INPUTS}${judged}`,
  }
  const load = (path: string): { text: string; file: string } | null =>
    files[path] === undefined ? null : { text: files[path], file: path }
  const one = compile(
    `import "split.salus" as split\nmodel one\n${INPUTS}${judged}result x = score of split\n`,
    'one',
    load,
  )
  expect(one.findings).toEqual([])
  const rows = [
    { mau: 10, seats: 5 },
    { mau: 100, seats: 50 },
    { mau: 300, seats: 50 },
  ]
  const { inputs } = columnsOf([model.inputs[2]!, { ...model.inputs[2]!, name: 'seats' }], rows)
  const { columns } = fillAcross(one.model, { length: 3, accounts: null, inputs }, { asOf: null })
  const scored = rows.map((_, at) => scoreAccount(one.model, rowAt(columns, allInputs(one.model), at), { asOf: null }))
  // Of all the median is 100; of the small 10, of the others 200.
  expect(scored.map(({ root }) => root?.points)).toEqual([0, 10, 10])
  expect(scored.map(({ scope }) => scope.points('', 'split'))).toEqual([10, 5, 10])

  const both = `import "split.salus" as split\nimport "other.salus" as other\nmodel both\n${INPUTS}measure mau points score of split + score of other\n`
  expect(compile(both, 'both', load).findings.map(({ slug }) => slug)).toContain('name-taken')
})
