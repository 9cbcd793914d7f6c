import { isoDate } from '../../../engine/days.ts'
import { rateText } from '../../rates.ts'
import type { FxEffect } from '../fx-by-currency.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf } from '../shown.ts'
import { checked } from './completeness-part.ts'
import { markup, type Html } from './html.ts'
import { left, right, table } from './table.ts'

/** Part 8: what is not a movement of any account: cents and rates. */
export function roundingPart({ bridge }: Reconciliation, effects: readonly FxEffect[]): Html {
  const total = bridge.reduce((sum, { rounding }) => sum + rounding, 0)
  const fx = bridge.reduce((sum, month) => sum + month.fx, 0)
  return markup`<p id="rounding">
      Amounts are whole cents from the first line to the last sum. An account is rounded once at each rate, half away
      from zero; what these roundings leave is the bridge’s rounding line, ${moneyOf(total)} over the period. Shares are
      computed from amounts that are not rounded.
    </p>
    <div id="rates">
      ${table({
        caption: 'What rates did: the fx line by currency',
        columns: [
          ...left('month', 'currency'),
          ...right('accounts', 'balance in it', 'rate before', 'rate after', 'fx'),
        ],
        rows: effects.map((one) => [
          isoDate(one.to) ?? '',
          one.currency,
          countOf(one.accounts),
          moneyOf(one.held),
          rateText(one.before),
          rateText(one.after),
          moneyOf(one.fx),
        ]),
        total: ['all', '', '', '', '', '', moneyOf(effects.reduce((sum, one) => sum + one.fx, 0))],
      })}
    </div>
    <p class="soft">Less the fx line of the bridge: ${checked(effects.reduce((sum, one) => sum + one.fx, 0) - fx)}</p>`
}
