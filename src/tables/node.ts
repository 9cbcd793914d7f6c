import { open, rm, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { Input } from '../model/input.ts'
import { openBytes } from './browser.ts'
import type { ByteSource } from './bytes.ts'
import { type Format, formatOf } from './format.ts'
import { type ReadOptions, type Table, type TableBatch, unreadableTable } from './table.ts'
import { writeCsv } from './write/csv-by-thread.ts'
import { encode } from './write/encode.ts'
import { diskProblem, writePieces, writeWhole } from './write/file.ts'
import type { Field, OutputBatches } from './write/output.ts'

export * from './browser.ts'
export { writeWhole } from './write/file.ts'

/**
 * Reads a table from a file and gives it to `use`; the format is that of its name. The file is open for as long as
 * `use` runs. Never throws for what is in the file: see `Table`.
 */
export async function withTable<T>(
  path: string,
  inputs: readonly Input[],
  use: (table: Table) => Promise<T>,
  options: ReadOptions & { readonly format?: Format } = {},
): Promise<T> {
  const named = { name: basename(path), ...options }
  const format = options.format ?? formatOf(path)
  const unreadable = (problem: string) =>
    use(unreadableTable([finding('file-unreadable', { file: named.name, problem })]))
  if (format === null) return unreadable('its name ends in none of .csv, .xlsx, .json, .ndjson and .parquet')

  let file: FileHandle
  try {
    file = await open(path)
    if ((await file.stat()).isDirectory()) {
      await file.close()
      return await unreadable('it is a folder')
    }
  } catch (error) {
    const problem = diskProblem(error)
    if (problem === null) throw error
    return unreadable(isAbsent(error) ? 'it does not exist' : problem)
  }
  try {
    if (format !== 'parquet') return await use(await openBytes(fileSource(file), format, inputs, named))
    const [{ withDuckdb }, { openParquet }] = await Promise.all([
      import('./parquet/duckdb.ts'),
      import('./parquet/read.ts'),
    ])
    return await withDuckdb({}, async (connection) => use(await openParquet(path, connection, inputs, named)))
  } finally {
    await file.close()
  }
}

/** All batches of a table in one go: for tables that fit. */
export async function allBatches(table: Table): Promise<readonly TableBatch[]> {
  const batches: TableBatch[] = []
  for await (const batch of table.batches) batches.push(batch)
  return batches
}

/**
 * Writes a table to a file, whole or not at all, in the format given. What the disk refuses is a finding; what
 * `batches` throws is thrown, and nothing is left behind.
 */
export function writeTable(
  path: string,
  format: Format,
  fields: readonly Field[],
  batches: OutputBatches,
): Promise<readonly Finding[]> {
  return writeWhole(path, async (temporary) => {
    if (format === 'csv') return writeCsv(temporary, fields, batches)
    if (format !== 'parquet') return writePieces(temporary, encode(format, fields, batches))
    const { writeParquet } = await import('./parquet/write.ts')
    const spill = `${temporary}.spill`
    try {
      await writeParquet(temporary, spill, fields, batches)
    } finally {
      await rm(spill, { force: true, recursive: true })
    }
  })
}

function fileSource(file: FileHandle): ByteSource {
  return {
    async read(into) {
      return (await file.read(into, 0, into.length)).bytesRead
    },
  }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
