import { existsSync } from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { needsOthers } from '../model/across.ts'
import type { Model } from '../model/model.ts'
import { prepareInSpark } from '../warehouse/spark/score.ts'
import { SparkTrouble, withSpark, type SparkSession } from '../warehouse/spark/session.ts'
import type { Console } from './console.ts'
import { Problem } from './problem.ts'

export interface SparkOptions {
  readonly data: string
  readonly out?: string
  readonly key?: string
  readonly master?: string
}

export interface SparkGiven {
  readonly asOf: number | null
  readonly segment?: string
}

/**
 * Scores parquet on a Spark cluster and leaves a folder of parquet files, whole or not at all. Gives what is to be said of
 * the table's columns.
 */
export async function scoreWithSpark(
  model: Model,
  { data, out, key, master = 'local[*]' }: SparkOptions,
  given: SparkGiven,
  console: Console,
  say: (findings: readonly Finding[]) => void,
): Promise<void> {
  if (out === undefined) throw new Problem('Spark writes a folder of parquet files: add --out scores.parquet')
  if (needsOthers(model)) throw new Problem(`${model.name} compares accounts, which --engine spark does not`)
  await demandPlace(out)
  const place = isAddress(data) ? data : resolve(data)
  if (!isAddress(data) && !existsSync(place)) throw new Problem(`${data} does not exist`)
  let told = 0
  const progress = (percent: number): void => {
    if (percent > told) console.err(`${percent}% of the accounts scored\n`)
    told = Math.max(told, percent)
  }
  try {
    await withSpark({ master, progress }, async (session) => {
      const scoring = { data: place, ...given, ...(key !== undefined && { key }) }
      const prepared = await prepareInSpark(session, model, scoring)
      say(prepared.findings)
      if (prepared.kind === 'refused')
        throw new Problem(prepared.problem === '' ? `${data} could not be read` : prepared.problem)
      await write(session, prepared.sql, out)
    })
  } catch (error) {
    if (error instanceof SparkTrouble) throw new Problem(error.message)
    throw error
  }
}

/** Beside the place at first; it takes its name when it is whole. What is no local file Spark itself writes whole or not at all. */
async function write(session: SparkSession, sql: string, out: string): Promise<void> {
  if (isAddress(out)) {
    await session.ask({ kind: 'write', sql, path: out })
    return
  }
  const place = resolve(out)
  const temporary = join(dirname(place), `.${basename(place)}.${process.pid}.tmp`)
  try {
    await session.ask({ kind: 'write', sql, path: temporary })
    await rm(place, { recursive: true, force: true })
    await rename(temporary, place)
  } finally {
    await rm(temporary, { recursive: true, force: true })
  }
}

/** Only what Spark wrote before is written over. */
async function demandPlace(out: string): Promise<void> {
  if (isAddress(out)) return
  if (!existsSync(dirname(resolve(out)))) throw new Problem(`${out} cannot be written: its folder does not exist`)
  if (!existsSync(out) || existsSync(join(out, '_SUCCESS'))) return
  const isFolder = (await stat(out)).isDirectory()
  if (isFolder || !out.endsWith('.parquet'))
    throw new Problem(`${out} is there and was not written by Spark: name another place`)
}

function isAddress(path: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(path)
}
