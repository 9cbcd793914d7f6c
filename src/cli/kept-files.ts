import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Finding } from '../findings/finding.ts'
import { finding, sentence } from '../findings/report.ts'
import type { History } from '../history/history.ts'
import { HISTORY_SHEET } from '../host/desk/history-sheet.ts'
import { layOut } from '../history/lay-out.ts'
import { lacking, readSnapshots, snapshotInputs } from '../history/read-snapshots.ts'
import { asRows, type SnapshotRows } from '../history/rows.ts'
import { partColumn } from '../history/stored-columns.ts'
import { storedTable } from '../history/stored-table.ts'
import { isoDate } from '../engine/days.ts'
import type { Columns } from '../model/columns.ts'
import { type Format, formatOf, withTable, writeTable } from '../tables/node.ts'
import { joinColumns } from './join-columns.ts'
import { Problem } from './problem.ts'
import { hasErrors } from './text/findings.ts'

/** Where snapshots are kept: a folder of files, each written once, or one file that grows. */
export type Place =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'file'; readonly path: string; readonly format: Format }

/** A name that ends in one of the formats is a file, every other a folder. */
export function placeOf(path: string): Place {
  const format = formatOf(path)
  const isFolder = existsSync(path) && statSync(path).isDirectory()
  return format === null || isFolder ? { kind: 'folder', path } : { kind: 'file', path, format }
}

/** Whether dimensions and measures are read as well: most columns are theirs. */
type Parts = 'parts' | 'no parts'

export interface LoadedHistory {
  readonly history: History
  readonly findings: readonly Finding[]
}

/** All that is kept in a place; a place that is not there yet keeps nothing. What cannot be read whole is a problem. */
export async function loadHistory(place: Place, parts: Parts = 'parts'): Promise<LoadedHistory> {
  const columns: Columns[] = []
  const findings: Finding[] = []
  for (const file of filesIn(place)) {
    const read = await readFile(file, parts)
    columns.push(...read.columns)
    findings.push(...read.findings)
  }
  const { history, leftOut } = readSnapshots(joinColumns(columns))
  if (leftOut > 0) findings.push(finding('snapshot-rows-left-out', { file: place.path, count: leftOut }))
  return { history, findings }
}

/** The same for reading alone: an empty place is a problem too. */
export async function demandHistory(path: string, parts: Parts = 'parts'): Promise<LoadedHistory> {
  if (!existsSync(path)) throw new Problem(`${path} does not exist: salus snapshot --to ${path} keeps scores there`)
  const loaded = await loadHistory(placeOf(path), parts)
  if (loaded.history.snapshots.length === 0) throw new Problem(`${path} holds no snapshots`)
  return loaded
}

/** Stores scorings beside those of a history, whole or not at all; gives the file written. */
export async function storeScorings(
  place: Place,
  history: History,
  added: readonly SnapshotRows[],
  format: Format,
): Promise<string> {
  const old = place.kind === 'file' ? history.snapshots.map((one) => asRows(history, one)) : []
  const { fields, batches } = storedTable(layOut([...old, ...added]))
  const file = place.kind === 'file' ? place.path : join(place.path, newName(place.path, added, format))
  const [refused] = await writeTable(file, place.kind === 'file' ? place.format : format, fields, batches)
  if (refused) throw new Problem(sentence(refused))
  return file
}

function filesIn({ kind, path }: Place): readonly string[] {
  if (!existsSync(path)) return []
  if (kind === 'file') return [path]
  const names = readdirSync(path).filter((name) => !name.startsWith('.') && formatOf(name) !== null)
  return names.toSorted().map((name) => join(path, name))
}

/** Reads a file in two goes: its headers say how to read the rest. */
async function readFile(
  path: string,
  parts: Parts,
): Promise<{ readonly columns: Columns[]; readonly findings: Finding[] }> {
  const { header, problems, sheet } = await headerOf(path)
  const lacks = problems.length > 0 ? [] : lacking(header)
  const [problem] = [
    ...problems,
    ...(lacks.length > 0 ? [finding('snapshot-columns-missing', { file: path, columns: lacks.join(', ') })] : []),
  ]
  if (problem) throw new Problem(sentence(problem))
  return withTable(
    path,
    snapshotInputs(parts === 'parts' ? header : header.filter((name) => partColumn(name) === null)),
    async (table) => {
      const columns: Columns[] = []
      const findings = table.findings.filter(isTold)
      for await (const batch of table.batches) {
        columns.push(batch.columns)
        findings.push(...batch.findings.filter(isTold))
      }
      if (hasErrors(findings)) throw new Problem(sentence(findings.find(({ level }) => level === 'error')!))
      return { columns, findings }
    },
    { key: 'account', ...sheet },
  )
}

interface Header {
  readonly header: readonly string[]
  readonly problems: readonly Finding[]
  /** A workbook with accounts on its first sheet keeps its snapshots on one of their own. */
  readonly sheet: { readonly sheet?: string }
}

async function headerOf(path: string): Promise<Header> {
  const read = (sheet: Header['sheet']): Promise<Header> =>
    withTable(path, [], async ({ header, findings }) => ({ header, problems: findings.filter(isTold), sheet }), sheet)
  const first = await read({})
  if (formatOf(path) !== 'xlsx' || lacking(first.header).length === 0) return first
  const own = await read({ sheet: HISTORY_SHEET })
  return own.problems.length === 0 ? own : first
}

/** An account stands in as many rows as there are dates. */
function isTold({ slug, parameters }: Finding): boolean {
  if (slug === 'data-more') return !String((parameters as { what?: unknown }).what).includes('repeat an account')
  return slug !== 'account-duplicate' && slug !== 'account-column-missing'
}

/** Dates and models of what is in it, and a number where that name is taken: a file is never written over. */
function newName(folder: string, added: readonly SnapshotRows[], format: Format): string {
  const days = added.map(({ date }) => date).toSorted((a, b) => a - b)
  const [first, last] = [isoDate(days[0]!)!, isoDate(days.at(-1)!)!]
  const models = [...new Set(added.map(({ model }) => model.name))].join('.')
  const stem = `${first === last ? first : `${first}_${last}`}.${models}`
  for (let number = 1; ; number++) {
    const name = number === 1 ? `${stem}.${format}` : `${stem}.${number}.${format}`
    if (!existsSync(join(folder, name))) return name
  }
}
