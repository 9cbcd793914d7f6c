import { describe, expect, test } from 'vitest'
import { bridge, movements } from '../../src/finance/bridge.ts'
import { monthEnds } from '../../src/finance/month-ends.ts'
import { missingRates } from '../../src/finance/rate-table.ts'
import { day } from './ledger-of.ts'
import { cents, rowsOf, sampleLedger, samplePolicy, sampleRates } from './sample.ts'

const dates = monthEnds(day('2021-12-31'), day('2025-06-30'))

describe('the sample', () => {
  test('its bridge is the truth in every month, to the cent', () => {
    const truth = rowsOf('test/finance/truth/monthly_bridge_usd.csv').map((row) => ({
      to: day(row['month']!),
      opening: cents(row['opening']!),
      new: cents(row['new']!),
      reactivation: cents(row['reactivation']!),
      expansion: cents(row['expansion']!),
      contraction: cents(row['contraction']!),
      churn: cents(row['churn']!),
      fx: cents(row['fx']!),
      rounding: cents(row['rounding']!),
      closing: cents(row['closing']!),
      counts: {
        opening: Number(row['opening_n']),
        new: Number(row['new_n']),
        reactivation: Number(row['reactivation_n']),
        churn: Number(row['churn_n']),
        closing: Number(row['closing_n']),
      },
    }))
    expect(truth).toHaveLength(42)
    expect(bridge(sampleLedger, sampleRates, samplePolicy, dates)).toMatchObject(truth)
  })

  test('its accounts move as the truth has it, row by row', () => {
    const truth = rowsOf('test/finance/truth/account_movements_usd.csv').map((row) => ({
      to: day(row['month']!),
      account: row['account_id'],
      category: row['category'],
      opening: cents(row['opening_usd']!),
      moved: cents(row['movement_usd']!),
      fx: cents(row['fx_usd']!),
      rounding: cents(row['rounding_usd']!),
      closing: cents(row['closing_usd']!),
    }))
    expect(truth).toHaveLength(1081)
    const found = movements(sampleLedger, sampleRates, samplePolicy, dates).map(
      ({ to, account, category, opening, gain, loss, fx, rounding, closing }) => ({
        to,
        account,
        category,
        opening,
        moved: gain + loss,
        fx,
        rounding,
        closing,
      }),
    )
    expect(found).toEqual(truth)
  })

  test('needs no rate that it has not', () => {
    expect(missingRates(sampleLedger, sampleRates, samplePolicy, dates)).toEqual([])
    const early = [day('2021-06-30'), ...dates]
    expect(missingRates(sampleLedger, sampleRates, samplePolicy, early)).toEqual([
      { currency: 'EUR', date: day('2021-06-30') },
      { currency: 'GBP', date: day('2021-06-30') },
    ])
  })
})
