import type { Finding } from '../findings/finding.ts'
import type { Columns } from '../model/columns.ts'
import { allInputs } from '../model/all-inputs.ts'
import { needsOthers } from '../model/across.ts'
import { fillAcross } from '../engine/across/fill.ts'
import type { ScoreTableOptions } from '../engine/across/score-columns.ts'
import type { Model } from '../model/model.ts'
import type { TableBatch } from '../tables/node.ts'
import { withTable } from '../tables/node.ts'
import { sliceColumns } from '../model/pick-rows.ts'
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
 * opened gives no batch. A model with figures across accounts has the whole table read first: `scoring` says how.
 */
export async function readAccounts(
  model: Model,
  options: DataOptions,
  scoring: ScoreTableOptions,
  use: (batches: AsyncIterable<TableBatch>) => Promise<void>,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  await withTable(
    options.data,
    allInputs(model),
    async (table) => {
      findings.push(...table.findings)
      if (hasErrors(table.findings)) return
      const batches = watched(table.batches, findings)
      await use(needsOthers(model) ? withFigures(model, batches, scoring, findings) : batches)
    },
    { ...(options.key && { key: options.key }), ...(options.sheet && { sheet: options.sheet }) },
  )
  return findings
}

/** The whole table of accounts at once, for what compares accounts or versions. */
export async function readColumns(
  model: Model,
  options: DataOptions,
  scoring: ScoreTableOptions,
): Promise<{ readonly columns: Columns; readonly findings: readonly Finding[] }> {
  const parts: Columns[] = []
  const findings = await readAccounts(model, options, scoring, async (batches) => {
    for await (const batch of batches) parts.push(batch.columns)
  })
  return { columns: joinColumns(parts), findings }
}

/** A table that broke off must not pass for a whole one. */
export function demandWhole(path: string, findings: readonly Finding[]): void {
  if (hasErrors(findings)) throw new Problem(`${path} could not be read whole`)
}

/** The same batches with the columns of figures across accounts: all are held until the last has been read. */
async function* withFigures(
  model: Model,
  batches: AsyncIterable<TableBatch>,
  scoring: ScoreTableOptions,
  findings: Finding[],
): AsyncIterable<TableBatch> {
  const held: TableBatch[] = []
  for await (const batch of batches) held.push(batch)
  const filled = fillAcross(model, joinColumns(held.map(({ columns }) => columns)), scoring)
  findings.push(...filled.findings)
  let start = 0
  for (const batch of held) {
    const { length } = batch.columns
    yield { ...batch, columns: sliceColumns(filled.columns, start, length) }
    start += length
  }
}

async function* watched(batches: AsyncIterable<TableBatch>, findings: Finding[]): AsyncIterable<TableBatch> {
  for await (const batch of batches) {
    findings.push(...batch.findings)
    yield batch
  }
}
