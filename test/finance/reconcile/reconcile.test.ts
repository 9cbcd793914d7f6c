import { describe, expect, test } from 'vitest'
import { reconciliationJson } from '../../../src/finance/reconcile/json.ts'
import { reconcile, type ReconcileInputs } from '../../../src/finance/reconcile/reconcile.ts'
import { rowsOf } from '../sample.ts'
import { sampleInputs } from './sample-inputs.ts'

interface Json {
  readonly bridge: readonly Record<string, string>[]
  readonly retention: Readonly<Record<string, Record<string, string | number>>>
  readonly differences: readonly Record<string, unknown>[]
}

function run(given: ReconcileInputs): Json {
  return reconciliationJson(reconcile(given), given.ledger, given.rates) as Json
}

describe('the sample as JSON', () => {
  const { bridge, differences } = run(sampleInputs('2021-12-31', '2025-06-30'))

  test('every month of the bridge is the truth, sign for sign', () => {
    const figures = ['month', 'opening', 'new', 'reactivation', 'expansion', 'contraction', 'churn', 'fx', 'rounding']
    const truth = rowsOf('test/finance/truth/monthly_bridge_usd.csv')
    expect(bridge).toHaveLength(42)
    for (const [at, month] of bridge.entries()) {
      for (const figure of [...figures.slice(1), 'closing']) {
        expect(Number(month[figure]), `${figure} of ${month['month']}`).toBe(Number(truth[at]![figure]))
      }
      expect(month['month']).toBe(truth[at]!['month'])
    }
  })

  test('the differences are those that were planted', () => {
    expect(differences).toHaveLength(rowsOf('test/finance/truth/discrepancies.csv').length)
    expect(differences.find(({ account }) => account === 'ACC-00157')).toMatchObject({
      kind: 'amount_transposed_digits',
      date: '2022-11-01',
      ledger: '18025.52',
      crm: '18925.52',
      amount: '900.00',
      event: 'E00047',
      lines: ['L000583'],
    })
  })
})

test.each(rowsOf('test/finance/truth/annual_retention.csv'))('retention from $start to $end is the truth', (truth) => {
  const { retention } = run(sampleInputs(truth['start']!, truth['end']!))
  expect(retention['account']).toMatchObject({
    opening: truth['opening_usd'],
    retainedGross: truth['retained_gross_account_usd'],
    retainedNet: truth['retained_net_usd'],
    logosOpen: Number(truth['logos_open']),
    logosLost: Number(truth['logos_lost']),
  })
  expect(retention['sku']).toMatchObject({ retainedGross: truth['retained_gross_sku_usd'] })
  expect((retention['account']!['grr'] as number).toFixed(6)).toBe(truth['grr_account'])
  expect((retention['account']!['nrr'] as number).toFixed(6)).toBe(truth['nrr'])
})
