import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { fillAcross } from '../../src/engine/across/fill.ts'
import { allInputs } from '../../src/model/all-inputs.ts'
import { isAcross } from '../../src/model/across.ts'
import { DIALECTS, queryFor, type Query } from '../../src/sql/index.ts'
import { bindCells } from '../../src/tables/bind.ts'
import type { Cell } from './cells.ts'
import { compare, nothingCompared } from './differences.ts'
import { ask, connect, fill } from './duckdb.ts'

const SEED = 20261122
const AS_OF = 20269

const INPUTS = `inputs {
  account text key
  owner text parent
  mau count
  acv number
  industry text
}
`
const MODEL = `import "usage.salus" as usage
model groups
${INPUTS}
let doubled = mau * 2
let large = if mau > 50 then "large" else "small"
let typical = median(doubled) within segment
let standing = rank(mau) within industry
let upper = percentile(acv, 90%) within large
let group_mau = sum(mau) of children including parent
let best = max(acv / mau) of children where mau > 0
missing skip
dimension use weight 60% {
  measure to_peers = doubled / typical  poor < 0.5 <= concerning < 1 <= healthy
  measure standing  poor < 0.25 <= concerning < 0.5 <= healthy
}
dimension family weight 40% {
  measure best  poor < 0.4 <= concerning < 0.7 <= healthy
  measure weighted = mean(mau) of children weighted by acv otherwise mau  poor < 20 <= concerning < 50 <= healthy
}
segment tiny when mau < 10 and mau < mean(mau) within portfolio { weight use 100%, family off }
indicator risk "A child is poor" when min(band) of children = poor
indicator opportunity "Above the upper tenth" when acv > upper
result group_mau = group_mau
result mean_of_large = mean(acv) within large
result rank_of_score = rank(score) within segment
result in_poor = share(band = poor) of children weighted by acv otherwise 1
result together = mean(score of use) of children including parent
result least = min(acv) of children including parent
result usage = score of usage
result worst = if min(band) of children = concerning then 1 else 0
`
const USAGE = `model usage
${INPUTS}
missing skip
measure standing = rank(mau) within portfolio  poor < 25% <= concerning < 50% <= healthy
`

const [duckdb] = DIALECTS

function query(source: string): { readonly model: ReturnType<typeof compile>['model']; readonly query: Query } {
  const { model, findings } = compile(source, 'groups.salus', () => ({ text: USAGE, file: 'usage.salus' }))
  expect(findings.map(({ slug }) => slug)).toEqual([])
  const said = queryFor(model, {
    dialect: duckdb!,
    table: ['accounts'],
    columnOf: (input) => (isAcross(input) ? null : input.name),
    account: 'account',
    asOf: AS_OF,
  })
  return { model, query: said }
}

test('figures across accounts are in DuckDB what they are in the evaluator', { timeout: 60_000 }, async () => {
  const { model, query: said } = query(MODEL)
  expect(said.findings).toEqual([])
  const inputs = allInputs(model).filter((input) => !isAcross(input))
  const number = fc.option(fc.integer({ min: 0, max: 100 }), { nil: null })
  const drawn = fc.sample(
    fc.tuple(
      fc.option(fc.integer({ min: 0, max: 260 }), { nil: null }),
      number,
      number,
      fc.constantFrom('Retail', 'retail ', 'Software', null),
    ),
    { seed: SEED, numRuns: 250 },
  )
  // Some parents are strangers, some the account itself; none comes before its child.
  const rows = drawn.map(([parent, mau, acv, industry], at): readonly Cell[] => {
    const owner = parent === null ? null : `a${Math.max(parent, at)}`
    return [`a${at}`, owner, mau, acv, industry]
  })
  const connection = await connect()
  await fill(connection, 'accounts', inputs, rows)
  const found = await ask(connection, `${said.text!.trimEnd()} order by cast(substr(account, 2) as integer)`)
  const bound = bindCells([inputs.map((input) => input.name), ...rows], inputs)
  const { columns } = fillAcross(model, bound.columns, { asOf: AS_OF })
  const compared = nothingCompared()
  compare(model, columns, { asOf: AS_OF }, found, compared)
  expect(compared.rows).toBe(rows.length)
  expect(compared.differences.slice(0, 5)).toEqual([])
})

test('a score made of the scores of children is refused: a query has no such order', () => {
  const { query: said } = query(MODEL.replace('measure best  ', 'measure best = mean(score) of children  '))
  expect(said.findings.map(({ slug, parameters }) => ({ slug, parameters }))).toEqual([
    {
      slug: 'sql-unsaid',
      parameters: { dialect: 'DuckDB', where: 'groups', what: "a score made of children's scores" },
    },
  ])
})
