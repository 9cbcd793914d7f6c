import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Item } from '../item.ts'
import type { Ratio } from '../ratio.ts'

const LINES = 1_000_000
const ACCOUNTS = 100_000

interface Found {
  readonly closing: readonly number[]
  readonly columns?: number
  readonly held?: number
}

/** Reading a ledger and bridging a year against DuckDB adding up what is in force: processes from start to end, by turns. */
async function bridging(): Promise<Ratio & { readonly columns: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'salus-bench-'))
  const [small, large] = [join(folder, 'small.csv'), join(folder, 'large.csv')]
  writeFileSync(small, csv(20_000, 2000))
  writeFileSync(large, csv(LINES, ACCOUNTS))
  const own = [script('ledger-own'), small, large]
  const duckdb = [script('ledger-duckdb'), large]
  const ratios: number[] = []
  const memory: number[] = []
  let best = Infinity
  for (let i = 0; i < 3; i++) {
    const before = await timed(duckdb)
    const ours = await timed(own)
    const after = await timed(duckdb)
    agree(ours.found.closing, before.found.closing)
    ratios.push(ours.wall / ((before.wall + after.wall) / 2))
    best = Math.min(best, ours.wall)
    memory.push(ours.found.held! / ours.found.columns!)
  }
  rmSync(folder, { recursive: true })
  const [ratio, columns] = [ratios, memory].map((each) => each.toSorted((a, b) => a - b)[1]!)
  return { ratio: ratio!, nanoseconds: best * 1e6, columns: columns! }
}

let measured: Promise<Ratio & { readonly columns: number }> | null = null

function once(): Promise<Ratio & { readonly columns: number }> {
  measured ??= bridging()
  return measured
}

export const ledgerItems: readonly Item[] = [
  { name: 'a ledger of 1M lines, 12 months / DuckDB', target: '', isMet: () => true, measure: once },
  {
    name: 'the memory of that ledger / its columns',
    target: '< 4',
    isMet: ({ ratio }) => ratio < 4,
    measure: async () => {
      const { columns, nanoseconds } = await once()
      return { ratio: columns, nanoseconds }
    },
  },
]

/** Contracts of a year, renewed year after year at another value, two products an account; one line in fifty is no ARR. */
function csv(lines: number, accounts: number): string {
  const day = (date: number) => new Date(date * 86_400_000).toISOString().slice(0, 10)
  const first = Date.parse('2020-01-01') / 86_400_000
  const rows = ['line_id,account_id,sku,start_date,end_date,annual_value,currency,charge_type,order_type']
  let seed = 4
  for (let i = 0; i < lines; i++) {
    const [account, turn] = [i % accounts, Math.floor(i / accounts)]
    const start = first + (account % 365) + Math.floor(turn / 2) * 365
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 1
    const cents = 100_000 + (seed % 9_900_000)
    const what = i % 50 === 0 ? 'one_time' : 'recurring'
    rows.push(
      `L${String(i + 1).padStart(7, '0')},ACC-${String(account + 1).padStart(6, '0')},SKU-${turn % 2},${day(start)},` +
        `${day(start + 365)},${(cents / 100).toFixed(2)},${['USD', 'EUR', 'GBP'][account % 3]},${what},` +
        (turn < 2 ? 'new' : 'renewal'),
    )
  }
  return `${rows.join('\n')}\n`
}

/** Each account's amount in each currency is rounded to the cent before they are added up: half a cent an account at most. */
function agree(own: readonly number[], other: readonly number[]): void {
  const isNear = own.length === other.length && own.every((cents, k) => Math.abs(cents - other[k]!) <= ACCOUNTS / 2)
  if (!isNear) throw new Error(`closings differ: ${own.join(' ')} and ${other.join(' ')}`)
}

async function timed(args: readonly string[]): Promise<{ readonly wall: number; readonly found: Found }> {
  const begun = performance.now()
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err]: [Buffer[], Buffer[]] = [[], []]
  child.stdout.on('data', (part: Buffer) => out.push(part))
  child.stderr.on('data', (part: Buffer) => err.push(part))
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${Buffer.concat(err).toString()}`)
  return { wall: performance.now() - begun, found: JSON.parse(Buffer.concat(out).toString()) as Found }
}

function script(name: string): string {
  return new URL(`../peers/${name}.ts`, import.meta.url).pathname
}
