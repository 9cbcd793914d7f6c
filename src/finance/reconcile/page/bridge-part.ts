import { isoDate } from '../../../engine/days.ts'
import type { BridgeMonth } from '../../bridge.ts'
import { BRIDGE_FIGURES, bridgeCheck, bridgeTotal, type BridgeFigure } from '../bridge-rows.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf } from '../shown.ts'
import { checked } from './completeness-part.ts'
import { markup, type Html } from './html.ts'
import { left, right, table, type PageCell } from './table.ts'
import { waterfall } from './waterfall.ts'

/** Part 3: how the balance moved, month by month, each figure with a way to its lines. */
export function bridgePart({ bridge }: Reconciliation): Html {
  const total = bridgeTotal(bridge)
  if (total === null) return markup`<p>The period is empty.</p>`
  const ties = bridge.slice(1).every(({ opening }, at) => opening === bridge[at]!.closing)
  return markup`${waterfall(total)}
    ${table({
      columns: [...left('month'), ...right(...BRIDGE_FIGURES, 'check')],
      rows: bridge.map((month, at) => [
        isoDate(month.to) ?? '',
        ...BRIDGE_FIGURES.map((figure): PageCell => {
          const to = placeOf(bridge, at, figure)
          return to === null || month[figure] === 0 ? moneyOf(month[figure]) : { text: moneyOf(month[figure]), to }
        }),
        checked(bridgeCheck(month)),
      ]),
      total: ['all', ...BRIDGE_FIGURES.map((figure) => moneyOf(total[figure])), checked(bridgeCheck(total))],
    })}
    <p class="${ties ? 'good' : 'bad'}">
      ${ties ? 'Each closing is the next opening.' : 'A closing is not the next opening.'}
    </p>
    ${table({
      caption: 'How many accounts',
      columns: [...left('month'), ...right(...COUNTED)],
      rows: bridge.map(({ to, counts }) => [isoDate(to) ?? '', ...COUNTED.map((figure) => countOf(counts[figure]))]),
    })}`
}

/** Figures of the bridge that accounts come to stand in; rates and rounding move money alone. */
const COUNTED = BRIDGE_FIGURES.filter((figure) => figure !== 'fx' && figure !== 'rounding')

/** The anchor of a movement's accounts and lines. */
export function movementId(month: Pick<BridgeMonth, 'to'>, category: string): string {
  return `${isoDate(month.to)}-${category}`
}

/** Where a figure of the bridge is taken apart; what rates did has no lines of its own and is told under rounding. */
function placeOf(months: readonly BridgeMonth[], at: number, figure: BridgeFigure): string | null {
  if (figure === 'opening') return at === 0 ? 'opening' : `closing-${at}`
  if (figure === 'closing') return at === months.length - 1 ? 'closing' : `closing-${at + 1}`
  if (figure === 'fx') return 'rates'
  if (figure === 'rounding') return 'rounding'
  return movementId(months[at]!, figure)
}
