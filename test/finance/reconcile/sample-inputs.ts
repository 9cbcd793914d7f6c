import { MATCH_DAYS, type ReconcileInputs } from '../../../src/finance/reconcile/reconcile.ts'
import { day } from '../ledger-of.ts'
import { sampleLedger, samplePolicy, sampleRates } from '../sample.ts'
import { sampleEvents } from './sample-events.ts'

/** The sample with its feed, without scores. */
export function sampleInputs(from: string, to: string): ReconcileInputs {
  return {
    ledger: sampleLedger,
    rates: sampleRates,
    header: {
      from: day(from),
      to: day(to),
      policy: { ...samplePolicy, asOf: day(to) },
      reading: {},
      matchDays: MATCH_DAYS,
      tolerance: 0,
      model: null,
      inputs: [],
      engine: '0',
      runTime: null,
      preparer: null,
      reviewer: null,
    },
    segmentOf: null,
    scores: null,
    firstScores: null,
    crm: sampleEvents(),
    merged: null,
    earlier: null,
    control: [],
  }
}
