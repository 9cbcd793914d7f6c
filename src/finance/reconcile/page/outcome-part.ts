import type { BandOutcomes } from '../band-outcome.ts'
import { countOf, moneyOf, percentOf } from '../shown.ts'
import { markup, NOTHING, type Html } from './html.ts'
import { left, right, table } from './table.ts'

/** Part 7: whether accounts in bad bands were those that left. */
export function outcomePart(outcomes: BandOutcomes | null): Html {
  if (outcomes === null)
    return markup`<p class="soft">There are no bands on or before the opening to compare with what followed.</p>`
  const { bands, trend, reversals } = outcomes
  const events = bands.reduce((sum, { lost }) => sum + lost, 0)
  return markup`${table({
    columns: [
      ...left('band at the opening'),
      ...right(
        'accounts',
        'lost',
        'share lost',
        '95% interval',
        'ARR at the opening',
        'ARR lost or shrunk',
        'share of ARR',
      ),
    ],
    rows: bands.map(({ band, accounts, lost, interval, opening, lostAmount }) => [
      band,
      countOf(accounts),
      countOf(lost),
      events < 10 ? '–' : percentOf(accounts === 0 ? null : lost / accounts, 1),
      events < 10 || interval === null ? '–' : `${percentOf(interval.low, 1)} to ${percentOf(interval.high, 1)}`,
      moneyOf(opening),
      moneyOf(lostAmount),
      percentOf(opening === 0 ? null : lostAmount / opening, 1),
    ]),
  })}
    <p>
      ${sample(events)}
      ${trend === null ? 'There is no trend to test.' : `Trend over the bands: p ${trend < 0.0001 ? 'below 0.0001' : trend.toFixed(4)} (Cochran-Armitage).`}
      ${reversals.length === 0 ? NOTHING : `The wrong way round: ${reversals.join('; ')}.`}
    </p>
    <p class="soft">
      Intervals are Wilson’s. Scores after the opening are not used. Discrimination, calibration, survival and the
      checks for leaks are the business of salus validate.
    </p>`
}

function sample(events: number): string {
  const lost = `${countOf(events)} accounts were lost`
  if (events < 10) return `${lost}: too few for rates, counts only.`
  return events < 100 ? `${lost}: indicative.` : `${lost}.`
}
