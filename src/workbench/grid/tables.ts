import type { GridTable } from './regions.ts'
import type { Grid } from './univer.ts'
import { toBlock } from './watch.ts'

export function tablesOf(grid: Grid): readonly GridTable[] {
  const workbook = grid.api.getActiveWorkbook()
  return (workbook?.getTableList() ?? []).flatMap(({ name, subUnitId, range }) => {
    const sheet = workbook?.getSheetBySheetId(subUnitId)?.getSheetName()
    return sheet === undefined ? [] : [{ name, block: toBlock(sheet, range) }]
  })
}
