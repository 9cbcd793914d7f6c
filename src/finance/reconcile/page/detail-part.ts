import { isoDate } from '../../../engine/days.ts'
import type { Ledger } from '../../ledger.ts'
import type { Balance } from '../balances.ts'
import type { Detail, MovementDetail } from '../detail.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { moneyOf } from '../shown.ts'
import { movementId } from './bridge-part.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { lineIds, linesMoved } from './line-ids.ts'
import { cut, more } from './long-lists.ts'
import { left, right, table } from './table.ts'

const CATEGORIES = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const

/** Part 8: every figure down to the ids of the ledger's lines. */
export function detailPart({ header, bridge }: Reconciliation, detail: Detail, ledger: Ledger): Html {
  const { currency } = header.policy
  return markup`<p>
      Amounts in ${currency}. − is a line that ended, + one that began; where neither stands, the lines that ran on.
    </p>
    ${balances('opening', `Balance of ${isoDate(header.from)}`, detail.opening, ledger)}
    <h3>Movements, month by month</h3>
    ${bridge.map((month, at) => {
      const own = detail.movements.filter(({ to }) => to === month.to)
      return markup`<h4>${isoDate(month.to)}</h4>
        ${CATEGORIES.map((category) => moved(movementId(month, category), category, own, ledger))}
        <p class="soft" id="closing-${at + 1}">
          Closing ${moneyOf(month.closing)}:
          <a href="#${at === 0 ? 'opening' : `closing-${at}`}">opening</a> ${moneyOf(month.opening)}, the movements
          above, fx ${moneyOf(month.fx)}, rounding ${moneyOf(month.rounding)}.
        </p> `
    })}
    ${balances('closing', `Balance of ${isoDate(header.to)}`, detail.closing, ledger)}
    ${table({
      id: 'cohort',
      caption: 'The cohort of the opening, both balances at the rate of the comparison, largest loss first',
      columns: [
        ...left('account'),
        ...right('opening', 'closing', 'retained gross', 'lost', 'gained'),
        ...left('lines'),
      ],
      rows: cut(detail.cohort).map(({ account, opening, closing, retainedGross, linesBefore, linesAfter }) => [
        account,
        moneyOf(opening),
        moneyOf(closing),
        moneyOf(retainedGross),
        moneyOf(retainedGross - opening),
        moneyOf(Math.max(0, closing - opening)),
        linesMoved(ledger, linesBefore, linesAfter),
      ]),
    })}${more(detail.cohort)}`
}

function moved(id: string, category: string, all: readonly MovementDetail[], ledger: Ledger): Html {
  const own = all
    .filter((one) => one.category === category)
    .toSorted((a, b) => Math.abs(b.gain + b.loss) - Math.abs(a.gain + a.loss) || (a.account < b.account ? -1 : 1))
  if (own.length === 0) return NOTHING
  return markup`${table({
    id,
    caption: category,
    columns: [...left('account'), ...right('opening', category, 'fx', 'rounding', 'closing'), ...left('lines')],
    rows: cut(own).map((one) => [
      one.account,
      moneyOf(one.opening),
      moneyOf(one.gain + one.loss),
      moneyOf(one.fx),
      moneyOf(one.rounding),
      moneyOf(one.closing),
      linesMoved(ledger, one.linesBefore, one.linesAfter),
    ]),
    ...(own.length > 1 && {
      total: ['all', '', moneyOf(own.reduce((sum, { gain, loss }) => sum + gain + loss, 0)), '', '', '', ''],
    }),
  })}${more(own)}`
}

function balances(id: string, title: string, all: readonly Balance[], ledger: Ledger): Html {
  const own = all.toSorted((a, b) => b.amount - a.amount || (a.account < b.account ? -1 : 1))
  return markup`<h3 id="${id}">${title}</h3>
    ${table({
      narrow: true,
      columns: [...left('account'), ...right('balance'), ...left('lines')],
      rows: cut(own).map(({ account, amount, lines }) => [account, moneyOf(amount), lineIds(ledger, lines)]),
      total: ['all', moneyOf(all.reduce((sum, { amount }) => sum + amount, 0)), ''],
    })}${more(own)}`
}
