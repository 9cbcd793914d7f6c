import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { findSpark, NO_SPARK } from './find-spark.ts'

/** What Spark is asked; see bin/salus-spark.py. */
export type Request =
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'write'; readonly sql: string; readonly path: string }
  | { readonly kind: 'ask' | 'plan'; readonly sql: string }

/** Spark in a process of its own. */
export interface SparkSession {
  /** Throws a `SparkTrouble` where Spark refuses. */
  readonly ask: (request: Request) => Promise<Readonly<Record<string, unknown>>>
}

/** What Spark, or the lack of one, says: one sentence for the person. */
export class SparkTrouble extends Error {
  override readonly name = 'SparkTrouble'
}

export interface SparkOptions {
  /** As spark-submit knows it: `local[2]`, `spark://host:7077`, `yarn`; or a remote session, `sc://host`. */
  readonly master: string
  /** Settings of the session besides. */
  readonly settings?: Readonly<Record<string, string>>
  /** Told what share of the work is done, in percent. */
  readonly progress?: (percent: number) => void
}

/** Dates are read as they are written whatever the zone of a machine, and a sum that overflows is infinite, as in the engine. */
const SETTINGS = {
  'spark.sql.session.timeZone': 'UTC',
  'spark.ui.showConsoleProgress': 'false',
  // Each step of a query takes the analyzer two rounds or so, and a deeply nested model has more than fifty.
  'spark.sql.analyzer.maxIterations': '1000',
  'spark.log.level': 'ERROR',
  // Java never compiles a method of more than 8000 bytes: a model that comes to one would be interpreted, five times as slowly.
  'spark.sql.codegen.hugeMethodLimit': '8000',
}

/** On a cluster a page in the browser tells how far it is; here nobody looks. */
const LOCAL = { 'spark.ui.enabled': 'false' }

/** Starts Spark, gives it to `use`, and stops it. */
export async function withSpark<T>(options: SparkOptions, use: (session: SparkSession) => Promise<T>): Promise<T> {
  const { master, settings = {}, progress = () => undefined } = options
  const program = await findSpark(master)
  if (program === null) throw new SparkTrouble(NO_SPARK)
  const given = JSON.stringify([
    program.submits ? null : master,
    { ...SETTINGS, ...(isLocal(master) && LOCAL), ...settings },
  ])
  const child = spawn(program.command, [...program.args, driver(), given], { stdio: ['pipe', 'pipe', 'pipe'] })
  let told = ''
  child.stderr.on('data', (text: Buffer) => (told = (told + text.toString()).slice(-4000)))
  child.stdin.on('error', () => undefined)
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  child.once('error', () => undefined)

  const next = async (): Promise<Readonly<Record<string, unknown>>> => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done === true) throw new SparkTrouble(`Spark ended before it had answered (${lastLine(told)})`)
      const answer = JSON.parse(value) as Readonly<Record<string, unknown>>
      if (typeof answer['progress'] === 'number') progress(answer['progress'])
      else if (typeof answer['error'] === 'string') throw new SparkTrouble(firstLine(answer['error']))
      else return answer
    }
  }
  try {
    await next()
    return await use({
      ask: (request) => {
        child.stdin.write(`${JSON.stringify(request)}\n`)
        return next()
      },
    })
  } finally {
    child.stdin.end()
    await ended
  }
}

/** The script lies beside the program, in a checkout and in an installed package. */
function driver(): string {
  const places = ['../bin/salus-spark.py', '../../../bin/salus-spark.py'].map((path) => new URL(path, import.meta.url))
  const own = import.meta.url.includes('/src/warehouse/') ? places[1]! : places[0]!
  return own.pathname
}

function isLocal(master: string): boolean {
  return master.startsWith('local')
}

function firstLine(text: string): string {
  return text.split('\n')[0]!.slice(0, 300)
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)!.slice(0, 300)
}
