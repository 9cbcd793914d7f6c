import { useEffect, useState } from 'react'
import type { History } from '../../../history/history.ts'
import { HISTORY_SHEET, readHistorySheet } from '../../../host/desk/history-sheet.ts'
import { HostProblem } from '../../../host/workbook.ts'
import { useDesk } from '../../shell/desk-context.tsx'
import { useRounds } from '../../shell/use-rounds.ts'

export type HistoryNow =
  | { readonly kind: 'reading' }
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'problem'; readonly message: string }

/** What the workbook has kept, read again when its sheet changes. */
export function useHistory(): readonly [now: HistoryNow, readAgain: () => void] {
  const { workbook } = useDesk()
  const [now, setNow] = useState<HistoryNow>({ kind: 'reading' })
  const [round, readAgain] = useRounds(isOfHistory)
  useEffect(() => {
    let isCurrent = true
    readHistorySheet(workbook).then(
      ({ history }) => isCurrent && setNow({ kind: 'history', history }),
      (caught: unknown) => {
        if (!(caught instanceof HostProblem)) throw caught
        if (isCurrent) setNow({ kind: 'problem', message: caught.message })
      },
    )
    return () => {
      isCurrent = false
    }
  }, [workbook, round])
  return [now, readAgain]
}

function isOfHistory(sheet: string): boolean {
  return sheet === HISTORY_SHEET
}
