import type { DuckDBConnection } from '../../tables/parquet/duckdb.ts'

/** Told now and then what share of the accounts is done, once that takes long enough to wonder. */
export type Progress = (percent: number, done: 'read' | 'scored') => void

const FIRST = 2000
const THEN = 1000

export async function withProgress<T>(
  connection: DuckDBConnection,
  done: 'read' | 'scored',
  tell: Progress,
  work: () => Promise<T>,
): Promise<T> {
  await connection.run('set enable_progress_bar = true')
  await connection.run('set enable_progress_bar_print = false')
  const since = performance.now()
  const timer = setInterval(() => {
    const { percentage } = connection.progress
    if (performance.now() - since >= FIRST && percentage > 0) tell(percentage, done)
  }, THEN)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}
