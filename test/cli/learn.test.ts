import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { folder, salus } from './run.ts'

const quick = ['--folds', '3', '--repeats', '1', '--resamples', '0']
const ledger = ['--data', 'samples/snapshots.csv', '--date', 'snapshot_date', '--ledger', 'samples/ledger.csv'].concat([
  '--as-of',
  '2025-06-30',
])

// Thirty accounts of each kind: those that log in seldom churn.
const rows = Array.from({ length: 240 }, (_, at) => {
  const logins = at % 12
  return `A${at},${logins},${at % 7},${(at * 7) % 10 < (logins < 4 ? 7 : logins < 8 ? 3 : 1) ? 'yes' : 'no'}`
})
const table = ['Account,Logins,Noise,Left', ...rows].join('\n')
const files = folder({
  'accounts.csv': table,
  'words.csv': table.replaceAll(',yes', ',Lost').replaceAll(',no', ',Kept'),
})
const out = (name: string): string => join(files.dir, name)

describe('from the sample’s snapshots and ledger', () => {
  test('every renewal with a snapshot three months before teaches, and the model in use is compared', async () => {
    const run = await salus(['learn', ...ledger, ...quick, '--model', 'models/sourcegraph.salus', '--json'])
    const found = JSON.parse(run.out)
    // As counted for the sample's reference figures.
    expect(found).toMatchObject({ rows: 980, events: 129, result: 'learned', from: '2022-04-01', to: '2025-06-30' })
    expect(found.auc.mean).toBeGreaterThan(0.75)
    expect(found.current).toMatchObject({ rows: 980 })
    expect(compile(found.source, 'learned.salus').findings.filter(({ level }) => level === 'error')).toEqual([])
    expect(run.code).toBe(0)
  })
})

describe('from one table', () => {
  const call = ['learn', '--data', files['accounts.csv'], '--outcome', 'Left', ...quick]

  test('a model comes out, and what was learned is said', async () => {
    const run = await salus(call)
    expect(run.out).toContain('measure logins')
    expect(run.out).not.toContain('measure noise')
    expect(run.err).toContain('240 outcomes of 240 accounts')
    expect(compile(run.out, 'learned.salus').findings).toEqual([])
  })

  test('other words for churn are said once, and asked for', async () => {
    const asked = await salus(['learn', '--data', files['words.csv'], '--outcome', 'Left', ...quick])
    expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('--outcome "Left=')])
    const said = await salus(['learn', '--data', files['words.csv'], '--outcome', 'Left=lost', ...quick])
    expect(said.out.replace(/\/\/ Data .*/, '')).toBe((await salus(call)).out.replace(/\/\/ Data .*/, ''))
  })

  test('a proposal replaces no file unless asked', async () => {
    const path = out('proposal.salus')
    expect((await salus([...call, '--out', path])).code).toBe(0)
    const before = readFileSync(path, 'utf8')
    const again = await salus([...call, '--out', path, '--seed', '2'])
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('--overwrite')])
    expect(readFileSync(path, 'utf8')).toBe(before)
    expect((await salus([...call, '--out', path, '--seed', '2', '--overwrite'])).code).toBe(0)
    expect(readFileSync(path, 'utf8')).not.toBe(before)
  })

  test('what is forbidden is not used, and then nothing is left to learn', async () => {
    const run = await salus([...call, '--constrain', 'forbid logins'])
    expect([run.code, run.out]).toEqual([1, ''])
    expect(run.err).toContain('nothing to learn')
  })

  test('limits that leave less than 100% are told', async () => {
    const run = await salus([...call, '--constrain', 'logins weight at most 60%'])
    expect([run.code, run.out]).toEqual([1, ''])
    expect(run.err).toContain('may weigh 60% at most')
  })

  test('a least weight of what tells nothing is told', async () => {
    const run = await salus([...call, '--constrain', 'noise weight at least 10%'])
    expect(run.code).toBe(0)
    expect(run.err).toContain('`noise` tells nothing')
  })

  test.each([
    [['--lead', 'soon', '--date', 'Noise', '--outcomes', files['accounts.csv']], '--lead'],
    [['--outcome', 'Gone'], 'no column `Gone`'],
    [['--outcome', 'Left', '--constrain', 'logins is nice'], 'is no constraint'],
    [['--outcome', 'Left', '--constrain', 'forbid login'], 'there are logins, noise'],
    [['--outcome', 'Left', '--capacity', '15'], '--capacity'],
    [['--outcome', 'Left', '--seed', '-1'], '--seed'],
    [['--outcome', 'Left', '--by', 'logins'], '--by takes a choice'],
    [[], '--ledger'],
  ])('%j is wrong use', async (options, said) => {
    const run = await salus(['learn', '--data', files['accounts.csv'], ...options])
    expect([run.code, run.out]).toEqual([2, ''])
    expect(run.err).toContain(said)
  })
})
