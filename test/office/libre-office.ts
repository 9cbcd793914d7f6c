import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import Papa from 'papaparse'

/** LibreOffice with a folder of its own, where it reads and writes. Needs `soffice`: tests ask for it by SALUS_OFFICE=1. */
export interface LibreOffice {
  readonly folder: string
  /** Converts a file; what comes out stands in the folder's `out`, under the same name with another end. */
  readonly convert: (path: string, to: string, ...options: readonly string[]) => Promise<void>
  /** Rows of a file in `out`. */
  readonly rowsOf: (name: string) => Promise<string[][]>
  readonly close: () => Promise<void>
}

export const WITH_OFFICE = process.env['SALUS_OFFICE'] === '1'

/** Comma-separated text in full precision: the eighth setting of the filter is "as shown". */
export const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false'

export async function openLibreOffice(): Promise<LibreOffice> {
  const folder = await mkdtemp(join(tmpdir(), 'salus-office-'))
  const out = join(folder, 'out')
  const profile = join(folder, 'profile')
  await mkdir(out)
  return {
    folder,
    convert: async (path, to, ...options) => {
      const settings = `-env:UserInstallation=file://${profile}`
      await run('soffice', [settings, '--headless', ...options, '--convert-to', to, '--outdir', out, path])
    },
    rowsOf: async (name) => Papa.parse<string[]>((await readFile(join(out, name), 'utf8')).trimEnd()).data,
    close: () => rm(folder, { recursive: true }),
  }
}

/** The same, with formulas of files computed anew instead of shown as they were saved. */
export async function openComputing(): Promise<LibreOffice> {
  const office = await openLibreOffice()
  const user = join(office.folder, 'profile', 'user')
  await mkdir(user, { recursive: true })
  await writeFile(join(user, 'registrymodifications.xcu'), ALWAYS_COMPUTE)
  return office
}

const run = promisify(execFile)

const ALWAYS_COMPUTE =
  '<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">' +
  '<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>'
