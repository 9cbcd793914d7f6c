import { isoDate } from '../../../engine/days.ts'
import type { Retention, RetentionGroup } from '../../retention.ts'
import type { Share } from '../../share.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { countOf, moneyOf, percentOf } from '../shown.ts'
import { checked } from './completeness-part.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { left, right, table, type PageCell } from './table.ts'

/** Part 4: what was kept, always with what it is a share of. */
export function retentionPart({ retention, groups, quickRatio, scores, header }: Reconciliation): Html {
  const { account, sku, parent } = retention
  return markup`<p>
      Accounts with a balance at the opening, seen again at the closing. Both dates at
      ${header.policy.rate === 'reported' ? 'their own rates' : `${header.policy.rate} rates`}, so the opening here
      differs from that of the bridge by what rates alone did.
    </p>
    ${table({
      columns: [...left('netting'), ...RETENTION],
      rows: [row('by account', account), row('by SKU', sku), row('by parent', parent)],
    })}
    ${table({
      caption: 'The same cohort, seen otherwise (by account)',
      columns: [...left(''), ...right('numerator', 'denominator', 'share')],
      rows: [
        share('Renewal rate, of what came to the end of its term', account.rates.renewal),
        share('NRR as though no price had moved', account.rates.nrrWithoutPrice),
        share('GRR with churn alone as a loss, a variant', account.rates.grrChurnOnly),
        [
          'Quick ratio: (new + expansion) / (contraction + churn), from the bridge',
          moneyOf(quickRatio.numerator),
          moneyOf(quickRatio.denominator),
          quickRatio.value === null ? '–' : (Math.round(quickRatio.value * 100) / 100).toFixed(2),
        ],
      ],
    })}
    ${groups.segment ? grouped('By segment of the account', groups.segment, account) : NOTHING}
    ${groups.band ? grouped('By band at the opening', groups.band, account) : markup`<p class="soft">${bandless(scores)}</p>`}
    ${groups.model ? grouped('By segment of the model at the opening', groups.model, account) : NOTHING}
    ${exceptions(account)}`
}

const RETENTION = right(
  'opening',
  'retained gross',
  'GRR',
  'retained net',
  'NRR',
  'expansion ACV',
  'logos',
  'lost',
  'kept',
)

function row(name: string, { cohort, rates }: Pick<Retention, 'cohort' | 'rates'>): PageCell[] {
  return [
    name,
    { text: moneyOf(cohort.opening), to: 'cohort' },
    { text: moneyOf(cohort.retainedGross), to: 'cohort' },
    percentOf(rates.grr.value),
    { text: moneyOf(cohort.retainedNet), to: 'cohort' },
    percentOf(rates.nrr.value),
    moneyOf(cohort.expansion),
    countOf(cohort.logosOpen),
    countOf(cohort.logosLost),
    percentOf(rates.logos.value),
  ]
}

function grouped(title: string, groups: readonly RetentionGroup[], whole: Retention): Html {
  const missing = whole.cohort.retainedGross - groups.reduce((sum, { cohort }) => sum + cohort.retainedGross, 0)
  return markup`${table({
    caption: title,
    columns: [...left(''), ...RETENTION],
    rows: groups.map((one) => row(one.group ?? 'none', one)),
    total: row('all', whole),
  })}
    <p class="soft">Rows less total, retained gross: ${checked(missing)}</p>`
}

function share(name: string, { numerator, denominator, value }: Share): string[] {
  return [name, moneyOf(numerator), moneyOf(denominator), percentOf(value)]
}

function bandless(scores: Reconciliation['scores']): string {
  return scores === null
    ? 'No scores were given, so nothing is said by band.'
    : 'There are no scores on or before the opening, so nothing is said by band: later scores know what happened since.'
}

function exceptions({ exceptions: ones, inside }: Retention): Html {
  return markup`${
    ones.length === 0
      ? NOTHING
      : table({
          caption: 'In no cohort: lines at the opening that are worth nothing or less',
          columns: [...left('account'), ...right('opening'), ...left('lines')],
          rows: ones.map(({ account, opening, lines }) => [
            account,
            moneyOf(opening),
            markup`<span class="id">${lines.join(' ')}</span>`,
          ]),
        })
  }
  ${
    inside.length === 0
      ? NOTHING
      : table({
          caption: 'Within the period, and seen at neither of its ends or at both',
          columns: left('account', 'what', 'from', 'until'),
          rows: inside.map(({ account, kind, from, until }) => [
            account,
            kind.replaceAll('-', ' '),
            isoDate(from) ?? '',
            isoDate(until) ?? '',
          ]),
        })
  }`
}
