import type { Band } from '../../model/judge.ts'
import type { RetentionGroup } from '../../finance/retention.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import { wilson } from '../../validation/statistics/wilson.ts'
import { Note, Section } from '../portfolio/section.tsx'
import { toneOf } from '../shell/tone.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { ChartSection } from './chart-section.tsx'
import { FiguresTable } from './figures-table.tsx'
import { type Rate, RateDots } from './rate-dots.tsx'
import { sayCents, sayDay, sayRate, sayShare } from './say.ts'

interface BandSectionProps {
  readonly outcomes: Outcomes
  /** The bands of the model's score, worst first. */
  readonly rungs: readonly Band[]
}

/** What became of each band of the opening: retention in money, and churn in accounts with how sure that is. */
export function BandSection({ outcomes, rungs }: BandSectionProps) {
  const { report, followed } = outcomes
  const groups = report.groups.band
  if (groups === null || followed === null) {
    return (
      <Section title="By band at the opening">
        <Note>
          There are no scores of {sayDay(outcomes.books.from)} or before in this workbook. Bands of today would be
          hindsight, so they are not used. Keep a snapshot on the Portfolio page; once one is as old as the opening,
          GRR, expansion and churn stand here by band.
        </Note>
      </Section>
    )
  }
  const day = followed.date
  const label = (group: string | null): string => (group === null ? 'Not scored' : toneOf(rungs, group).label)
  const rates = groups.map((group): Rate => {
    const { logosOpen, logosLost } = group.cohort
    return {
      key: group.group ?? '',
      label: label(group.group),
      tone: group.group === null ? null : toneOf(rungs, group.group),
      value: logosOpen === 0 ? null : logosLost / logosOpen,
      interval: wilson(logosLost, logosOpen),
      of: `${logosLost} of ${logosOpen}`,
    }
  })
  const events = groups.reduce((sum, { cohort }) => sum + cohort.logosLost, 0)
  return (
    <>
      <Section title="GRR and expansion by band">
        <FiguresTable
          title="GRR and expansion by band"
          heads={['Opening', 'GRR', 'NRR', 'Expansion']}
          rows={groups.map((group) => ({
            key: group.group ?? '',
            name: group.group === null ? 'Not scored' : <BandTag bands={rungs} name={group.group} />,
            cells: moneyCells(group),
          }))}
        />
        <Note>
          Bands of {sayDay(day)}
          {day === outcomes.books.from ? '' : ', the last scores before the opening'}; {outcomes.books.policy.currency}.
          The rows add up to the whole above.
        </Note>
      </Section>
      <ChartSection
        title="Churn by band"
        chart={<RateDots title="Churn by band" rates={rates} />}
        table={
          <FiguresTable
            title="Churn by band"
            heads={['Churned', 'Rate', '95% interval']}
            rows={rates.map(({ key, label: name, of, value, interval }) => ({
              key,
              name,
              cells: [
                of,
                value === null ? '–' : sayRate(value),
                interval === null ? '–' : `${sayRate(interval.low)} to ${sayRate(interval.high)}`,
              ],
            }))}
          />
        }
      >
        <Note>
          Accounts gone at the closing, of those there at the opening; the line through each is its 95% interval
          (Wilson). {sampleText(events)}
        </Note>
      </ChartSection>
    </>
  )
}

function moneyCells({ cohort, rates }: RetentionGroup): readonly string[] {
  return [sayCents(cohort.opening), sayShare(rates.grr), sayShare(rates.nrr), sayCents(cohort.expansion)]
}

/** How much so many events can show. */
export function sampleText(events: number): string {
  if (events < 10) return `Only ${events} churned: too few for a rate to mean much.`
  if (events < 100) return `${events} churned: indicative, not proof.`
  return ''
}
