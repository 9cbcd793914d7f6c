import { type ComponentType, useMemo } from 'react'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import { portfolioFields } from '../../host/filter/fields.ts'
import { useDeskState } from '../shell/desk-context.tsx'
import { Notice, Page, Waiting } from '../shell/page.tsx'
import { usePortfolio } from '../shell/use-portfolio.ts'
import { AsFormulas } from './as-formulas.tsx'
import { useChoice, type ViewName } from './choice.ts'
import { ChosenAccounts } from './chosen-accounts.tsx'
import { chosenPlaces } from './chosen.ts'
import { Books } from './books.tsx'
import { Distribution } from './distribution.tsx'
import { moneyOf } from './money.ts'
import type { Looking } from './looking.ts'
import { Movements } from './movements.tsx'
import { Risks } from './risks.tsx'
import { TrendView } from './trend/trend-view.tsx'
import { Usage } from './usage.tsx'
import { ViewSwitch } from './view-switch.tsx'

/** All accounts, or those of some segments and filters: how they stand, and whom to see first. */
export function PortfolioPage() {
  const now = usePortfolio()
  if (now.kind === 'loading') return <Waiting what="Scoring the accounts" />
  if (now.kind === 'none') return <Notice>{now.message}</Notice>
  if (now.portfolio.list.rows.length === 0)
    return <Notice>The list of accounts on {now.portfolio.list.region.block.sheet} has no rows yet.</Notice>
  return <Views portfolio={now.portfolio} />
}

const VIEWS: Readonly<Record<ViewName, ComponentType<Looking>>> = {
  distribution: Distribution,
  trend: TrendView,
  risks: Risks,
  movements: Movements,
  books: Books,
  usage: Usage,
}

const NO_FILTERS: readonly never[] = []

function Views({ portfolio }: { readonly portfolio: Portfolio }) {
  const [choice, change] = useChoice()
  const { document } = useDeskState()
  const saved = document?.filters ?? NO_FILTERS
  const fields = useMemo(() => portfolioFields(portfolio), [portfolio])
  const money = useMemo(() => moneyOf(portfolio, fields, choice.money), [portfolio, fields, choice.money])
  const places = useMemo(
    () => chosenPlaces(portfolio, fields, saved, choice.segments, choice.filters),
    [portfolio, fields, saved, choice.segments, choice.filters],
  )
  const View = VIEWS[choice.view]
  const looking = { portfolio, fields, money, places, choice, change }
  return (
    <Page>
      <ViewSwitch view={choice.view} change={change} />
      <ChosenAccounts {...looking} saved={saved} />
      <View {...looking} />
      <AsFormulas portfolio={portfolio} />
    </Page>
  )
}
