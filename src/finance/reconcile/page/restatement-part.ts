import { isoDate } from '../../../engine/days.ts'
import { rateText } from '../../rates.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { isUnchanged, type Restatement, restatementCheck, restatementSteps } from '../restatement.ts'
import { countOf, moneyOf } from '../shown.ts'
import { checked } from './completeness-part.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { cut, more } from './long-lists.ts'
import { left, right, table } from './table.ts'

/** Part of the bridge: whether it opens where the last report closed, and what was changed behind that. */
export function restatementPart({ restatement }: Reconciliation): Html {
  return markup`<h3 id="restatement">Opening against the earlier closing</h3>
    ${restatement === null ? markup`<p class="soft">No earlier report was given: the opening is tied to the ledger alone.</p>` : tied(restatement)}`
}

function tied(found: Restatement): Html {
  const { earlier, lines, rates } = found
  const same = isUnchanged(found)
  return markup`<p>
      ${earlier.name} closed on ${isoDate(earlier.to)}, written by version ${earlier.engine}.
      ${same ? 'The opening is that closing, line for line.' : 'The ledger or its rates were changed behind it since:'}
    </p>
    ${table({
      columns: [...left(''), ...right('lines', 'amount')],
      rows: restatementSteps(found).map(({ step, title, count, amount }) => [
        step === 'opening' ? { text: title, to: 'opening' } : title,
        count === null ? '' : countOf(count),
        moneyOf(amount),
      ]),
      total: ['check', '', checked(restatementCheck(found))],
    })}
    ${
      lines.length === 0
        ? NOTHING
        : markup`${table({
            caption: 'Restated, line by line, at the rates of this report',
            columns: [
              ...left('account', 'line', '', 'sku'),
              ...right('own before', 'own now'),
              ...left(''),
              ...right('before', 'now', 'restated'),
              ...left('why'),
            ],
            long: true,
            rows: cut(lines).map((one) => [
              one.account,
              markup`<span class="id">${one.line}</span>`,
              one.kind,
              one.sku,
              moneyOf(one.ownBefore),
              moneyOf(one.ownAfter),
              one.currency,
              moneyOf(one.before),
              moneyOf(one.after),
              moneyOf(one.after - one.before),
              one.because,
            ]),
          })}${more(lines, 'restatement of the JSON, and the workbook’s sheet Restatement')}`
    }
    ${
      rates.length === 0
        ? NOTHING
        : table({
            caption: `Rates of ${isoDate(earlier.to)} that are others now`,
            columns: [...left('currency'), ...right('before', 'now', 'restated')],
            rows: rates.map(({ currency, before, after, amount }) => [
              currency,
              rateText(before),
              rateText(after),
              moneyOf(amount),
            ]),
          })
    }`
}
