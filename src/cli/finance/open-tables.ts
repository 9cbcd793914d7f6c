import { createHash } from 'node:crypto'
import { createReadStream, readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Finding } from '../../findings/finding.ts'
import type { Rates } from '../../finance/rates.ts'
import { accountsInputs, readAccounts, type AccountsReading } from '../../finance/read/accounts.ts'
import { crmInputs, readCrm, type CrmReading } from '../../finance/read/crm.ts'
import { ledgerInputs } from '../../finance/read/ledger-fields.ts'
import { readLedger, type LedgerReading } from '../../finance/read/ledger.ts'
import type { DayOrder } from '../../finance/read/days.ts'
import { mergedInputs, readMerged } from '../../finance/read/merged.ts'
import type { MergedId } from '../../finance/merged-ids.ts'
import type { LedgerOptions } from '../../finance/read/options.ts'
import { ratesInputs, ratesOf, readRates } from '../../finance/read/rates.ts'
import { withTable } from '../../tables/node.ts'

/** Findings are given to `say` file by file, in the order of reading. */
export type Say = (path: string, findings: readonly Finding[]) => void

export async function openLedger(path: string, options: LedgerOptions, say: Say): Promise<LedgerReading> {
  const reading = await withTable(path, ledgerInputs, (table) => readLedger(table, options), { key: false })
  say(path, reading.findings)
  return reading
}

/** Without a file no rate is known, which does for a ledger in one currency. */
export async function openRates(path: string | undefined, currency: string, say: Say): Promise<Rates> {
  if (path === undefined) return ratesOf(currency, [])
  const reading = await withTable(path, ratesInputs(currency), (table) => readRates(table, currency), { key: false })
  say(path, reading.findings)
  return reading.rates
}

export async function openAccounts(path: string, say: Say): Promise<AccountsReading['accounts']> {
  const reading = await withTable(path, accountsInputs(), (table) => readAccounts(table), { key: false })
  say(path, reading.findings)
  return reading.accounts
}

export async function openCrm(path: string, say: Say, dates?: DayOrder): Promise<CrmReading> {
  const reading = await withTable(path, crmInputs, (table) => readCrm(table, dates), { key: false })
  say(path, reading.findings)
  return reading
}

export async function openMerged(path: string, say: Say, dates?: DayOrder): Promise<readonly MergedId[]> {
  const reading = await withTable(path, mergedInputs, (table) => readMerged(table, dates), { key: false })
  say(path, reading.findings)
  return reading.merged
}

/** SHA-256 (hex) of a file that could be read; of a folder, of the names and hashes of its files. */
export async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path).toSorted()) {
      if (!name.startsWith('.')) hash.update(`${await fileHash(join(path, name))}  ${name}\n`)
    }
    return hash.digest('hex')
  }
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** What a report calls a file: where it lay on some machine is no part of it. */
export function fileName(path: string): string {
  return basename(path)
}
