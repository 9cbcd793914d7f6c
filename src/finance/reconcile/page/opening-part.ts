import { isoDate } from '../../../engine/days.ts'
import { readingText } from '../../read/options.ts'
import type { Reconciliation, ReportHeader } from '../reconciliation.ts'
import { bridgeTotal } from '../bridge-rows.ts'
import { countOf, moneyOf, percentOf } from '../shown.ts'
import { checksPart } from './checks-part.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { left, right, table } from './table.ts'

/** Title, the figures that people ask for first, and what a reader must know to trust or repeat them. */
export function openingPart(report: Reconciliation): Html {
  const { header } = report
  const { from, to, policy } = header
  return markup`<header>
    <h1>Reconciliation of recurring revenue</h1>
    <p>${isoDate(from)} to ${isoDate(to)}, in ${policy.currency}, from contract lines</p>
    ${headline(report)}
    ${checksPart(report)}
    <div class="boxes">
      <div><span>Prepared by, date</span>${header.preparer ?? NOTHING}<i></i></div>
      <div><span>Reviewed by, date</span>${header.reviewer ?? NOTHING}<i></i></div>
    </div>
  </header> `
}

function headline({ bridge, retention, scores, churn }: Reconciliation): Html {
  const { cohort, rates } = retention.account
  const total = bridgeTotal(bridge)
  const figures: (readonly [string, string, string, string])[] = [
    ['Closing ARR', moneyOf(total?.closing ?? 0), `opening ${moneyOf(total?.opening ?? 0)}`, 'bridge'],
    ['GRR', percentOf(rates.grr.value), `${moneyOf(cohort.retainedGross)} of ${moneyOf(cohort.opening)}`, 'retention'],
    ['NRR', percentOf(rates.nrr.value), `${moneyOf(cohort.retainedNet)} of ${moneyOf(cohort.opening)}`, 'retention'],
    ['Expansion ACV', moneyOf(cohort.expansion), 'of accounts there at the opening', 'retention'],
    [
      'Logos kept',
      percentOf(rates.logos.value),
      `${countOf(cohort.logosOpen - cohort.logosLost)} of ${countOf(cohort.logosOpen)}`,
      'retention',
    ],
  ]
  if (scores?.closing) {
    const { accounts, amount } = scores.closing.coverage
    const share = amount.denominator === 0 ? null : amount.numerator / amount.denominator
    figures.push([
      'ARR with a score',
      percentOf(share),
      `${countOf(accounts.numerator)} of ${countOf(accounts.denominator)} accounts`,
      'scores',
    ])
  }
  if (churn) {
    figures.push([
      'CRM differences',
      countOf(churn.differences.length),
      `${countOf(churn.matched)} churns are on both sides`,
      'crm',
    ])
  }
  return markup`<dl class="figures">
    ${figures.map(
      ([name, value, of, part]) =>
        markup`<div>
          <dt>${name}</dt>
          <dd><a href="#${part}">${value}</a><small>${of}</small></dd>
        </div>`,
    )}
  </dl>`
}

/** Part 1. */
export function basisPart({ header }: Reconciliation): Html {
  return markup`${table({
    columns: left('', ''),
    rows: basis(header),
  })}
  ${table({
    caption: 'Files that were read',
    columns: [...left('read as', 'file'), ...right('rows'), ...left('sum of amounts', 'sha256')],
    rows: header.inputs.map(({ role, name, rows, sums, sha256 }) => [
      role,
      name,
      rows === null ? '–' : countOf(rows),
      sums.size === 0
        ? '–'
        : markup`${[...sums].map(([currency, cents]) => markup`${moneyOf(cents)} ${currency}<br />`)}`,
      markup`<code>${sha256}</code>`,
    ]),
  })}`
}

function basis({ from, to, policy, reading, matchDays, tolerance, model, engine, runTime }: ReportHeader): string[][] {
  const rate = {
    closing: 'closing rates of the period for both dates; rates alone move the fx line of the bridge',
    opening: 'opening rates of the period for both dates; rates alone move the fx line of the bridge',
    reported: 'each date at its own rate',
  }[policy.rate]
  return [
    ['Period', `balances at the end of ${isoDate(from)} and of ${isoDate(to)}`],
    ['As of', `${isoDate(policy.asOf)}: lines that end later are no churn`],
    [
      'Basis',
      'ARR: the value of a year of every line in force, lines running from their first day up to, and without, their end',
    ],
    ['What recurs', policy.recurring.join(', ')],
    ['Ledger read with', readingText(reading) ?? 'nothing declared: a value a year, ends on the day after'],
    ['Netting', 'gains and losses of an account are set against each other; by SKU and by parent beside it'],
    ['Currency', `${policy.currency}, cohorts at ${rate}`],
    ['Price', 'a higher price is expansion; NRR without it beside it'],
    ['Reactivation', 'accounts that come back have their own line, outside GRR and NRR'],
    [
      'Gaps',
      policy.gapDays === 0
        ? 'every day without a line is a day away'
        : `up to ${policy.gapDays} days without a line are no churn`,
    ],
    [
      'CRM',
      `an event is about a ledger churn of its account at most ${matchDays} days apart; tolerance ${moneyOf(tolerance)}`,
    ],
    [
      'Model',
      model === null
        ? 'none'
        : `${model.name}${model.version === null ? '' : ` version ${model.version}`}, meaning ${model.hash}`,
    ],
    ['Salus', `version ${engine}; no sampling, so no seed`],
    ['Run', runTime ?? 'time not given'],
  ]
}
