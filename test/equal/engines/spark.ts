import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startDuckDB } from './duckdb.ts'
import type { Answer, Engine } from './engine.ts'
import { startPython } from './python-process.ts'
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
  const session = startPython<Answer>(python, script, [master, JSON.stringify(settings)], folder)
  const stop = async (): Promise<void> => {
    await session.stop()
    await rm(folder, { recursive: true })
  }
  await session.ask({ sql: 'select 1' }).catch(async (because: unknown) => {
    await stop()
    throw new Error('Spark does not start: is Java 17 or later installed?', { cause: because })
  })
  const files = await startDuckDB()
  let loaded = 0
  return {
    name: 'spark',
    run: async (statement) => {
      await session.ask({ sql: statement })
    },
    load: async (table) => {
      const path = join(folder, `${++loaded}.parquet`)
      await files.load({ ...table, name: 'accounts' })
      await files.run(`copy accounts to '${path}' (format parquet)`)
      await session.ask({
        sql: `create or replace temporary view ${quoted(table.name)} as select * from parquet.\`${path}\``,
      })
    },
    ask: (query) => session.ask({ sql: query }),
    stop: async () => {
      await files.stop()
      await stop()
    },
  }
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``
}
