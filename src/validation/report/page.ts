import { markup, NOTHING, type Html } from '../../finance/reconcile/page/html.ts'
import { STYLE } from '../../finance/reconcile/page/style.ts'
import { table } from '../../finance/reconcile/page/table.ts'
import type { Validation } from '../validate.ts'
import { bandChart } from './band-chart.ts'
import { reportSections } from './sections.ts'
import { shownPercent } from './shown.ts'

/** What a report was made from, for whoever wants to make it again. */
export interface PageSource {
  /** Names of the files, without their folders. */
  readonly files: readonly string[]
}

/** The report as one HTML file for screen and paper: no script, nothing from elsewhere, the same bytes for the same inputs. */
export function validationPage(validation: Validation, { files }: PageSource): string {
  const { verdict, whole, options } = validation
  const sections = reportSections(validation)
  return markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Does the score tell the truth?</title>
        <style>
          ${{ html: STYLE }}
        </style>
      </head>
      <body>
        <h1>Does the score tell the truth?</h1>
        <p class="${verdict.kind === 'predicts' ? 'good' : 'bad'}"><strong>${verdict.sentence}</strong></p>
        <dl class="figures">
          ${figure('lost', String(whole.events), `of ${whole.n}`)}
          ${figure('rate', shownPercent(whole.n === 0 ? null : whole.events / whole.n), 'of all rows')}
          ${whole.ci === null || whole.auc === null ? NOTHING : figure('AUC', whole.auc.toFixed(3), `${whole.ci.low.toFixed(3)} to ${whole.ci.high.toFixed(3)}, ${whole.method}`)}
        </dl>
        <main>
          ${sections.map(
            ({ title, lines, table: found }, at) =>
              markup`<section aria-labelledby="part-${at + 1}">
                <h2 id="part-${at + 1}">${at + 1}. ${title}</h2>
                ${title === 'Lost by band' && validation.byBand ? bandChart(validation.byBand) : NOTHING}
                ${lines.map((line) => markup`<p>${line}</p>`)}
                ${found === null ? NOTHING : table({ columns: found.columns, rows: found.rows })}
              </section> `,
          )}
        </main>
        <p class="soft">
          Made from ${files.join(', ')}; horizon ${options.horizon} days, seed ${options.seed}. The same files and options
          give this file again, byte for byte.
        </p>
      </body>
    </html> `.html
}

function figure(name: string, value: string, beside: string): Html {
  return markup`<div><dt>${name}</dt><dd>${value}<small>${beside}</small></dd></div>`
}
