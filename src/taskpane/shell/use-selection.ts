import { useEffect, useState } from 'react'
import type { Block } from '../../host/block.ts'
import { useDesk } from './desk-context.tsx'

/** What is selected in the workbook; null where nothing on a sheet is. */
export function useSelection(): Block | null {
  const { workbook } = useDesk()
  const [selected, setSelected] = useState<Block | null>(null)
  useEffect(() => {
    let isCurrent = true
    const stop = workbook.watch((event) => {
      if (event.kind === 'selection') setSelected(event.block)
    })
    // A host that cannot say now will say at the next change.
    workbook.selection().then(
      (block) => isCurrent && setSelected((known) => known ?? block),
      () => null,
    )
    return () => {
      isCurrent = false
      stop()
    }
  }, [workbook])
  return selected
}
