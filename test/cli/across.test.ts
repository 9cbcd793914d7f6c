import { describe, expect, test } from 'vitest'
import { call } from './call.ts'
import { folder } from './run.ts'

const MODEL = `import "usage.salus" as usage
model groups
inputs {
  account text "Account" key
  owner   text "Parent" parent
  mau     count "MAU"
  acv     money in EUR "ACV"
  region  text "Region"
}
let typical = median(mau) within region
let children = mean(score) of children weighted by acv where mau > 0 otherwise missing
let worst_child = min(band) of children
missing skip

dimension use weight 50% {
  measure mau_to_peers = mau / typical as percent  poor < 50% <= concerning < 100% <= healthy
}
dimension family weight 50% { measure children  poor < 4 <= concerning < 7 <= healthy }

indicator risk "The worst child is poor" when worst_child = poor
result standing = rank(score) within portfolio
result usage = score of usage
portfolio in_poor "Share of ACV in poor" = share of acv in poor

test "MAU above the median of its region" { given mau 60, typical 50  expect use.mau_to_peers healthy }
test "the worst child of a parent" { given worst_child poor, children 2  expect indicator "The worst child is poor", family.children poor }
`
const USAGE = `model usage
inputs { mau count "MAU" }
missing skip
measure standing = rank(mau) within portfolio  poor < 25% <= concerning < 50% <= healthy
`
// Medians: north 40 (of 20, 40, 60), south 10. Leaves: 20 / 40 is 50%, concerning; 60 / 40 healthy; Lone 10 / 10 healthy.
// Acme: 40 / 40 healthy; its children (100 × 5 + 300 × 10) / 400 = 8.75, healthy.
const DATA = `Account,Parent,MAU,ACV,Region
Acme,,40,900,North
Bits,Acme,20,100,north
Cogs,Acme,60,300, North
Lone,Gone,10,50,South
`

describe('figures across accounts on the command line', () => {
  const paths = folder({ 'groups.salus': MODEL, 'usage.salus': USAGE, 'accounts.csv': DATA })
  const given = ['--model', paths['groups.salus'], '--data', paths['accounts.csv']]

  test('score computes them over the table, and names parents that are not in it', async () => {
    const { code, out, err } = await call(['score', ...given, '--json'])
    expect(code).toBe(0)
    const scored = (JSON.parse(out) as { account: string; score: number; results: object }[]).map((one) => ({
      account: one.account,
      score: one.score,
      ...one.results,
    }))
    // Ranks: two accounts of 10 above one of 5; Acme is (10 + 10) / 2 too, so that three are level.
    expect(scored).toEqual([
      { account: 'Acme', score: 10, standing: 0.625, usage: 10 },
      { account: 'Bits', score: 5, standing: 0.125, usage: 5 },
      { account: 'Cogs', score: 10, standing: 0.625, usage: 10 },
      { account: 'Lone', score: 10, standing: 0.625, usage: 0 },
    ])
    expect(err).toContain('the parent `Gone` is no account of the data')
  })

  test('explain shows one account with the figures of all', async () => {
    const { out } = await call(['explain', ...given, '--account', 'Acme', '--json'])
    expect(JSON.parse(out)).toMatchObject({
      score: 10,
      dimensions: [{ measures: [{ value: 1 }] }, { measures: [{ value: 8.75, band: 'healthy' }] }],
    })
  })

  test('the models test, with the figures given like any input', async () => {
    const { code, out } = await call(['test', paths['groups.salus']])
    expect(out).toContain('2 tests pass')
    expect(code).toBe(0)
  })

  test('check and portfolio read the same table', async () => {
    expect((await call(['check', paths['groups.salus'], '--data', paths['accounts.csv']])).code).toBe(0)
    const { out } = await call(['portfolio', ...given, '--json'])
    expect(JSON.parse(out)).toMatchObject({
      bands: { healthy: 3, concerning: 1 },
      figures: [{ name: 'in_poor', value: 0, denominator: 1350 }],
    })
  })

  test('the engine that scores inside DuckDB leaves them to the other, and says so', async () => {
    const { 'scores.csv': out } = folder({ 'scores.csv': '' })
    const { code, err } = await call(['score', ...given, '--engine', 'duckdb', '--out', out])
    expect(code).toBe(2)
    expect(err).toContain('groups compares accounts, which DuckDB does not; --engine kernels does')
  })

  test('people who override a child are heard by its parent', async () => {
    const { 'overrides.csv': overrides } = folder({
      'overrides.csv': 'account,score,reason,author,date\nCogs,0,Sponsor left,Ann,2025-01-01\n',
    })
    const { out } = await call(['score', ...given, '--json', '--overrides', overrides, '--as-of', '2025-02-01'])
    // (100 × 5 + 300 × 0) / 400 = 1.25, poor: Acme is (10 + 0) / 2.
    expect((JSON.parse(out) as { score: number }[]).map(({ score }) => score)).toEqual([5, 5, 0, 10])
  })

  test("accounts that are each other's parents are named, and have no figures of children", async () => {
    const { 'circle.csv': data } = folder({ 'circle.csv': DATA.replace('Acme,,', 'Acme,Bits,') })
    const { code, out, err } = await call(['score', '--model', paths['groups.salus'], '--data', data, '--json'])
    expect(code).toBe(0)
    expect(err).toContain("these are each other's parents: `Acme` → `Bits` → `Acme`")
    expect((JSON.parse(out) as { score: number }[]).map(({ score }) => score)).toEqual([10, 5, 10, 10])
  })
})
