import type { Finding } from '../findings/finding.ts'
import type { Columns } from '../model/columns.ts'
import { allInputs } from '../model/all-inputs.ts'
import type { Model } from '../model/model.ts'
import type { TableBatch } from '../tables/node.ts'
import { withTable } from '../tables/node.ts'
import { joinColumns } from './join-columns.ts'
import { Problem } from './problem.ts'
import { hasErrors } from './text/findings.ts'

/** Where accounts are read from. */
export interface DataOptions {
  readonly data: string
  readonly key?: string
  readonly sheet?: string
}

/**
 * Gives the table of accounts to `use` batch by batch, and gives back what was to be said of it; a table that cannot be
 * opened gives no batch.
 */
export async function readAccounts(
  model: Model,
  options: DataOptions,
  use: (batches: AsyncIterable<TableBatch>) => Promise<void>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  await withTable(
    options.data,
    allInputs(model),
    async (table) => {
      findings.push(...table.findings)
      if (!hasErrors(table.findings)) await use(watched(table.batches, findings))
    },
    { ...(options.key && { key: options.key }), ...(options.sheet && { sheet: options.sheet }) },
  )
  return findings
}

/** The whole table of accounts at once, for what compares accounts or versions. */
export async function readColumns(
  model: Model,
  options: DataOptions,
): Promise<{ readonly columns: Columns; readonly findings: readonly Finding[] }> {
  const parts: Columns[] = []
  const findings = await readAccounts(model, options, async (batches) => {
    for await (const batch of batches) parts.push(batch.columns)
  })
  return { columns: joinColumns(parts), findings }
}

/** A table that broke off must not pass for a whole one. */
export function demandWhole(path: string, findings: readonly Finding[]): void {
  if (hasErrors(findings)) throw new Problem(`${path} could not be read whole`)
}

async function* watched(batches: AsyncIterable<TableBatch>, findings: Finding[]): AsyncIterable<TableBatch> {
  for await (const batch of batches) {
    findings.push(...batch.findings)
    yield batch
  }
}
