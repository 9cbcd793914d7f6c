import { makeStyles, tokens } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { Band } from '../../model/judge.ts'
import type { SheetContent } from '../../host/workbook.ts'
import type { Outcomes } from '../../host/desk/finance/outcomes.ts'
import { wilson } from '../../validation/statistics/wilson.ts'
import { Note, Section } from '../shell/section.tsx'
import { toneOf } from '../shell/tone.ts'
import { BandTag } from '../shell/band-tag.tsx'
import { ChartSection } from './chart-section.tsx'
import { FiguresTable } from '../shell/figures-table.tsx'
import { type Rate, RateDots } from './rate-dots.tsx'
import { sampleText } from './sample-text.ts'
import { sayCents, sayDay, sayRate, sayShare } from './say.ts'

const useStyles = makeStyles({
  under: { color: tokens.colorNeutralForeground2, fontWeight: 'normal' },
})

interface BandSectionProps {
  readonly outcomes: Outcomes
  /** The bands of the model's score, worst first. */
  readonly rungs: readonly Band[]
  readonly sheet: (() => SheetContent) | undefined
}

/** What became of each band of the opening: retention in money, and churn in accounts with how sure that is. */
export function BandSection({ outcomes, rungs, sheet }: BandSectionProps) {
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
  const label = bandLabel(rungs)
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
          heads={['GRR', 'NRR', 'Expansion']}
          rows={groups.map(({ group, cohort, rates: shares }) => ({
            key: group ?? '',
            name: (
              <Under text={`of ${sayCents(cohort.opening)}`}>
                {group === null ? 'Not scored' : <BandTag bands={rungs} name={group} />}
              </Under>
            ),
            cells: [
              <Under key="grr" text={sayCents(cohort.retainedGross)}>
                {sayShare(shares.grr)}
              </Under>,
              <Under key="nrr" text={sayCents(cohort.retainedNet)}>
                {sayShare(shares.nrr)}
              </Under>,
              sayCents(cohort.expansion),
            ],
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
        sheet={sheet}
      >
        <Note>
          Accounts gone at the closing, of those there at the opening; the line through each is its 95% interval
          (Wilson). {sampleText(events)}
        </Note>
      </ChartSection>
    </>
  )
}

/** How a band is called; accounts without one have a name too. */
export function bandLabel(rungs: readonly Band[]): (group: string | null) => string {
  return (group) => (group === null ? 'Not scored' : toneOf(rungs, group).label)
}

/** A figure with what it was made of below it. */
function Under({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <>
      {children}
      <br />
      <span className={styles.under}>{text}</span>
    </>
  )
}
