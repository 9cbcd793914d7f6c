import type { Summary } from '../../validation/learn/summary.ts'
import { percent, tallyText } from '../../validation/learn/tally-text.ts'
import { printTable } from '../text/table.ts'

const columns = [
  { title: 'measure', align: 'left' },
  { title: 'weight', align: 'right' },
  { title: 'chosen', align: 'right' },
  { title: 'churn, worst band first', align: 'left' },
] as const

/** What was learned, for a person at a terminal. */
export function learningLines(summary: Summary, dim: (text: string) => string): readonly string[] {
  const { rows, accounts, events, auc, forward, current, measures, bands, segments } = summary
  const rates = (tallies: Summary['bands']): string =>
    tallies
      .filter((tally) => tally.rows > 0)
      .map((tally) => percent(tally.events / tally.rows))
      .join(' > ')
  return [
    `${rows} outcomes of ${accounts} accounts, ${events} of them churn (${percent(events / rows)})`,
    ...(auc === null
      ? []
      : [`AUC on accounts not learned from ${auc.mean.toFixed(3)} ± ${auc.deviation.toFixed(3)}${pooled(auc)}`]),
    ...(forward === null
      ? []
      : [
          `learned before ${forward.from} and tried on the ${forward.rows} outcomes from then on: ${forward.auc.toFixed(3)}`,
        ]),
    ...(current === null
      ? []
      : [
          `the model in use on the same ${current.rows} outcomes ${current.auc.toFixed(3)} against ${current.learned.toFixed(3)}, p ${current.p.toFixed(3)}`,
        ]),
    ...(measures.length === 0
      ? []
      : [
          '',
          ...printTable(
            columns,
            measures.map(({ name, weight, chosen, bands: own }) =>
              [
                name,
                `${Math.round(100 * weight)}%`,
                chosen === null ? '' : `${Math.round(100 * chosen)}%`,
                rates(own),
              ].map((text) => ({ text })),
            ),
            dim,
          ),
          '',
          'By band of the score, on accounts not learned from:',
          ...bands.flatMap((tally) => (tally.rows === 0 ? [] : [`  ${tallyText(tally)}`])),
          ...segments.map(({ value, events: lost, auc: own, shared }) =>
            own === null
              ? `${value} shares all of it: ${lost} events`
              : `${value} by itself: AUC ${own.toFixed(3)} against ${shared?.toFixed(3)} by what all taught, ${lost} events`,
          ),
        ]),
  ]
}

function pooled({ pooled: area, low, high }: NonNullable<Summary['auc']>): string {
  if (area === null || low === null || high === null) return ''
  return `; all together ${area.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`
}
