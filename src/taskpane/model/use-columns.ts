import { useEffect, useState } from 'react'
import type { CompletionContext } from '../../authoring/complete/suggestion.ts'
import { HostProblem, type Region, type Workbook } from '../../host/workbook.ts'
import { plainText } from '../../tables/cell-text.ts'
import { useDesk, useDeskState } from '../shell/desk-context.tsx'

type ColumnsOfSheet = NonNullable<CompletionContext['columns']>

/** So many rows are looked at for samples. */
const SAMPLES = 60

/** The columns of the widest list in the workbook, with what stands in them; empty where there is none. */
export function useColumns(): ColumnsOfSheet {
  const desk = useDesk()
  const { document } = useDeskState()
  const sheet = document?.connections[0]?.sheet ?? null
  const [columns, setColumns] = useState<ColumnsOfSheet>([])
  useEffect(() => {
    let isCurrent = true
    columnsOf(desk.workbook, sheet).then(
      (found) => {
        if (isCurrent) setColumns(found)
      },
      (problem: unknown) => {
        // Without a sheet the model can still be written.
        if (!(problem instanceof HostProblem)) throw problem
      },
    )
    return () => {
      isCurrent = false
    }
  }, [desk, sheet])
  return columns
}

async function columnsOf(workbook: Workbook, sheet: string | null): Promise<ColumnsOfSheet> {
  const regions = await workbook.regions()
  const named = regions.filter(({ block }) => block.sheet === sheet)
  const [widest] = (named.length > 0 ? named : regions).toSorted((a, b) => b.headers.length - a.headers.length)
  return widest === undefined ? [] : samplesOf(workbook, widest)
}

async function samplesOf(workbook: Workbook, { block, headers }: Region): Promise<ColumnsOfSheet> {
  const top = { ...block, bottom: Math.min(block.bottom, block.top + SAMPLES) }
  const [read] = await workbook.readBlocks([top])
  const rows = read?.cells.slice(1) ?? []
  return headers
    .map((header, column) => ({
      header: header.trim(),
      samples: rows.map((row) => plainText(row[column] ?? null).trim()).filter((text) => text !== ''),
    }))
    .filter(({ header }) => header !== '')
}
