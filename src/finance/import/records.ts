import type { Finding } from '../../findings/finding.ts'
import type { Input } from '../../model/input.ts'
import type { Table } from '../../tables/table.ts'
import { type Field, fieldColumn, fieldInputs, serveFields } from '../read/fields.ts'

/** A row of an export as texts by column; a blank cell and an absent column are an empty text. */
export type ExportRow = Readonly<Record<string, string>>

/** The inputs to open a table of an export with, with `key: false`; columns go by their own names. */
export function recordInputs(columns: readonly string[]): readonly Input[] {
  return fieldInputs(fieldsOf(columns))
}

/** Reads the rows of a table of an export. */
export async function readRecords(
  table: Table,
  columns: readonly string[],
): Promise<{ readonly rows: readonly ExportRow[]; readonly findings: readonly Finding[] }> {
  const fields = fieldsOf(columns)
  const served = serveFields(table.header, table.matching, fields)
  const rows: ExportRow[] = []
  const findings: Finding[] = table.findings.filter(({ slug }) => slug === 'file-unreadable')
  for await (const batch of table.batches) {
    const read = columns.map((name) => ({ name, column: fieldColumn(batch.columns.inputs, served, name) }))
    for (let row = 0; row < batch.columns.length; row++) {
      const texts = read.map(({ name, column }): [string, string] => {
        const code = column?.codes[row] ?? -1
        return [name, code < 0 ? '' : column!.dictionary[code]!.trim()]
      })
      if (texts.some(([, text]) => text !== '')) rows.push(Object.fromEntries(texts))
    }
    findings.push(...batch.findings.filter(({ slug }) => slug !== 'table-empty'))
  }
  return { rows, findings }
}

function fieldsOf(columns: readonly string[]): readonly Field[] {
  return columns.map((name) => ({ name, headers: [[name]], required: false }))
}
