import { isoDate } from '../../../engine/days.ts'
import type { Ledger } from '../../ledger.ts'
import { monthEnds } from '../../month-ends.ts'
import type { Rates } from '../../rates.ts'
import type { BandOutcomes } from '../band-outcome.ts'
import { detailOf } from '../detail.ts'
import { fxByCurrency } from '../fx-by-currency.ts'
import type { Reconciliation } from '../reconciliation.ts'
import { accountsPart } from './accounts-part.ts'
import { bridgePart } from './bridge-part.ts'
import { completenessPart, excludedPart } from './completeness-part.ts'
import { crmPart } from './crm-part.ts'
import { detailPart } from './detail-part.ts'
import { markup, type Html } from './html.ts'
import { mergedPart } from './merged-part.ts'
import { basisPart, openingPart } from './opening-part.ts'
import { outcomePart } from './outcome-part.ts'
import { restatementPart } from './restatement-part.ts'
import { retentionPart } from './retention-part.ts'
import { roundingPart } from './rounding-part.ts'
import { STYLE } from './style.ts'

/** What the page is made from: the report, what it drills into, and statistics that others computed. */
export interface PageInputs {
  readonly report: Reconciliation
  readonly ledger: Ledger
  readonly rates: Rates
  readonly outcomes: BandOutcomes | null
}

/**
 * The report as one HTML file for screen and paper: no script, nothing from elsewhere, the same bytes for the same
 * inputs. Each figure leads to the accounts and the ids of the lines that it is made of.
 */
export function reconciliationPage({ report, ledger, rates, outcomes }: PageInputs): string {
  const { from, to, policy } = report.header
  const parts: readonly Part[] = [
    { id: 'basis', title: 'What this is', body: basisPart(report) },
    { id: 'completeness', title: 'Completeness', body: markup`${completenessPart(report)}${mergedPart(report)}` },
    { id: 'bridge', title: 'Bridge', body: markup`${bridgePart(report)}${restatementPart(report)}` },
    { id: 'retention', title: 'Retention', body: retentionPart(report) },
    { id: 'scores', title: 'Scored accounts against the ledger', body: accountsPart(report, ledger) },
    { id: 'crm', title: 'CRM against the ledger', body: crmPart(report, ledger) },
    { id: 'outcome', title: 'Bands against what followed', body: outcomePart(outcomes) },
    {
      id: 'cents',
      title: 'Rounding and rates',
      body: roundingPart(report, fxByCurrency(ledger, rates, policy, monthEnds(from, to))),
    },
    { id: 'repeat', title: 'Repeating it', body: repeatPart() },
    {
      id: 'detail',
      title: 'Appendix: accounts and lines',
      body: markup`${detailPart(report, detailOf(report, ledger, rates), ledger)}${excludedPart(report)}`,
    },
  ]
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Reconciliation ${isoDate(from)} to ${isoDate(to)}</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        ${openingPart(report)}
        <nav aria-label="Parts">
          <ol>
            ${parts.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}
          </ol>
        </nav>
        <main>
          ${parts.map(
            ({ id, title, body }, at) =>
              markup`<section aria-labelledby="${id}">
                <h2 id="${id}" ${id === 'detail' ? markup` class="leaf"` : markup``}>${at + 1}. ${title}</h2>
                ${body}
              </section> `,
          )}
        </main>
      </body>
    </html> `.html
}

interface Part {
  readonly id: string
  readonly title: string
  readonly body: Html
}

function repeatPart(): Html {
  return markup`<p>
      The same files, options and version give this file again, byte for byte: no clock, no locale and no order of rows
      or of memory goes into it. The hashes in part 1 say which files these were, that of the model what it means.
      Nothing was changed by hand: overrides by people are part of the scores that were given, with reason and author
      there.
    </p>
    <p class="soft">Manual changes to this report, with who, when and why:</p>
    <div class="boxes">
      <div><span>What, why</span><i></i><i></i></div>
      <div><span>Who, when</span><i></i><i></i></div>
    </div>`
}
