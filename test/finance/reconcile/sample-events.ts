import type { CrmChurn } from '../../../src/finance/read/crm.ts'
import { day } from '../ledger-of.ts'
import { cents, rowsOf } from '../sample.ts'

/** The sample's feed, planted errors included. */
export function sampleEvents(): CrmChurn[] {
  return rowsOf('samples/crm.csv').map((row, at) => ({
    event: row['event_id']!,
    row: at + 2,
    account: row['account_id']!,
    day: day(row['churn_date']!),
    lost: cents(row['arr_lost']!),
    currency: row['currency']!,
    reason: row['reason']!,
  }))
}
