import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'

/** A program that runs a script of Python with Spark. */
export interface SparkProgram {
  readonly command: string
  /** Before the script. */
  readonly args: readonly string[]
  /** Whether it is spark-submit, which is told the master itself. */
  readonly submits: boolean
}

/** What to do where there is no Spark: one sentence. */
export const NO_SPARK =
  'there is no Spark here: install it with `pip install pyspark` and Java 17, or set SPARK_HOME to the folder of one'

/**
 * Finds Spark: spark-submit of SPARK_HOME, a Python that has pyspark (SALUS_PYTHON, python3, python), or spark-submit on the
 * path. A remote session (`sc://`) needs a Python. Null where there is none.
 */
export async function findSpark(master: string, env: NodeJS.ProcessEnv = process.env): Promise<SparkProgram | null> {
  const isRemote = master.startsWith('sc://')
  const home = env['SPARK_HOME']
  const own = home === undefined ? null : join(home, 'bin', 'spark-submit')
  if (!isRemote && own !== null && existsSync(own)) return submitting(own, master)
  const pythons = [env['SALUS_PYTHON'], 'python3', 'python'].filter((one) => one !== undefined && one !== '')
  for (const command of pythons as string[]) {
    if (await hasPyspark(command, env)) return { command, args: [], submits: false }
  }
  const found = (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'spark-submit'))
    .find((path) => existsSync(path))
  return isRemote || found === undefined ? null : submitting(found, master)
}

function submitting(command: string, master: string): SparkProgram {
  return { command, args: ['--master', master], submits: true }
}

async function hasPyspark(command: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  try {
    await promisify(execFile)(command, ['-c', 'import pyspark'], { env })
    return true
  } catch {
    return false
  }
}
