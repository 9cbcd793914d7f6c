import { bridge, type BridgeMonth } from '../../finance/bridge.ts'
import { monthEnds } from '../../finance/month-ends.ts'
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
    ['Month', ...COLUMNS.map(([title]) => title), 'Check'],
    ...months.map((month) => [
      isoDay(month.to),
      ...COLUMNS.map(([, amount]) => month[amount] / 100),
      (COLUMNS.slice(0, -1).reduce((sum, [, amount]) => sum + month[amount], 0) - month.closing) / 100,
    ]),
  ]
}

type Amount = Exclude<keyof BridgeMonth, 'from' | 'to' | 'counts'>

const COLUMNS: readonly (readonly [string, Amount])[] = [
  ['Opening', 'opening'],
  ['New', 'new'],
  ['Reactivation', 'reactivation'],
  ['Expansion', 'expansion'],
  ['Contraction', 'contraction'],
  ['Churn', 'churn'],
  ['FX', 'fx'],
  ['Rounding', 'rounding'],
  ['Closing', 'closing'],
]
