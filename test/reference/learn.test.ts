import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compile/index.ts'
import { salus } from '../cli/run.ts'
import { dataFile } from './data.ts'

const root = join(import.meta.dirname, '../..')

/** Cross-validated AUC of what is learned: 5 parts, 3 times over, everything learned anew each time. */
async function learned(args: readonly string[]) {
  const run = await salus(['learn', ...args, '--resamples', '0', '--json'])
  const found = JSON.parse(run.out)
  const { model, findings } = compile(found.source, 'learned.salus')
  expect(findings.filter(({ level }) => level === 'error')).toEqual([])
  return { ...found, model }
}

describe('the emitted model: three bands, weights of 5%, missing measures skipped', () => {
  test('telco-ibm: at least 0.83', async () => {
    const found = await learned(['--data', dataFile('telco-ibm/telco_customer_churn.csv'), '--outcome', 'Churn'])
    expect([found.rows, found.events]).toEqual([7043, 1869])
    expect(found.auc.mean).toBeGreaterThanOrEqual(0.83)
  })

  test.each([1, 2, 3, 4, 5])('the sample, seed %i: at least 0.77', async (seed) => {
    const found = await learned([
      '--data',
      join(root, 'samples/snapshots.csv'),
      '--date',
      'snapshot_date',
      '--ledger',
      join(root, 'samples/ledger.csv'),
      '--as-of',
      '2025-06-30',
      '--seed',
      String(seed),
    ])
    expect([found.rows, found.events]).toEqual([980, 129])
    expect(found.auc.mean).toBeGreaterThanOrEqual(0.77)
  })

  // 0.925 by the same form in sklearn, where boosted trees reach 0.988: interactions that no additive score has.
  test('iranian-churn: at least 0.92', async () => {
    const found = await learned(['--data', dataFile('iranian-churn/iranian_churn.csv'), '--outcome', 'Churn'])
    // Equal rows, of which there are 300, are one account: they are never on both sides.
    expect([found.rows, found.accounts]).toEqual([3150, 2850])
    expect(found.auc.mean).toBeGreaterThanOrEqual(0.92)
  })
})
