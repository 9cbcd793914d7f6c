import type { Connection } from '../../host/document/document.ts'
import type { Region } from '../../host/workbook.ts'

/** What is stored of a list; nothing chosen by hand where there is nothing. */
export function connectionOf(connections: readonly Connection[], region: Region): Connection {
  const { sheet } = region.block
  const found = connections.find((one) => isOf(one, region))
  return found ?? { sheet, table: region.table, columns: {} }
}

/** The connections with this list as the one that holds the accounts. */
export function withList(connections: readonly Connection[], region: Region): readonly Connection[] {
  const own = connectionOf(connections, region)
  return [own, ...connections.filter((one) => one !== own)]
}

/** The connections with a column for an input; null is no column on purpose, undefined leaves it to the headers again. */
export function withColumn(
  connections: readonly Connection[],
  region: Region,
  input: string,
  header: string | null | undefined,
): readonly Connection[] {
  const [own, ...others] = withList(connections, region)
  const { [input]: _, ...columns } = own!.columns
  return [{ ...own!, columns: header === undefined ? columns : { ...columns, [input]: header } }, ...others]
}

function isOf({ sheet, table }: Connection, region: Region): boolean {
  return sheet.toLowerCase() === region.block.sheet.toLowerCase() && table === region.table
}
