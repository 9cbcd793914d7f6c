import { bridgeCheck } from '../bridge-rows.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { restatementCheck } from '../restatement.ts'
import { countOf } from '../shown.ts'
import { checked } from './completeness-part.ts'
import { markup, type Html } from './html.ts'
import { left, type PageCell, right, table } from './table.ts'

/** Everything that has to come to nothing, and everything that is open, before any detail. */
export function checksPart({ bridge, restatement, completeness, churn, scores, merged }: Reconciliation): Html {
  const { control, entered } = completeness
  const sum = (cents: readonly number[]): number => cents.reduce((total, one) => total + Math.abs(one), 0)
  const rows: (readonly [PageCell, Html | string])[] = [
    [{ text: 'Every month of the bridge closes', to: 'bridge' }, checked(sum(bridge.map(bridgeCheck)))],
    [
      { text: 'Each closing is the next opening', to: 'bridge' },
      checked(sum(bridge.slice(1).map(({ opening }, at) => opening - bridge[at]!.closing))),
    ],
    [
      { text: 'The opening is the earlier closing and what was restated since', to: 'restatement' },
      restatement === null ? 'no earlier report' : checked(restatementCheck(restatement)),
    ],
    [
      { text: 'Lines read are used or excluded, to the cent', to: 'completeness' },
      checked(sum([...control.amounts.values()].map(({ read, used, excluded }) => read - used - excluded))),
    ],
    [
      { text: 'Control totals of finance', to: 'completeness' },
      entered.length === 0 ? 'none entered' : checked(sum(entered.map(({ difference }) => difference))),
    ],
    ...(churn === null
      ? []
      : [
          [
            { text: 'The differences explain CRM less ledger', to: 'crm' },
            checked(sum(churn.totals.map(({ crm, ledger, explained }) => crm.amount - ledger.amount - explained))),
          ] as const,
        ]),
  ]
  const open = [
    restatement && restatement.lines.length > 0 ? `${countOf(restatement.lines.length)} restated lines` : null,
    churn && churn.differences.length > 0 ? `${countOf(churn.differences.length)} differences with the CRM` : null,
    scores?.closing && scores.closing.ledgerOnly.length > 0
      ? `${countOf(scores.closing.ledgerOnly.length)} accounts without a score`
      : null,
    scores?.closing && scores.closing.scoreOnly.length > 0
      ? `${countOf(scores.closing.scoreOnly.length)} scored accounts without a balance`
      : null,
    merged && merged.length > 0 ? `${countOf(merged.length)} ids merged as declared` : null,
  ].filter((one) => one !== null)
  return markup`${table({ caption: 'Checks', columns: [...left(''), ...right('')], rows })}
    <p>${open.length === 0 ? 'Nothing is left open.' : `To look at: ${open.join(', ')}.`}</p>`
}
