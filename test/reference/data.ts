import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where a file of the reference data sets is. */
export function dataFile(path: string): string {
  const folder = process.env['SALUS_REFERENCE']
  if (folder === undefined) throw new Error('these tests run through `npm run reference -- --data DIR`')
  return join(folder, path)
}

export function readData(path: string): string {
  return readFileSync(dataFile(path), 'utf8')
}
