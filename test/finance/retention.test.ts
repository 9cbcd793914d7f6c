import { expect, test } from 'vitest'
import { retention } from '../../src/finance/retention.ts'
import { day } from './ledger-of.ts'
import { cents, rowsOf, sampleLedger, samplePolicy, sampleRates } from './sample.ts'

test.each(rowsOf('test/finance/truth/annual_retention.csv'))(
  'the sample from $start to $end is the truth by account and by sku',
  (truth) => {
    const [from, to] = [day(truth['start']!), day(truth['end']!)]
    const byAccount = retention(sampleLedger, sampleRates, samplePolicy, from, to, 'account')
    const bySku = retention(sampleLedger, sampleRates, samplePolicy, from, to, 'sku')
    const both = {
      opening: cents(truth['opening_usd']!),
      retainedNet: cents(truth['retained_net_usd']!),
      logosOpen: Number(truth['logos_open']),
      logosLost: Number(truth['logos_lost']),
    }
    expect(byAccount.cohort).toMatchObject({ ...both, retainedGross: cents(truth['retained_gross_account_usd']!) })
    expect(bySku.cohort).toMatchObject({ ...both, retainedGross: cents(truth['retained_gross_sku_usd']!) })
    expect(byAccount.rates.grr.value!.toFixed(6)).toBe(truth['grr_account'])
    expect(bySku.rates.grr.value!.toFixed(6)).toBe(truth['grr_sku'])
    expect(byAccount.rates.nrr.value!.toFixed(6)).toBe(truth['nrr'])
    expect(byAccount.rates.logos.value!.toFixed(6)).toBe(truth['logo_retention'])
  },
)
