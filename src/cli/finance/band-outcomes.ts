import type { BandOutcomes } from '../../finance/reconcile/band-outcome.ts'
import type { Reconciliation } from '../../finance/reconcile/reconciliation.ts'
import { cochranArmitage, reversals } from '../../validation/statistics/band-trend.ts'
import { wilson } from '../../validation/statistics/wilson.ts'

/** What became of each band of the opening; null where nothing is known by band. Accounts without a band are left out. */
export function bandOutcomes({ groups }: Reconciliation): BandOutcomes | null {
  if (groups.band === null) return null
  const bands = groups.band.flatMap(({ group, cohort }) =>
    group === null
      ? []
      : [
          {
            band: group,
            accounts: cohort.logosOpen,
            lost: cohort.logosLost,
            interval: wilson(cohort.logosLost, cohort.logosOpen),
            opening: cohort.opening,
            lostAmount: cohort.opening - cohort.retainedGross,
          },
        ],
  )
  const counted = bands.map(({ band, accounts, lost }) => ({ name: band, n: accounts, events: lost }))
  return {
    bands,
    trend: cochranArmitage(counted)?.p ?? null,
    reversals: reversals(counted).map(({ worse, better }) => `${better.name} lost a larger share than ${worse.name}`),
  }
}
