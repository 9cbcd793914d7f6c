import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components'
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import type { Desk } from '../../host/desk/desk.ts'
import { AccountPage } from '../account/account-page.tsx'
import { ConnectPage } from '../connect/connect-page.tsx'
import { StartPage } from '../start/start-page.tsx'
import { DeskProvider, useDeskState } from './desk-context.tsx'
import { type Go, GoContext, type PageName, type PageProps } from './go.ts'
import { Waiting } from './page.tsx'
import { Themed, type Look } from './theme.tsx'

/** Loaded when it is first turned to: who clicks a cell wants the account. */
const PortfolioPage = lazy(async () => ({ default: (await import('../portfolio/portfolio-page.tsx')).PortfolioPage }))

/** The editor is a third of the pane, and most who open it read. */
const ModelPage = lazy(async () => ({ default: (await import('../model/model-page.tsx')).ModelPage }))

/** The ledger's figures are a page of their own too, with statistics that no other page needs. */
const OutcomesPage = lazy(async () => ({ default: (await import('../outcomes/outcomes-page.tsx')).OutcomesPage }))

/** The pages, in the order of their tabs. */
const PAGES = [
  { name: 'account', label: 'Account', Page: AccountPage },
  { name: 'portfolio', label: 'Portfolio', Page: PortfolioPage },
  { name: 'outcomes', label: 'Outcomes', Page: OutcomesPage },
  { name: 'model', label: 'Model', Page: ModelPage },
  { name: 'connect', label: 'Connect', Page: ConnectPage },
] as const satisfies readonly {
  readonly name: PageName
  readonly label: string
  readonly Page: ComponentType<PageProps>
}[]

const useStyles = makeStyles({
  pane: {
    display: 'flex',
    flexDirection: 'column',
    height: '100%',
    minWidth: '320px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase300,
  },
  tabs: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, paddingRight: '34px' },
  // Five names fit 320 pixels beside Excel's own button.
  tab: { padding: '8px 1px', fontSize: tokens.fontSizeBase200 },
  page: { flexGrow: 1, minHeight: 0, overflowY: 'auto', overflowX: 'hidden', position: 'relative' },
})

export interface PaneProps {
  readonly desk: Desk
  /** Of the host, where it says; else the system's. */
  readonly look?: Look | undefined
  readonly firstPage?: PageName
}

/** The whole pane, the same in Excel and in the workbench. */
export function Pane({ desk, look, firstPage = 'account' }: PaneProps) {
  return (
    <Themed look={look}>
      <DeskProvider desk={desk}>
        <Pages firstPage={firstPage} />
      </DeskProvider>
    </Themed>
  )
}

function Pages({ firstPage }: { readonly firstPage: PageName }) {
  const styles = useStyles()
  const state = useDeskState()
  const [{ name, at }, setPlace] = useState<{ readonly name: PageName; readonly at: string | undefined }>({
    name: firstPage,
    at: undefined,
  })
  const go: Go = (page, where) => setPlace({ name: page, at: where })
  // A button of the ribbon turns to a page by the address; Excel takes the history away from pages, the hash it leaves.
  useEffect(() => {
    const turn = (): void => {
      const asked = PAGES.find((page) => `#${page.name}` === location.hash)
      if (asked !== undefined) setPlace({ name: asked.name, at: undefined })
    }
    window.addEventListener('hashchange', turn)
    return () => window.removeEventListener('hashchange', turn)
  }, [])
  const Page: ComponentType<PageProps> = PAGES.find((page) => page.name === name)!.Page
  const isNew = state.status === 'ready' && state.models.length === 0
  return (
    <main className={styles.pane}>
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={name}
        onTabSelect={(_, data) => go(data.value as PageName)}
      >
        {PAGES.map((page) => (
          <Tab
            key={page.name}
            className={styles.tab}
            value={page.name}
            id={`salus-tab-${page.name}`}
            aria-controls="salus-page"
          >
            {page.label}
          </Tab>
        ))}
      </TabList>
      <div className={styles.page} id="salus-page" role="tabpanel" aria-labelledby={`salus-tab-${name}`}>
        <GoContext value={go}>
          <Suspense fallback={<Waiting what={name === 'model' ? 'Opening the editor' : 'Opening the page'} />}>
            {isNew && name !== 'model' ? <StartPage /> : <Page at={at} />}
          </Suspense>
        </GoContext>
      </div>
    </main>
  )
}
