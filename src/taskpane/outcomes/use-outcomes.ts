import { useCallback, useEffect, useState } from 'react'
import { readAccountsCells } from '../../finance/read/accounts.ts'
import type { Desk } from '../../host/desk/desk.ts'
import { scoresOfHistory } from '../../finance/reconcile/scores-of-history.ts'
import { type Outcomes, outcomesOf } from '../../host/desk/finance/outcomes.ts'
import { type FinanceProposal, proposeFinance } from '../../host/desk/finance/propose.ts'
import { readBooks } from '../../host/desk/finance/read-books.ts'
import { HISTORY_SHEET, readHistorySheet } from '../../host/desk/history-sheet.ts'
import type { FinanceSettings } from '../../host/document/document.ts'
import type { Band } from '../../model/judge.ts'
import { HostProblem } from '../../host/workbook.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'
import { useRounds } from '../shell/use-rounds.ts'
import { ladderOf } from '../portfolio/tally.ts'

/** What the page has to show. */
export type OutcomesNow =
  | { readonly kind: 'loading' }
  /** No list of the workbook could be a ledger. */
  | { readonly kind: 'no ledger' }
  /** Nobody has declared how the ledger counts, or it cannot be read as declared. */
  | { readonly kind: 'undeclared'; readonly proposal: FinanceProposal; readonly problem: string | null }
  | {
      readonly kind: 'outcomes'
      readonly settings: FinanceSettings
      readonly outcomes: Outcomes
      readonly rungs: readonly Band[]
    }
  | { readonly kind: 'problem'; readonly message: string }

/** Reads the books whenever the workbook changes; while that goes on the last figures stay. */
export function useOutcomes(): OutcomesNow {
  const desk = useDesk()
  const state = useDeskState()
  const finance = state.document?.finance
  const isRead = useCallback(
    (sheet: string) =>
      sheet === HISTORY_SHEET ||
      [finance?.ledger, finance?.rates, finance?.crm].some((place) => place?.sheet === sheet),
    [finance],
  )
  const [round] = useRounds(isRead)
  const [now, setNow] = useState<OutcomesNow>({ kind: 'loading' })
  useEffect(() => {
    let isCurrent = true
    read(desk).then(
      (next) => isCurrent && setNow(next),
      (problem: unknown) => {
        if (!(problem instanceof HostProblem)) throw problem
        if (isCurrent) setNow({ kind: 'problem', message: problem.message })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [desk, state, round])
  return now
}

async function read(desk: Desk): Promise<OutcomesNow> {
  const { document } = await desk.load()
  const settings = document?.finance ?? null
  if (settings === null) return undeclared(desk, null)
  const found = await desk.portfolio()
  const portfolio = found !== null && !('kind' in found) ? found : null
  const accounts = portfolio && readAccountsCells([portfolio.list.header, ...portfolio.list.cells]).accounts
  const books = await readBooks(desk.workbook, settings, accounts?.parentOf ?? new Map())
  if (books.kind === 'refusal') return undeclared(desk, books.message)
  const { history } = await readHistorySheet(desk.workbook)
  const model = portfolio?.applied.model.name ?? history.snapshots.at(-1)?.model.name ?? null
  const outcomes = outcomesOf(books, scoresOfHistory(history, model))
  return { kind: 'outcomes', settings, outcomes, rungs: portfolio === null ? [] : ladderOf(portfolio) }
}

async function undeclared(desk: Desk, problem: string | null): Promise<OutcomesNow> {
  const proposal = await proposeFinance(desk.workbook, desk.state().asOf)
  return proposal === null ? { kind: 'no ledger' } : { kind: 'undeclared', proposal, problem }
}
