import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { type FinanceProposal, proposeFinance } from '../../host/desk/finance/propose.ts'
import type { FinanceSettings } from '../../host/document/document.ts'
import { HostProblem } from '../../host/workbook.ts'
import { useDesk } from '../shell/desk-context.tsx'
import { Notice, Page, Waiting } from '../shell/page.tsx'
import { Note } from '../shell/section.tsx'
import { bandLabel, BandSection } from './band-section.tsx'
import { bandSheet } from './band-sheet.ts'
import { BridgeSection } from './bridge-section.tsx'
import { calibrate } from './calibrate.ts'
import { CalibrationSection } from './calibration-section.tsx'
import { Declare } from './declare.tsx'
import { RetentionSection } from './retention-section.tsx'
import { sayDay } from './say.ts'
import { TieOutSection } from './tie-out-section.tsx'
import { type OutcomesNow, useOutcomes } from './use-outcomes.ts'

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'flex-start', columnGap: '8px' },
  period: { flexGrow: 1, margin: 0, lineHeight: tokens.lineHeightBase300 },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
})

/** What became of the accounts: retention and expansion from contract lines, and whether the scores told. */
export function OutcomesPage() {
  const now = useOutcomes()
  if (now.kind === 'loading') return <Waiting what="Reading the ledger" />
  if (now.kind === 'problem') return <Notice>{now.message}</Notice>
  if (now.kind === 'no ledger') {
    return (
      <Notice>
        No list of this workbook looks like a ledger. Outcomes are computed from contract lines: a sheet with an
        account, a start and an end date and a value a year in each row, and, where there are several, currency, SKU and
        charge type.
      </Notice>
    )
  }
  return <Declared now={now} />
}

interface DeclaredProps {
  readonly now: Extract<OutcomesNow, { kind: 'undeclared' | 'outcomes' }>
}

function Declared({ now }: DeclaredProps) {
  const desk = useDesk()
  /** What the workbook offers now, while somebody declares anew. */
  const [offered, setOffered] = useState<FinanceProposal | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const trying = async (act: () => Promise<unknown>): Promise<void> => {
    try {
      await act()
      setProblem(null)
    } catch (caught) {
      if (!(caught instanceof HostProblem)) throw caught
      setProblem(caught.message)
    }
  }
  const declare = async (finance: FinanceSettings): Promise<void> => {
    await desk.update((document) => ({ ...document, finance }))
    setOffered(null)
  }
  const change = async (): Promise<void> => setOffered(await proposeFinance(desk.workbook, desk.state().asOf))
  const form = (proposal: FinanceProposal, said: string | null, cancel: (() => void) | null) => (
    <Page>
      {said === null ? null : <Note>{said}</Note>}
      <Declare
        proposal={proposal}
        declared={desk.state().document?.finance ?? null}
        declare={(settings) => void trying(() => declare(settings))}
        cancel={cancel}
      />
    </Page>
  )
  if (now.kind === 'undeclared') return form(now.proposal, problem ?? now.problem, null)
  if (offered !== null) return form(offered, problem, () => setOffered(null))
  return <Figures now={now} problem={problem} change={() => void trying(change)} />
}

interface FiguresProps {
  readonly now: Extract<OutcomesNow, { kind: 'outcomes' }>
  /** Why the ledger could not be declared anew just now. */
  readonly problem: string | null
  readonly change: () => void
}

function Figures({ now, problem, change }: FiguresProps) {
  const styles = useStyles()
  const { outcomes, rungs } = now
  const { from, to, policy, ledger } = outcomes.books
  const unplaced = ledger.excluded.filter(({ reason }) => reason !== 'not-recurring').length
  const calibration = useMemo(() => outcomes.followed && calibrate(outcomes.followed), [outcomes])
  const isLive = outcomes.books.hasDates && policy.rate !== 'reported' && calibration !== null
  const sheet = isLive ? () => bandSheet({ outcomes, label: bandLabel(rungs), calibration }) : undefined
  return (
    <Page>
      <div className={styles.head}>
        <p className={styles.period}>
          <strong>
            {sayDay(from)} to {sayDay(to)}
          </strong>
          <br />
          <span className={styles.small}>
            {policy.currency}, {policy.recurring.join(', ')}; ledger complete until {sayDay(policy.asOf)}
          </span>
        </p>
        <Button size="small" onClick={change}>
          Change
        </Button>
      </div>
      {problem === null ? null : <Note>{problem}</Note>}
      {unplaced === 0 ? null : (
        <Note>
          {unplaced === 1 ? 'One line' : `${unplaced} lines`} of the ledger could not be placed, so the figures are
          without {unplaced === 1 ? 'it' : 'them'}: see the excluded lines below.
        </Note>
      )}
      <RetentionSection outcomes={outcomes} />
      <BridgeSection outcomes={outcomes} />
      <BandSection outcomes={outcomes} rungs={rungs} sheet={sheet} />
      {calibration === null ? null : <CalibrationSection calibration={calibration} sheet={sheet} />}
      <TieOutSection outcomes={outcomes} />
    </Page>
  )
}
