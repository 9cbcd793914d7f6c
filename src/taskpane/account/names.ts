import type { AccountList } from '../../host/desk/account-list.ts'
import { plainText } from '../../tables/cell-text.ts'
import { foldHeader } from '../../tables/match.ts'

const NAMES = ['accountname', 'customername', 'companyname', 'name', 'customer', 'company']

/** The column that names accounts for people, where it is not the key itself. */
export function nameColumnOf({ header, matching }: AccountList): number | null {
  const folded = header.map((cell) => foldHeader(plainText(cell)))
  const column = NAMES.map((name) => folded.indexOf(name)).find((at) => at !== -1)
  return column === undefined || column === matching.account ? null : column
}

export function nameOf({ cells }: AccountList, column: number | null, index: number): string | null {
  if (column === null) return null
  const text = plainText(cells[index]?.[column] ?? null).trim()
  return text === '' ? null : text
}
