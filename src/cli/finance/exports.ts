import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type ContractLine, contractTable } from '../../finance/import/contract-line.ts'
import { type ExportRow, readRecords, recordInputs } from '../../finance/import/records.ts'
import { RECURLY_TABLES, recurlyLines } from '../../finance/import/recurly.ts'
import { STRIPE_TABLES, stripeLines } from '../../finance/import/stripe.ts'
import { type LedgerReading, readLedgerCells } from '../../finance/read/ledger.ts'
import type { LedgerOptions } from '../../finance/read/options.ts'
import { formatOf } from '../../tables/format.ts'
import { withTable } from '../../tables/node.ts'
import { Problem } from '../problem.ts'
import type { Say } from './open-tables.ts'

/** A billing system whose exports become contract lines. */
interface Source {
  readonly tables: Readonly<Record<string, readonly string[]>>
  /** Tables without which there are no lines. */
  readonly needed: readonly string[]
  readonly lines: (tables: Readonly<Record<string, readonly ExportRow[]>>) => readonly ContractLine[]
}

const SOURCES: Readonly<Record<string, Source>> = {
  stripe: { tables: STRIPE_TABLES, needed: ['subscription', 'subscription_item'], lines: stripeLines },
  recurly: { tables: RECURLY_TABLES, needed: ['subscription', 'plan'], lines: recurlyLines },
}

export const EXPORTS: readonly string[] = Object.keys(SOURCES)

/** Reads a folder with the tables of an export, each a file named after its table: `subscription_item.csv`. */
export async function openExport(
  folder: string,
  from: string,
  options: LedgerOptions,
  say: Say,
): Promise<LedgerReading> {
  const source = Object.hasOwn(SOURCES, from) ? SOURCES[from] : undefined
  if (source === undefined) throw new Problem(`--from is one of ${EXPORTS.join(', ')}; \`${from}\` is not`)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Problem(`there is no folder ${folder}`)
  const files = readdirSync(folder).toSorted()
  const tables: Record<string, readonly ExportRow[]> = {}
  for (const [table, columns] of Object.entries(source.tables)) {
    const file = fileOf(files, table)
    if (file === null) {
      if (source.needed.includes(table)) throw new Problem(`${folder} has no table ${table}: ${table}.csv, say`)
      continue
    }
    const path = join(folder, file)
    const { rows, findings } = await withTable(path, recordInputs(columns), (raw) => readRecords(raw, columns), {
      key: false,
    })
    say(path, findings)
    tables[table] = rows
  }
  const reading = readLedgerCells(contractTable(source.lines(tables)), options)
  say(folder, reading.findings)
  return reading
}

/** `subscriptions.csv`, `subscription_data.csv` and `subscription_history_data.csv` are tables of subscriptions. */
function fileOf(files: readonly string[], table: string): string | null {
  const endings = ['', 's', '_data', '_history', '_history_data']
  const found = files.filter((file) => {
    const stem = basename(file)
      .replace(/\.[^.]*$/, '')
      .toLowerCase()
    return formatOf(file) !== null && endings.some((ending) => stem === `${table}${ending}`)
  })
  const [first] = found.toSorted((a, b) => a.length - b.length)
  return first ?? null
}
