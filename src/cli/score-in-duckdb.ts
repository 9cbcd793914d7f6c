import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { allInputs } from '../model/all-inputs.ts'
import { needsOthers } from '../model/across.ts'
import type { Model } from '../model/model.ts'
import { formatOf, withTable, writeWhole, type Format } from '../tables/node.ts'
import { scoreInDuckdb, type Ready } from '../warehouse/duckdb/score.ts'
import { readAccounts, type DataOptions } from './accounts.ts'
import type { Console } from './console.ts'
import { printPieces } from './print-pieces.ts'
import { Problem } from './problem.ts'
import { hasErrors } from './text/findings.ts'

export interface DuckdbOptions extends DataOptions {
  readonly out?: string
  readonly memory?: string
}

/** What became of a scoring: what is to be said of the data and of what was written, or why another engine is to do it. */
export type Outcome =
  | { readonly kind: 'done'; readonly findings: readonly Finding[]; readonly written: readonly Finding[] }
  | { readonly kind: 'refused'; readonly problem: string; readonly findings: readonly Finding[] }

export interface DuckdbGiven {
  readonly asOf: number | null
  readonly segment?: string
  readonly format: Format
}

/** Scores a file inside DuckDB, with what is said and written the same as by the kernels; refused before anything is written. */
export async function scoreWithDuckdb(
  model: Model,
  options: DuckdbOptions,
  given: DuckdbGiven,
  console: Console,
): Promise<Outcome> {
  const { format } = given
  const { memory = '2GB' } = options
  if (!/^\d+(?:\.\d+)?\s?[KMGT]i?B$/i.test(memory))
    throw new Problem(`--memory is a size such as 2GB; \`${memory}\` is not`)
  if (format !== 'csv' && format !== 'parquet') return refusedFor(`DuckDB writes csv and parquet, not ${format}`)
  if (needsOthers(model)) return refusedFor(`${model.name} compares accounts, which DuckDB does not`)
  const { header, matching, findings } = await withTable(
    options.data,
    allInputs(model),
    (table) => Promise.resolve(table),
    options.key === undefined ? {} : { key: options.key },
  )
  if (hasErrors(findings)) return { kind: 'done', findings, written: [] }
  if (format === 'parquet' && options.out === undefined) {
    throw new Problem('parquet cannot be shown on a screen: add --out scores.parquet')
  }
  const folder = await mkdtemp(join(tmpdir(), 'salus-'))
  const spill = options.out === undefined ? join(folder, 'spill') : `${besides(options.out)}.spill`
  const scoring = {
    data: options.data,
    format: formatOf(options.data),
    header,
    matching,
    memory,
    spill,
    asOf: given.asOf,
    ...(given.segment !== undefined && { segment: given.segment }),
    progress: (percent: number, done: string) => console.err(`${Math.floor(percent)}% of the accounts ${done}\n`),
  }
  try {
    return await scoreInDuckdb(model, scoring, async (result): Promise<Outcome> => {
      if (result.kind === 'refused') return result
      if (!result.troubled) {
        const { isWhole, problems } = await write(result, options.out, format, 'stop', folder, console)
        if (isWhole || problems.length > 0) return { kind: 'done', findings, written: problems }
      }
      const said = await readAccounts(model, options, { asOf: given.asOf }, drain)
      if (hasErrors(said)) return { kind: 'done', findings: said, written: [] }
      const { problems } = await write(result, options.out, format, 'missing', folder, console)
      return { kind: 'done', findings: said, written: problems }
    })
  } catch (error) {
    if (!isDuckdbError(error)) throw error
    return refusedFor(`DuckDB cannot score ${options.data} (${firstLine(error)})`)
  } finally {
    await rm(folder, { force: true, recursive: true })
  }
}

/** Whether all was written; not where a cell that cannot be read was to stop it. */
async function write(
  result: Ready,
  out: string | undefined,
  format: 'csv' | 'parquet',
  unreadable: 'stop' | 'missing',
  folder: string,
  console: Console,
): Promise<{ readonly isWhole: boolean; readonly problems: readonly Finding[] }> {
  if (out !== undefined) {
    let isWhole = false
    const problems = await writeWhole(out, async (temporary) => {
      isWhole = await result.write(temporary, format, unreadable)
      return isWhole
    })
    return { isWhole, problems }
  }
  const file = join(folder, 'scores.csv')
  const isWhole = await result.write(file, format, unreadable)
  if (isWhole) await printPieces(createReadStream(file), console)
  return { isWhole, problems: [] }
}

function besides(out: string): string {
  return join(dirname(out), `.${basename(out)}.${process.pid}`)
}

async function drain(batches: AsyncIterable<unknown>): Promise<void> {
  for await (const _ of batches);
}

function refusedFor(problem: string): Outcome {
  return { kind: 'refused', problem, findings: [] }
}

/** Its messages begin with what kind of error it is. */
function isDuckdbError(error: unknown): error is Error {
  return error instanceof Error && /^[A-Z][A-Za-z ]+ Error:/.test(error.message)
}

function firstLine({ message }: Error): string {
  const line = message.split('\n')[0]!
  return line.length > 120 ? `${line.slice(0, 119)}…` : line
}
