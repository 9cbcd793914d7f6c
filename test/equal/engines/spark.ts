import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startDuckDB } from './duckdb.ts'
import type { Answer, Engine } from './engine.ts'
import { pythonWith } from './python.ts'

export interface SparkOptions {
  /** `local[2]` unless said. */
  readonly master?: string
  /** Settings of the session. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Spark in one long-lived Python, fed by parquet files; queries that are asked together run together. Throws one sentence
 * where PySpark or Java is missing.
 */
export async function startSpark({ master = 'local[2]', settings = {} }: SparkOptions = {}): Promise<Engine> {
  const python = await pythonWith(['pyspark', 'pyarrow'])
  const folder = await mkdtemp(join(tmpdir(), 'salus-spark-'))
  const script = join(import.meta.dirname, 'spark.py')
  const child = spawn(python, [script, master, JSON.stringify(settings)], { cwd: folder })
  let said = ''
  child.stderr.on('data', (text) => (said = (said + text).slice(-4000)))

  const waiting = new Map<
    number,
    { readonly resolve: (answer: Answer) => void; readonly reject: (why: Error) => void }
  >()
  let ended = false
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  void closed.then(() => {
    ended = true
    for (const { reject } of waiting.values()) reject(new Error(`Spark ended: ${said.trim()}`))
  })
  createInterface({ input: child.stdout }).on('line', (line) => {
    const { id, error, ...answer } = JSON.parse(line) as Answer & { readonly id: number; readonly error?: string }
    const asked = waiting.get(id)!
    waiting.delete(id)
    if (error === undefined) asked.resolve(answer)
    else asked.reject(new Error(error))
  })
  let last = 0
  const send = (request: Readonly<Record<string, string>>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error(`Spark ended: ${said.trim()}`))
      waiting.set(++last, { resolve, reject })
      child.stdin.write(`${JSON.stringify({ ...request, id: last })}\n`)
    })

  const stop = async (): Promise<void> => {
    child.stdin.end()
    await closed
    await rm(folder, { recursive: true })
  }
  await send({ sql: 'select 1' }).catch(async (because: unknown) => {
    await stop()
    throw new Error('Spark does not start: is Java 17 or later installed?', { cause: because })
  })
  const files = await startDuckDB()
  let loaded = 0
  return {
    name: 'spark',
    run: async (statement) => {
      await send({ sql: statement })
    },
    load: async (table) => {
      const path = join(folder, `${++loaded}.parquet`)
      await files.load({ ...table, name: 'accounts' })
      await files.run(`copy accounts to '${path}' (format parquet)`)
      await send({ sql: `create or replace temporary view ${quoted(table.name)} as select * from parquet.\`${path}\`` })
    },
    ask: (query) => send({ sql: query }),
    stop: async () => {
      await files.stop()
      await stop()
    },
  }
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}
