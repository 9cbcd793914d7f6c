import { roleOf, type Role } from './headers.ts'
import type { PastedTable } from './pasted.ts'

/** A pasted table with the meaning of its columns. */
export type Layout =
  | {
      readonly kind: 'measures'
      readonly table: PastedTable
      readonly header: number
      readonly measure: number
      readonly dimension: number | null
      readonly weight: number | null
      readonly description: number | null
      /** Columns of thresholds as they stand. */
      readonly bands: readonly { readonly column: number; readonly word: string; readonly rank: number }[]
    }
  | {
      readonly kind: 'weights'
      readonly table: PastedTable
      readonly header: number
      readonly name: number
      readonly columns: readonly { readonly column: number; readonly label: string; readonly percent: boolean }[]
    }
  | { readonly kind: 'other'; readonly table: PastedTable }

/** Finds the header row and says what each column is. */
export function layoutOf(table: PastedTable): Layout {
  for (let header = 0; header < Math.min(table.rows.length, 5); header++) {
    const roles = table.rows[header]!.map((item) => roleOf(item.text))
    if (roles.filter((role) => role.kind === 'band').length >= 2) return measuresLayout(table, header, roles)
  }
  const header = table.rows.findIndex((row) => row.filter((item) => item.text !== '').length >= 2)
  return header === -1 ? { kind: 'other', table } : weightsLayout(table, header)
}

function measuresLayout(table: PastedTable, header: number, roles: readonly Role[]): Layout {
  const named = columnsOf(roles, 'measure')
  const measure = named.at(-1) ?? columnsOf(roles, 'other')[0] ?? columnsOf(roles, 'dimension')[0] ?? 0
  const dimension = columnsOf(roles, 'dimension').findLast((column) => column !== measure) ?? named.at(-2) ?? null
  return {
    kind: 'measures',
    table,
    header,
    measure,
    dimension,
    weight: columnsOf(roles, 'weight')[0] ?? null,
    description: columnsOf(roles, 'description')[0] ?? null,
    bands: roles.flatMap((role, column) =>
      role.kind === 'band' ? [{ column, word: role.word, rank: role.rank }] : [],
    ),
  }
}

function weightsLayout(table: PastedTable, header: number): Layout {
  const labels = table.rows[header]!.map((item) => item.text)
  const body = table.rows.slice(header + 1)
  const columns = labels.flatMap((label, column) => {
    const cells = body.map((row) => row[column]?.text ?? '').filter((text) => text !== '')
    const numbers = cells.length > 0 && cells.every((text) => /^\d+(?:[.,]\d+)?\s?%?$/.test(text))
    const percent = label.includes('%') || cells.some((text) => text.includes('%'))
    return numbers && (percent || roleOf(label).kind === 'weight') ? [{ column, label, percent }] : []
  })
  const name = labels.findIndex((_, column) => !columns.some((weight) => weight.column === column))
  return columns.length === 0 || name === -1
    ? { kind: 'other', table }
    : { kind: 'weights', table, header, name, columns }
}

function columnsOf(roles: readonly Role[], kind: Role['kind']): readonly number[] {
  return roles.flatMap((role, column) => (role.kind === kind ? [column] : []))
}
