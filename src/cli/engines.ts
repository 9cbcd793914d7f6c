import { statSync } from 'node:fs'
import { formatOf, type Format } from '../tables/node.ts'
import type { FigureOptions } from './figures.ts'
import { Problem } from './problem.ts'

/** What can score a table of accounts. */
export const ENGINES = ['kernels', 'duckdb', 'spark'] as const
export type Engine = (typeof ENGINES)[number]

export interface EngineOptions extends FigureOptions {
  readonly data: string
  readonly out?: string
  readonly engine?: string
  readonly overrides?: string
  readonly snapshot?: string
  readonly measures?: boolean
  readonly why?: boolean
}

export interface Chosen {
  readonly name: Engine
  /** Asked for by name: if it cannot, no other does. */
  readonly isForced: boolean
}

/** The engine asked for, or the one that is faster for such a file; a wish that the engine asked for cannot meet is a problem. */
export async function engineFor(options: EngineOptions, format: Format): Promise<Chosen> {
  const { engine } = options
  if (engine === undefined) return { name: isForDuckdb(options, format) ? 'duckdb' : 'kernels', isForced: false }
  const name = ENGINES.find((one) => one === engine)
  if (name === undefined) throw new Problem(`--engine is one of ${ENGINES.join(', ')}; \`${engine}\` is not`)
  if (name === 'kernels') return { name, isForced: true }
  const wish = onlyKernels(options) ?? (name === 'spark' ? notForSpark(options, format) : notForDuckdb(options, format))
  if (wish !== null) throw new Problem(`${wish} is not for --engine ${name}: ${READS[name]}`)
  return { name, isForced: true }
}

/** From about this size on DuckDB has a parquet file scored sooner than the kernels, which take its cells one by one. */
const LARGE_PARQUET = 1 << 20

function isForDuckdb(options: EngineOptions, format: Format): boolean {
  if (onlyKernels(options) !== null || notForDuckdb(options, format) !== null) return false
  if (formatOf(options.data) !== 'parquet') return false
  return (statSync(options.data, { throwIfNoEntry: false })?.size ?? 0) >= LARGE_PARQUET
}

const READS = {
  duckdb: 'it reads csv and parquet and writes either',
  spark: 'it reads parquet and writes parquet',
} as const

const KERNELS_ALONE = ['overrides', 'snapshot', 'measures', 'why', 'events', 'daily', 'snapshots', 'history'] as const

/** An option that only the kernels know; null where none is given. */
function onlyKernels(options: EngineOptions): string | null {
  const given = KERNELS_ALONE.find((option) => options[option] !== undefined)
  return given === undefined ? null : `--${given}`
}

function notForDuckdb({ data }: EngineOptions, format: Format): string | null {
  const from = formatOf(data)
  if (from !== null && from !== 'csv' && from !== 'parquet') return `data in ${from}`
  return format === 'csv' || format === 'parquet' ? null : `--format ${format}`
}

/** A folder of parquet has no ending. */
function notForSpark({ data, out }: EngineOptions, format: Format): string | null {
  const from = formatOf(data)
  if (from !== null && from !== 'parquet') return `data in ${from}`
  return out === undefined || format === 'parquet' ? null : `--format ${format}`
}
