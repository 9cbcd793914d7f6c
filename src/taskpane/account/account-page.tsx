import { makeStyles, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import { Notice, Page, Waiting } from '../shell/page.tsx'
import { usePortfolio } from '../shell/use-portfolio.ts'
import { useSelection } from '../shell/use-selection.ts'
import { AccountPicker } from './account-picker.tsx'
import { Breakdown } from './breakdown.tsx'
import { Headline } from './headline.tsx'
import { nameColumnOf, nameOf } from './names.ts'
import { OverridePanel } from './override-panel.tsx'
import { Signals } from './signals.tsx'
import { Unreadable } from './unreadable.tsx'

const useStyles = makeStyles({
  hint: { margin: '0 0 10px', color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
})

/** Why the account in the selected row has its score. */
export function AccountPage() {
  const now = usePortfolio()
  if (now.kind === 'loading') return <Waiting what="Scoring the accounts" />
  if (now.kind === 'none') return <Notice>{now.message}</Notice>
  if (now.portfolio.list.rows.length === 0)
    return <Notice>The list of accounts on {now.portfolio.list.region.block.sheet} has no rows yet.</Notice>
  return <Account portfolio={now.portfolio} />
}

function Account({ portfolio }: { readonly portfolio: Portfolio }) {
  const styles = useStyles()
  const { list, applied } = portfolio
  const { index, isChosen } = useAccountSelected(portfolio)
  const nameColumn = useMemo(() => nameColumnOf(list), [list])
  const explanation = useMemo(() => portfolio.explain(index), [portfolio, index])
  const name = nameOf(list, nameColumn, index)
  return (
    <Page>
      <AccountPicker list={list} nameColumn={nameColumn} index={index} />
      {isChosen ? null : (
        <p className={styles.hint}>Click a row of the list to see why that account scores as it does.</p>
      )}
      <Headline model={applied.model} explanation={explanation} name={name} />
      <Signals model={applied.model} explanation={explanation} />
      <Breakdown model={applied.model} explanation={explanation} />
      <Unreadable list={list} index={index} inputs={applied.inputs} />
      <OverridePanel key={explanation.account} portfolio={portfolio} explanation={explanation} />
    </Page>
  )
}

/** The account of the row last selected in the list; the first until one is. */
function useAccountSelected({ list }: Portfolio): { readonly index: number; readonly isChosen: boolean } {
  const selected = useSelection()
  const [last, setLast] = useState<number | null>(null)
  const { sheet } = list.region.block
  const found = selected?.sheet === sheet ? list.rows.indexOf(selected.top) : -1
  if (found !== -1 && found !== last) setLast(found)
  const chosen = found === -1 ? last : found
  return { index: Math.min(chosen ?? 0, list.rows.length - 1), isChosen: chosen !== null }
}
