import type { Finding } from '../findings/finding.ts'
import type { Input } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import type { TableBatch } from '../tables/node.ts'
import { withTable } from '../tables/node.ts'
import { hasErrors } from './text/findings.ts'

/** Where accounts are read from. */
export interface DataOptions {
  readonly data: string
  readonly key?: string
  readonly sheet?: string
}

/** The inputs of a model and of those whose scores it uses, each name once. */
export function allInputs(model: Model): readonly Input[] {
  const byName = new Map<string, Input>()
  for (const input of [...model.inputs, ...model.uses.flatMap((use) => allInputs(use.model))]) {
    if (!byName.has(input.name)) byName.set(input.name, input)
  }
  return [...byName.values()]
}

/** What the table had to say, and whether its rows could be read at all. */
export interface ReadReport {
  readonly findings: readonly Finding[]
  readonly readable: boolean
}

/** Gives the table of accounts to `use` batch by batch; a table that cannot be read gives none. */
export async function readAccounts(
  model: Model,
  options: DataOptions,
  use: (batches: AsyncIterable<TableBatch>, report: (finding: Finding) => void) => Promise<void>,
): Promise<ReadReport> {
  const findings: Finding[] = []
  const readable = await withTable(
    options.data,
    allInputs(model),
    async (table) => {
      findings.push(...table.findings)
      if (hasErrors(table.findings)) return false
      await use(watched(table.batches, findings), (found) => void findings.push(found))
      return !hasErrors(findings)
    },
    { ...(options.key && { key: options.key }), ...(options.sheet && { sheet: options.sheet }) },
  )
  return { findings, readable }
}

async function* watched(batches: AsyncIterable<TableBatch>, findings: Finding[]): AsyncIterable<TableBatch> {
  for await (const batch of batches) {
    findings.push(...batch.findings)
    yield batch
  }
}
