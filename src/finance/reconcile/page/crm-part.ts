import { isoDate } from '../../../engine/days.ts'
import type { Ledger } from '../../ledger.ts'
import type { ChurnComparison } from '../compare-churn.ts'
import { DIFFERENCE_HEADINGS, DIFFERENCE_KINDS, type Difference, type DifferenceKind } from '../difference.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf } from '../shown.ts'
import { checked } from './completeness-part.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { lineIds } from './line-ids.ts'
import { cut, more } from './long-lists.ts'
import { left, right, table } from './table.ts'

/** Part 6: churn as the CRM has it against churn as the contracts have it. */
export function crmPart({ churn, header }: Reconciliation, ledger: Ledger): Html {
  if (churn === null) return markup`<p class="soft">No CRM feed was given.</p>`
  const { differences, tolerated, matched, totals } = churn
  const { currency } = header.policy
  return markup`${table({
    caption: `Churn of the period on each side; amounts within ${moneyOf(header.tolerance)} of each other count as the same`,
    columns: [...left('currency'), ...right('events', 'CRM', 'churns', 'ledger', 'difference', 'explained', 'check')],
    rows: totals.map(({ currency: own, crm, ledger: book, explained }) => [
      own,
      countOf(crm.count),
      moneyOf(crm.amount),
      countOf(book.count),
      moneyOf(book.amount),
      moneyOf(crm.amount - book.amount),
      moneyOf(explained),
      checked(crm.amount - book.amount - explained),
    ]),
  })}
    <p>
      ${countOf(matched)} churns are on both sides.
      ${tolerated.length === 0 ? NOTHING : `${countOf(tolerated.length)} amounts differ within the tolerance and are not listed. `}${differences.length === 0 ? 'There are no differences.' : NOTHING}
    </p>
    ${differences.length === 0 ? NOTHING : summary(churn, currency)}
    ${DIFFERENCE_KINDS.map((kind) => listed(kind, differences, ledger, currency))}`
}

const AGES: readonly (readonly [title: string, most: number])[] = [
  ['to 30 days', 30],
  ['31 to 90', 90],
  ['91 to 365', 365],
  ['older', Infinity],
]

function summary({ differences }: ChurnComparison, currency: string): Html {
  const kinds = DIFFERENCE_KINDS.filter((kind) => differences.some((one) => one.kind === kind))
  const row = (own: readonly Difference[]): string[] => [
    countOf(own.length),
    moneyOf(atStake(own)),
    ...AGES.map(([, most], at) => {
      const least = AGES[at - 1]?.[1] ?? -Infinity
      return countOf(own.filter(({ age }) => age > least && age <= most).length)
    }),
  ]
  return table({
    caption: `Differences by heading, with what is in question in ${currency} and their age at the closing`,
    columns: [...left('heading'), ...right('differences', 'in question', ...AGES.map(([title]) => title))],
    rows: kinds.map((kind) => [
      { text: DIFFERENCE_HEADINGS[kind].title, to: kind },
      ...row(differences.filter((one) => one.kind === kind)),
    ]),
    total: ['all', ...row(differences)],
  })
}

function listed(kind: DifferenceKind, all: readonly Difference[], ledger: Ledger, currency: string): Html {
  const own = all.filter((one) => one.kind === kind)
  if (own.length === 0) return NOTHING
  const { title, means } = DIFFERENCE_HEADINGS[kind]
  return markup`<h3 id="${kind}">${title}</h3>
    <p class="soft">${means}; ${moneyOf(atStake(own))} ${currency} in question</p>
    ${table({
      columns: [
        ...left('account', 'date'),
        ...right('ledger', 'CRM', 'CRM less ledger'),
        ...left('', 'age', 'event', 'lines', 'why'),
      ],
      long: true,
      rows: cut(own).map((one) => [
        one.account,
        isoDate(one.day) ?? '',
        one.ledger ? moneyOf(one.ledger.amount) : '–',
        one.crm?.amount == null ? '–' : moneyOf(one.crm.amount),
        moneyOf(one.effects.get(one.currency) ?? 0),
        one.currency,
        `${countOf(one.age)} days`,
        one.crm ? `${one.crm.event} (row ${one.crm.row})` : '–',
        lineIds(ledger, one.lines),
        one.because,
      ]),
    })}${more(own, 'differences of the JSON, and the workbook’s sheet Differences')}`
}

function atStake(differences: readonly Difference[]): number {
  return differences.reduce((sum, one) => sum + (one.atStakeReported ?? 0), 0)
}
