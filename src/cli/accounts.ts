import type { Finding } from '../findings/finding.ts'
import type { Columns } from '../model/columns.ts'
import { finding } from '../findings/report.ts'
import type { Filler } from '../history/events/fill.ts'
import { allInputs } from '../model/all-inputs.ts'
import { needsOthers } from '../model/across.ts'
import { fillAcross } from '../engine/across/fill.ts'
import type { ScoreTableOptions } from '../engine/across/score-columns.ts'
import { labelOf, type Input } from '../model/input.ts'
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
  /** Fills columns that are figures of logs or of earlier days. */
  readonly figures?: Filler | null
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
  const figures = options.figures ?? null
  const inputs = allInputs(model)
  const read = figures === null ? inputs : inputs.filter(({ name }) => !figures.names.has(name))
  await withTable(
    options.data,
    read,
    async (table) => {
      findings.push(...table.findings.map((found) => asFigure(found, inputs)))
      if (hasErrors(table.findings)) return
      if (figures !== null && table.matching.account === null)
        throw new Problem(`${options.data} names no account, and figures are found by it: add --key`)
      const batches = watched(table.batches, findings, figures)
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

/** A figure that has neither a column nor what it is computed from is told as such. */
function asFigure(found: Finding, inputs: readonly Input[]): Finding {
  if (found.slug !== 'input-column-missing') return found
  const { input: label, nearest } = found.parameters as { readonly input: string; readonly nearest: string | null }
  const input = inputs.find((one) => labelOf(one) === label)
  if (nearest !== null || !input?.figure) return found
  const { figure } = input
  const source = figure.kind === 'events' ? figure.log : figure.kind === 'history' ? 'history' : null
  return source === null ? found : finding('figure-without-source', { input: label, source })
}

async function* watched(
  batches: AsyncIterable<TableBatch>,
  findings: Finding[],
  figures: Filler | null,
): AsyncIterable<TableBatch> {
  for await (const batch of batches) {
    findings.push(...batch.findings)
    yield figures === null ? batch : { ...batch, columns: figures.fill(batch.columns) }
  }
  for (const log of figures?.strange() ?? []) findings.push(finding('log-accounts-strange', { log }))
}
