import { bridge } from '../../finance/bridge.ts'
import { monthEnds } from '../../finance/month-ends.ts'
import { BRIDGE_FIGURES, BRIDGE_TITLES, bridgeCheck } from '../../finance/reconcile/bridge-rows.ts'
import type { Refusal } from '../../host/desk/state.ts'
import { isoDay } from '../../tables/values/day.ts'
import type { Answer, Call } from '../call.ts'
import { ledgerCall } from './ledger-call.ts'
import type { ReadCache } from './read-once.ts'

/** HEALTH.BRIDGE: a header, and a row for each month, whose last cell is 0 where the row adds up. */
export function bridgeTable(cache: ReadCache, call: Call): Answer | Refusal {
  const asked = ledgerCall(cache, call, monthEnds)
  if (asked.kind === 'refusal') return asked
  const { ledger, rates, policy, from, to, netting } = asked
  const months = bridge(ledger, rates, policy, monthEnds(from, to), netting)
  return [
    ['Month', ...Object.values(BRIDGE_TITLES), 'Check'],
    ...months.map((month) => [
      isoDay(month.to),
      ...BRIDGE_FIGURES.map((figure) => month[figure] / 100),
      bridgeCheck(month) / 100,
    ]),
  ]
}
