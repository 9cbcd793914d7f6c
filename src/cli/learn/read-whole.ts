import type { Finding } from '../../findings/finding.ts'
import { bareInput } from '../../model/bare-input.ts'
import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { foldHeader, matchColumns, withTable } from '../../tables/node.ts'
import { joinColumns } from '../join-columns.ts'
import { Problem } from '../problem.ts'
import { sentence } from '../../findings/report.ts'
import { hasErrors } from '../text/findings.ts'

/** A table read whole: the columns of a model's inputs typed, every other column as texts under its header. */
export interface WholeTable {
  readonly path: string
  readonly columns: Columns
  /** Inputs of the model that have a column. */
  readonly declared: readonly Input[]
  /** Headers of all other columns. */
  readonly headers: readonly string[]
  readonly findings: readonly Finding[]
}

/** Which of its columns names the accounts, and on which sheet they are. */
export interface TableOptions {
  readonly key?: string
  readonly sheet?: string
}

/** Reads a table of which not every column is known beforehand. `plain` are headers that no input may take. */
export async function readWhole(
  path: string,
  inputs: readonly Input[],
  { key, sheet, plain = [] }: TableOptions & { readonly plain?: readonly string[] },
): Promise<WholeTable> {
  const options = { ...(key && { key }), ...(sheet && { sheet }) }
  const header = await readHeader(path, options)
  const { columns: matched } = matchColumns(header, inputs, key ?? null)
  const kept = plain.map((name) => headerOf(header, name, path))
  const declared = inputs.filter(
    (input) => input.role === null && matched.has(input.name) && !kept.includes(header[matched.get(input.name)!]!),
  )
  const taken = new Set(declared.map(({ name }) => header[matched.get(name)!]!))
  const headers = header.filter((text, at) => !taken.has(text) && header.indexOf(text) === at)
  const parts: Columns[] = []
  const findings: Finding[] = []
  await withTable(
    path,
    [...declared, ...headers.map((text) => bareInput(text, 'text', { labels: [text] }))],
    async (table) => {
      findings.push(...table.findings)
      for await (const batch of table.batches) {
        parts.push(batch.columns)
        findings.push(...batch.findings)
      }
    },
    options,
  )
  const told = findings.filter(({ slug }) => slug !== 'account-column-missing' || key !== undefined)
  if (hasErrors(told)) throw new Problem(sentence(told.find(({ level }) => level === 'error')!))
  return { path, columns: joinColumns(parts), declared, headers, findings: told }
}

/** The headers of a table alone: what it holds decides how it is to be read. */
export async function readHeader(path: string, options: TableOptions): Promise<readonly string[]> {
  return withTable(
    path,
    [],
    async (table) => {
      const [unreadable] = table.findings.filter(({ level }) => level === 'error')
      if (unreadable) throw new Problem(sentence(unreadable))
      return table.header.filter((text) => text !== '')
    },
    options,
  )
}

/** A column of a table by its header, case and punctuation forgiven. */
export function headerOf(headers: readonly string[], name: string, path: string): string {
  const found = headers.find((text) => text === name) ?? headers.find((text) => foldHeader(text) === foldHeader(name))
  if (found !== undefined) return found
  throw new Problem(`${path} has no column \`${name}\`; it has ${headers.map((text) => `\`${text}\``).join(', ')}`)
}

/** The texts of a column; null where a cell is empty. */
export function textsOf({ columns }: WholeTable, header: string): readonly (string | null)[] {
  const column = columns.inputs.get(header)
  if (column?.kind !== 'text') return []
  return Array.from(column.codes, (code) => column.dictionary[code]?.trim() ?? null)
}
