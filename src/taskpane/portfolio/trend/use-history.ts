import { useCallback, useEffect, useState } from 'react'
import type { History } from '../../../history/history.ts'
import { HISTORY_SHEET, readHistorySheet } from '../../../host/desk/history-sheet.ts'
import { HostProblem } from '../../../host/workbook.ts'
import { useDesk } from '../../shell/desk-context.tsx'

export type HistoryNow =
  | { readonly kind: 'reading' }
  | { readonly kind: 'history'; readonly history: History }
  | { readonly kind: 'problem'; readonly message: string }

/** What the workbook has kept, read again when its sheet changes. */
export function useHistory(): readonly [now: HistoryNow, readAgain: () => void] {
  const { workbook } = useDesk()
  const [now, setNow] = useState<HistoryNow>({ kind: 'reading' })
  const [round, setRound] = useState(0)
  const readAgain = useCallback(() => setRound((before) => before + 1), [])
  useEffect(
    () =>
      workbook.watch((event) => {
        if (event.kind === 'structure' || (event.kind === 'cells' && event.block.sheet === HISTORY_SHEET)) readAgain()
      }),
    [workbook, readAgain],
  )
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
