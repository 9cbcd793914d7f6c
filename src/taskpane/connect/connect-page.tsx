import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { useEffect, useMemo, useState } from 'react'
import type { Connection } from '../../host/document/document.ts'
import type { Region } from '../../host/workbook.ts'
import { isAcross } from '../../model/across.ts'
import { allInputs } from '../../model/all-inputs.ts'
import { comparedTexts } from '../../model/compared-texts.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { Page, Waiting } from '../shell/page.tsx'
import { usePortfolio } from '../shell/use-portfolio.ts'
import { ConnectedList } from './connected-list.tsx'
import { connectionOf, withColumn, withList } from './connections.ts'
import { ListChoice } from './list-choice.tsx'
import { WantedInputs } from './wanted-inputs.tsx'

const NO_CONNECTIONS: readonly never[] = []

/** Which list holds the accounts, and which of its columns feeds which input of the model. */
export function ConnectPage() {
  const desk = useDesk()
  const { document, models } = useDeskState()
  const now = usePortfolio()
  const regions = useRegions()
  const [problem, setProblem] = useState<string | null>(null)
  const connections = document?.connections ?? NO_CONNECTIONS
  const list = now.kind === 'portfolio' ? now.portfolio.list : null
  const connection = useMemo(() => list && connectionOf(connections, list.region), [list, connections])
  if (now.kind === 'loading' || regions === null) return <Waiting what="Looking for lists of accounts" />
  const change = async (edit: (before: readonly Connection[]) => readonly Connection[]): Promise<void> => {
    const saved = await desk.update((before) => ({ ...before, connections: edit(before.connections) }))
    setProblem(saved.kind === 'refused' ? saved.message : null)
  }
  const wanted = models[0] === undefined ? [] : allInputs(models[0].model).filter((one) => !isAcross(one))
  if (regions.length === 0)
    return (
      <Page>
        <p>There is no list in this workbook yet: a row of headers with an account in each row below.</p>
        <WantedInputs inputs={wanted} />
      </Page>
    )
  return (
    <Page>
      <ListChoice
        regions={regions}
        chosen={list?.region ?? null}
        choose={(region) => void change((before) => withList(before, region))}
      />
      {problem === null ? null : (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {now.kind === 'none' ? (
        <>
          <p>{now.message}</p>
          <WantedInputs inputs={wanted} />
        </>
      ) : null}
      {list === null || connection === null || now.kind === 'none' ? null : (
        <ConnectedList
          list={list}
          inputs={now.portfolio.applied.inputs.filter((one) => !isAcross(one) || list.matching.columns.has(one.name))}
          compared={comparedTexts(now.portfolio.applied.model)}
          connection={connection}
          connect={(input, header) => void change((before) => withColumn(before, list.region, input, header))}
        />
      )}
    </Page>
  )
}

/** Everything that looks like a list; null until the host has said. */
function useRegions(): readonly Region[] | null {
  const { workbook } = useDesk()
  const state = useDeskState()
  const [regions, setRegions] = useState<readonly Region[] | null>(null)
  useEffect(() => {
    let isCurrent = true
    workbook.regions().then(
      (found) => isCurrent && setRegions(found),
      () => isCurrent && setRegions([]),
    )
    return () => {
      isCurrent = false
    }
  }, [workbook, state])
  return regions
}
