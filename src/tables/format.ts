/** The formats tables are read from and written to. */
export const FORMATS = ['csv', 'json', 'ndjson', 'xlsx', 'parquet'] as const

export type Format = (typeof FORMATS)[number]

const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ['csv', 'csv'],
  ['tsv', 'csv'],
  ['txt', 'csv'],
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['xlsx', 'xlsx'],
  ['xlsm', 'xlsx'],
  ['parquet', 'parquet'],
])

/** The format a file's name promises; null for endings that are not known. */
export function formatOf(path: string): Format | null {
  return ENDINGS.get(/\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '') ?? null
}
