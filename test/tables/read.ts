import { sentence } from '../../src/findings/report.ts'
import type { Column, Columns } from '../../src/model/columns.ts'
import type { Input } from '../../src/model/input.ts'
import { bytesSource, openBytes, type ReadOptions, type Table } from '../../src/tables/browser.ts'

/** A table read to its end: values as plain arrays, everything said in words. */
export interface WholeTable {
  readonly header: readonly string[]
  readonly accounts: readonly string[] | null
  readonly inputs: Readonly<Record<string, readonly (number | string | null)[]>>
  readonly unreadable: Readonly<Record<string, readonly number[]>>
  readonly rowNumbers: readonly number[]
  readonly says: readonly string[]
}

export async function whole(table: Table): Promise<WholeTable> {
  const accounts: string[] = []
  const inputs = new Map<string, (number | string | null)[]>()
  const unreadable = new Map<string, number[]>()
  const rowNumbers: number[] = []
  const says = table.findings.map(sentence)
  let keyed = false
  for await (const { columns, firstRow, rowNumbers: numbers, findings } of table.batches) {
    if (firstRow !== rowNumbers.length) throw new Error(`a batch says ${firstRow} after ${rowNumbers.length} rows`)
    keyed = columns.accounts !== null
    accounts.push(...(columns.accounts ?? []))
    rowNumbers.push(...Array.from(numbers))
    for (const [name, column] of columns.inputs) {
      inputs.set(name, [...(inputs.get(name) ?? []), ...plain(column, columns)])
      unreadable.set(name, [...(unreadable.get(name) ?? []), ...column.unreadable.map((row) => row + firstRow)])
    }
    says.push(...findings.map(sentence))
  }
  return {
    header: table.header,
    accounts: keyed ? accounts : null,
    inputs: Object.fromEntries(inputs),
    unreadable: Object.fromEntries(unreadable),
    rowNumbers,
    says,
  }
}

function plain(column: Column, { length }: Columns): (number | string | null)[] {
  return Array.from({ length }, (_, row) => {
    if (column.kind === 'text') return column.dictionary[column.codes[row]!] ?? null
    const value = column.values[row]!
    return Number.isNaN(value) ? null : value
  })
}

/** Reads text or bytes as a file of that format. */
export async function readAs(
  format: 'csv' | 'json' | 'ndjson' | 'xlsx',
  content: string | Uint8Array,
  inputs: readonly Input[],
  options: ReadOptions = {},
): Promise<WholeTable> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return whole(await openBytes(bytesSource(bytes), format, inputs, { name: 'data', ...options }))
}
