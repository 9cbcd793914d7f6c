import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withDuckdb } from '../../src/tables/parquet/duckdb.ts'
import { atMost, type Item } from '../item.ts'
import { SOURCEGRAPH } from '../models.ts'
import { writeAccounts } from '../parquet-accounts.ts'
import type { Ratio } from '../ratio.ts'

const LENGTH = Number(process.env['SALUS_BENCH_ACCOUNTS'] ?? 10_000_000)

/** `salus score` inside DuckDB, within 2 GB, against SQL written by hand for the same model on the same engine: whole processes, by turns. */
async function parquetToParquet(): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'salus-bench-'))
  const data = join(folder, 'accounts.parquet')
  const [ours, theirs] = [join(folder, 'salus.parquet'), join(folder, 'duckdb.parquet')]
  try {
    await writeAccounts(data, LENGTH)
    const salus = new URL('../../bin/salus.js', import.meta.url).pathname
    const byHand = new URL('../peers/duckdb.ts', import.meta.url).pathname
    const given = ['--model', SOURCEGRAPH, '--segment', 'Default', '--data', data, '--out', ours]
    const engine = ['--engine', 'duckdb', '--memory', '2GB']
    const ratios: number[] = []
    let [best, peak] = [Infinity, 0]
    for (let i = 0; i < 3; i++) {
      const before = await timed([byHand, data, theirs])
      const own = await timed([salus, 'score', ...given, ...engine])
      const after = await timed([byHand, data, theirs])
      ratios.push(own.seconds / ((before.seconds + after.seconds) / 2))
      best = Math.min(best, own.seconds)
      peak = Math.max(peak, own.megabytes)
    }
    await demandSame(ours, theirs)
    return { ratio: ratios.toSorted((a, b) => a - b)[1]!, nanoseconds: (best * 1e9) / LENGTH, peakMegabytes: peak }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Accounts whose score or band is not the same. */
async function demandSame(ours: string, theirs: string): Promise<void> {
  const sql = `select count(*) from read_parquet('${ours}') a full join read_parquet('${theirs}') b using (account)
    where a.band is distinct from b.band or abs(a.score - b.score) > 1e-9 or (a.score is null) <> (b.score is null)`
  const settings = { memory_limit: '2GB', temp_directory: `${ours}.spill` }
  const rows = await withDuckdb(settings, async (connection) => (await connection.runAndReadAll(sql)).getRows())
  if (Number(rows[0]![0]) > 0) throw new Error(`${String(rows[0]![0])} accounts are scored otherwise by hand`)
}

interface Timed {
  readonly seconds: number
  readonly megabytes: number
}

/** Wall time of a process of its own and the most memory it held. */
function timed(args: readonly string[]): Promise<Timed> {
  return new Promise((done, failed) => {
    let megabytes = 0
    const begun = performance.now()
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] })
    const watch = setInterval(() => (megabytes = Math.max(megabytes, residentMegabytes(child.pid!))), 100)
    child.once('error', failed)
    child.once('close', (code) => {
      clearInterval(watch)
      if (code === 0) done({ seconds: (performance.now() - begun) / 1e3, megabytes })
      else failed(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

export const warehouseItems: readonly Item[] = [
  {
    name: 'parquet to parquet, 10M in DuckDB / SQL by hand',
    target: 'at most 2',
    isMet: atMost(2),
    measure: parquetToParquet,
  },
]
