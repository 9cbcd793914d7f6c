import { useMemo } from 'react'
import { BandBars } from './band-bars.tsx'
import { Figures } from './figures.tsx'
import type { Looking } from './looking.ts'
import { Losers } from './losers.tsx'
import { Note } from '../shell/section.tsx'
import { tallyBy, tallyOf } from './tally.ts'
import { Totals } from './totals.tsx'

/** How the chosen accounts stand: totals, bands by segment, the figures of the model, and who loses most. */
export function Distribution(looking: Looking) {
  const { portfolio, money, places } = looking
  const { segments } = portfolio.applied.model
  const groups = useMemo(() => {
    const all = [...segments, { name: '', label: 'No segment' }]
    const { segment } = portfolio.scores
    return tallyBy(portfolio, money, places, all, (index) =>
      segment[index] === -1 ? segments.length : segment[index]!,
    )
  }, [portfolio, money, places, segments])
  const whole = useMemo(() => tallyOf(portfolio, money, places), [portfolio, money, places])
  return (
    <>
      <Totals {...looking} tally={whole} />
      <BandBars {...looking} groups={groups} whole={whole} title="Bands by segment" />
      <Figures {...looking} />
      <Losers {...looking} />
      <Note>
        GRR and NRR are computed from contract lines, which this list does not hold: they are on the Outcomes page.
      </Note>
    </>
  )
}
