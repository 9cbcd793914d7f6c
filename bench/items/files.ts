import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { accounts, columnsOf } from '../accounts.ts'
import type { Item } from '../item.ts'
import { defaultPlan, SOURCEGRAPH } from '../models.ts'
import { rowsOf } from '../peers/rows.ts'
import type { Ratio } from '../ratio.ts'

const LENGTH = 1_000_000

/** The command line against DuckDB doing the same in SQL: both from start to end of a process of their own, by turns. */
async function csvToCsv(): Promise<Ratio> {
  const folder = mkdtempSync(join(tmpdir(), 'salus-bench-'))
  const data = join(folder, 'accounts.csv')
  const [ours, theirs] = [join(folder, 'salus.csv'), join(folder, 'duckdb.csv')]
  writeFileSync(data, csv())
  const salus = new URL('../../bin/salus.js', import.meta.url).pathname
  const duckdb = new URL('../peers/duckdb.ts', import.meta.url).pathname
  const given = ['--model', SOURCEGRAPH, '--segment', 'Default', '--as-of', '2026-01-01', '--data', data, '--out', ours]
  const ratios: number[] = []
  let best = Infinity
  let peak = 0
  for (let i = 0; i < 3; i++) {
    const before = await timed([duckdb, data, theirs])
    const own = await timed([salus, 'score', ...given])
    const after = await timed([duckdb, data, theirs])
    ratios.push(own.wall / ((before.wall + after.wall) / 2))
    best = Math.min(best, own.wall)
    peak = Math.max(peak, own.megabytes)
  }
  same(scoresOf(ours), scoresOf(theirs))
  rmSync(folder, { recursive: true })
  return { ratio: ratios.toSorted((a, b) => a - b)[1]!, nanoseconds: best * 1e6, peakMegabytes: peak }
}

function csv(): string {
  const { model } = defaultPlan()
  const columns = columnsOf(accounts(LENGTH))
  const used = model.inputs.filter((input) => columns.inputs.has(input.name))
  const lines = [['Account', ...used.map((input) => input.labels[0]!)].join(',')]
  for (const [i, row] of rowsOf(columns).entries()) {
    const cells = used.map(({ name, type }) => {
      const value = row[name] ?? null
      if (value === null) return ''
      if (type === 'yes/no') return value === 1 ? 'yes' : 'no'
      return type === 'percent' ? Math.round(Number(value) * 100) : value
    })
    lines.push(`A${i},${cells.join(',')}`)
  }
  return `${lines.join('\n')}\n`
}

/** Wall time in milliseconds, and the most memory the process held. */
async function timed(args: readonly string[]): Promise<{ readonly wall: number; readonly megabytes: number }> {
  const begun = performance.now()
  const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'ignore', 'pipe'] })
  const messages: Buffer[] = []
  child.stderr.on('data', (part: Buffer) => messages.push(part))
  let megabytes = 0
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, peakOf(child.pid!))
  }, 20)
  const code = await new Promise<number | null>((resolve) => child.on('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${Buffer.concat(messages).toString()}`)
  return { wall: performance.now() - begun, megabytes }
}

/** The high-water mark the system keeps for a process; 0 where it keeps none, or the process is gone. */
function peakOf(pid: number): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found === null ? 0 : Number(found[1]) / 1024
  } catch {
    return 0
  }
}

function scoresOf(file: string): ReadonlyMap<string, string> {
  const [head, ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const header = head!.split(',')
  const [account, number] = [header.indexOf('account'), header.indexOf('score')]
  return new Map(
    lines.map((one) => {
      const cells = one.split(',')
      return [cells[account]!, cells[number]!]
    }),
  )
}

function same(own: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): void {
  if (own.size !== other.size) throw new Error(`csv: ${own.size} rows, not ${other.size}`)
  for (const [account, text] of own) {
    const theirs = other.get(account) ?? ''
    if (text === '' ? theirs !== '' : Math.abs(Number(text) - Number(theirs)) > 1e-12) {
      throw new Error(`csv: ${account} scores ${text}, not ${theirs}`)
    }
  }
}

export const fileItems: readonly Item[] = [
  {
    name: 'csv to csv, 1M / DuckDB on two threads',
    target: '≤ 1.5, < 400 MB',
    isMet: ({ ratio, peakMegabytes = Infinity }) => ratio <= 1.5 && peakMegabytes < 400,
    measure: csvToCsv,
  },
]
