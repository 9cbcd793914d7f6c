import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepareInSpark } from '../../src/warehouse/spark/score.ts'
import { withSpark, type SparkSession } from '../../src/warehouse/spark/session.ts'
import { pythonWith } from '../../test/equal/engines/python.ts'
import { startWorkers } from '../../test/equal/engines/spark-cluster.ts'
import { atMost, type Item } from '../item.ts'
import { sourcegraph } from '../models.ts'
import { SEGMENTED, writeAccounts } from '../parquet-accounts.ts'
import type { Ratio } from '../ratio.ts'

const LENGTH = Number(process.env['SALUS_BENCH_SPARK_ACCOUNTS'] ?? 2_000_000)
const ROUNDS = 3

/** Seconds, one of each round, of scoring the accounts and of the engine's own aggregation over them. */
interface Times {
  readonly scoring: readonly number[]
  readonly aggregation: readonly number[]
}

/**
 * How much sooner workers aggregate than one does, by how much sooner they score: 1 where scoring gains as much from more
 * workers as what Spark does by itself.
 */
async function scaling(workers: number): Promise<Ratio> {
  const alone = await (one ??= timesOf(1))
  const together = await timesOf(workers)
  const gain = (of: keyof Times): number => median(alone[of]) / median(together[of])
  return { ratio: gain('aggregation') / gain('scoring'), nanoseconds: (Math.min(...together.scoring) * 1e9) / LENGTH }
}

let one: Promise<Times> | undefined

/** On a cluster of workers of one core each. */
async function timesOf(workers: number): Promise<Times> {
  process.env['SALUS_PYTHON'] = await pythonWith(['pyspark'])
  const folder = mkdtempSync(join(tmpdir(), 'salus-bench-'))
  const data = join(folder, 'accounts.parquet')
  const cluster = await startWorkers(workers, folder)
  try {
    await writeAccounts(data, LENGTH, SEGMENTED)
    return await withSpark({ master: cluster.address, settings: SETTINGS }, async (session) => {
      const prepared = await prepareInSpark(session, sourcegraph(), { data, asOf: null })
      if (prepared.kind === 'refused') throw new Error(prepared.problem)
      await demandOnePass(session, prepared.sql)
      const aggregation: number[] = []
      const scoring: number[] = []
      for (let round = 0; round <= ROUNDS; round++) {
        const path = join(folder, `scores-${round}`)
        const aggregated = await timed(() => session.ask({ kind: 'ask', sql: AGGREGATION }))
        const scored = await timed(() => session.ask({ kind: 'write', sql: prepared.sql, path }))
        // The first starts, plans and compiles.
        if (round === 0) {
          await demandAll(session, path)
        } else {
          aggregation.push(aggregated)
          scoring.push(scored)
        }
        rmSync(path, { recursive: true })
      }
      return { scoring, aggregation }
    })
  } finally {
    await cluster.stop()
    rmSync(folder, { recursive: true })
  }
}

/** Pieces enough that no worker waits for the last one of another. */
const SETTINGS = { 'spark.sql.files.maxPartitionBytes': '2m', 'spark.sql.files.openCostInBytes': '0' }

const NUMBERS = ['Versions Behind', 'Last 90 Days Defect Tickets', 'Last month MAU / Seats', 'Last 4 Wk DAU / MAU']

/** What an analyst would ask of the same columns: figures of each, by team and sentiment. */
const AGGREGATION = `select team, \`Account - TA Sentiment\`, count(*), count(distinct left(Account, 9)), ${NUMBERS.map(
  (name) => ['avg', 'stddev', 'min', 'max', 'median'].map((figure) => `${figure}(\`${name}\`)`).join(', '),
).join(', ')} from salus_accounts group by 1, 2`

async function demandOnePass(session: SparkSession, sql: string): Promise<void> {
  const plan = String((await session.ask({ kind: 'plan', sql }))['plan']).split('\n\n')[0]!
  if (plan.match(/Scan parquet/g)?.length !== 1 || /Exchange|Join|Aggregate|Sort|Window/.test(plan))
    throw new Error(`more than one pass:\n${plan}`)
}

async function demandAll(session: SparkSession, path: string): Promise<void> {
  const sql = `select count(*), count(distinct account) from parquet.\`${path}\``
  const { rows } = await session.ask({ kind: 'ask', sql })
  if (JSON.stringify(rows) !== JSON.stringify([[LENGTH, LENGTH]])) throw new Error(`scored: ${JSON.stringify(rows)}`)
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await run()
  return (performance.now() - begun) / 1e3
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1]!
}

/** One sentence where there is no Spark. */
async function lacking(): Promise<string | null> {
  return pythonWith(['pyspark']).then(
    () => null,
    (because: unknown) => (because as Error).message,
  )
}

export const sparkItems: readonly Item[] = [
  {
    name: 'Spark, 2 workers: own gain / scoring gain',
    target: '<= 1.3',
    isMet: atMost(1.3),
    lacking,
    measure: () => scaling(2),
  },
  { name: 'the same with 4 workers', target: '', isMet: () => true, lacking, measure: () => scaling(4) },
]
