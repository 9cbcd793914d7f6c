import { useCallback, useEffect, useState } from 'react'
import { useDesk } from './desk-context.tsx'

/**
 * Counts up when cells change on a sheet for which `counts` holds, when sheets or tables come, go or move, and when
 * asked: whoever reads those sheets reads them again. `counts` is to stay the same function.
 */
export function useRounds(counts: (sheet: string) => boolean): readonly [round: number, again: () => void] {
  const { workbook } = useDesk()
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound((before) => before + 1), [])
  useEffect(
    () =>
      workbook.watch((event) => {
        if (event.kind === 'structure' || (event.kind === 'cells' && counts(event.block.sheet))) again()
      }),
    [workbook, counts, again],
  )
  return [round, again]
}
