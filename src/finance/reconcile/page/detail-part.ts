import { isoDate } from '../../../engine/days.ts'
import type { BridgeMonth } from '../../bridge.ts'
import type { Ledger } from '../../ledger.ts'
import type { Category } from '../../movement.ts'
import type { Balance } from '../balances.ts'
import type { Detail, MovementDetail } from '../detail.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf } from '../shown.ts'
import { movementId } from './bridge-part.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { lineIds, linesMoved } from './line-ids.ts'
import { cut, more, PRINTED } from './long-lists.ts'
import { left, right, table } from './table.ts'

const CATEGORIES = ['new', 'reactivation', 'expansion', 'contraction', 'churn'] as const

/** The appendix: every figure down to the ids of the ledger's lines. */
export function detailPart({ header, bridge }: Reconciliation, detail: Detail, ledger: Ledger): Html {
  const { currency } = header.policy
  return markup`<p>
      Amounts in ${currency}. − is a line that ended, + one that began; where neither stands, the lines that ran on.
    </p>
    ${balances('opening', `Balance of ${isoDate(header.from)}`, detail.opening, ledger)}
    <h3>Largest movements of the period</h3>
    ${CATEGORIES.map((category) => largest(category, detail.movements, ledger))}
    <div class="screen">
      <h3>Movements, month by month</h3>
      ${bridge.map((month, at) => {
        const own = detail.movements.filter(({ to }) => to === month.to)
        return markup`<h4>${isoDate(month.to)}</h4>
          ${CATEGORIES.map((category) => moved(month, category, own, ledger))}
          <p class="soft" id="closing-${at + 1}">
            Closing ${moneyOf(month.closing)}:
            <a href="#${at === 0 ? 'opening' : `closing-${at}`}">opening</a> ${moneyOf(month.opening)}, the movements
            above, fx ${moneyOf(month.fx)}, rounding ${moneyOf(month.rounding)}.
          </p> `
      })}
    </div>
    <p class="soft paper">
      Month by month the movements stand in this file on a screen, in the workbook’s sheet Balances, and, of one month and kind
      each, in salus reconcile --drill 2024-12/churn.
    </p>
    ${balances('closing', `Balance of ${isoDate(header.to)}`, detail.closing, ledger)}
    ${table({
      id: 'cohort',
      caption: 'The cohort of the opening, both balances at the rate of the comparison, largest loss first',
      columns: [
        ...left('account'),
        ...right('opening', 'closing', 'retained gross', 'lost', 'gained'),
        ...left('lines'),
      ],
      long: true,
      rows: cut(detail.cohort).map(({ account, opening, closing, retainedGross, linesBefore, linesAfter }) => [
        account,
        moneyOf(opening),
        moneyOf(closing),
        moneyOf(retainedGross),
        moneyOf(retainedGross - opening),
        moneyOf(Math.max(0, closing - opening)),
        linesMoved(ledger, linesBefore, linesAfter),
      ]),
    })}${more(detail.cohort, 'salus reconcile --drill cohort, and the workbook’s sheet Positions')}`
}

function moved(month: BridgeMonth, category: Category, all: readonly MovementDetail[], ledger: Ledger): Html {
  const own = bySize(all, category)
  if (own.length === 0) return NOTHING
  return markup`${table({
    id: movementId(month, category),
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
    ...(own.length > 1 && { total: ['all', '', moneyOf(sumOf(own)), '', '', '', ''] }),
  })}${more(own, `salus reconcile --drill ${isoDate(month.to)?.slice(0, 7)}/${category}`)}`
}

/** The first of a kind over all months, and how many there are: what is printed of the movements. */
function largest(category: Category, all: readonly MovementDetail[], ledger: Ledger): Html {
  const own = bySize(all, category)
  if (own.length === 0) return NOTHING
  const first = own.slice(0, PRINTED)
  const rest = own.length - first.length
  return table({
    caption: rest === 0 ? category : `${category}, the largest ${PRINTED} of ${countOf(own.length)}`,
    columns: [...left('month', 'account'), ...right(category), ...left('lines')],
    rows: first.map((one) => [
      isoDate(one.to) ?? '',
      one.account,
      moneyOf(one.gain + one.loss),
      linesMoved(ledger, one.linesBefore, one.linesAfter),
    ]),
    total: [rest === 0 ? 'all' : `all ${countOf(own.length)}`, '', moneyOf(sumOf(own)), ''],
  })
}

function bySize(all: readonly MovementDetail[], category: Category): readonly MovementDetail[] {
  return all
    .filter((one) => one.category === category)
    .toSorted(
      (a, b) =>
        Math.abs(b.gain + b.loss) - Math.abs(a.gain + a.loss) || a.to - b.to || (a.account < b.account ? -1 : 1),
    )
}

function sumOf(movements: readonly MovementDetail[]): number {
  return movements.reduce((sum, { gain, loss }) => sum + gain + loss, 0)
}

function balances(id: string, title: string, all: readonly Balance[], ledger: Ledger): Html {
  const own = all.toSorted((a, b) => b.amount - a.amount || (a.account < b.account ? -1 : 1))
  return markup`<h3 id="${id}">${title}</h3>
    ${table({
      narrow: true,
      columns: [...left('account'), ...right('balance'), ...left('lines')],
      long: true,
      rows: cut(own).map(({ account, amount, lines }) => [account, moneyOf(amount), lineIds(ledger, lines)]),
      total: ['all', moneyOf(all.reduce((sum, { amount }) => sum + amount, 0)), ''],
    })}${more(own, `salus reconcile --drill ${id}, and the workbook’s sheet Balances`)}`
}
