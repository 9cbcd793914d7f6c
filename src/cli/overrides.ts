import { finding } from '../findings/report.ts'
import type { Finding } from '../findings/finding.ts'
import { overrideInputs } from '../history/override-inputs.ts'
import { readOverrides } from '../history/overrides.ts'
import type { Model } from '../model/model.ts'
import type { OverrideRow } from '../model/override.ts'
import { allBatches, withTable } from '../tables/node.ts'
import { joinColumns } from './join-columns.ts'
import { Problem } from './problem.ts'
import { hasErrors } from './text/findings.ts'

/** People's overrides of a file, those in force on the scoring date by account. */
export interface LoadedOverrides {
  readonly byAccount: ReadonlyMap<string, readonly OverrideRow[]>
  readonly findings: readonly Finding[]
  /** Overrides of accounts that were not among those scored. */
  readonly strangers: (scored: ReadonlySet<string>) => readonly Finding[]
}

/** Reads `--overrides`. A file that cannot be read stops everything: an override silently left out is a wrong score. */
export async function loadOverrides(
  path: string,
  model: Model,
  asOf: number | null,
  show: (findings: readonly Finding[]) => void,
): Promise<LoadedOverrides> {
  const { columns, rowNumbers, findings } = await withTable(path, overrideInputs, async (table) => {
    const batches = await allBatches(table)
    return {
      columns: joinColumns(batches.map((batch) => batch.columns)),
      rowNumbers: batches.flatMap((batch) => Array.from(batch.rowNumbers)),
      findings: [...table.findings, ...batches.flatMap((batch) => batch.findings)].filter(isTold),
    }
  })
  if (hasErrors(findings)) {
    show(findings)
    throw new Problem(`${path} could not be read whole; nothing was scored`)
  }
  const overrides = readOverrides(model, columns, { asOf, rowNumbers, accounts: null })
  const rowOf = new Map((columns.accounts ?? []).map((account, at) => [account.trim(), rowNumbers[at] ?? at + 1]))
  return {
    byAccount: overrides.byAccount,
    findings: [...findings, ...overrides.findings],
    strangers: (scored) =>
      [...overrides.byAccount.keys()]
        .filter((account) => !scored.has(account))
        .map((account) => finding('override-unknown-account', { row: rowOf.get(account) ?? 0, account })),
  }
}

/** All columns but the account are optional, and an account may well have several overrides. */
function isTold(found: Finding): boolean {
  return found.slug !== 'input-column-missing' && found.slug !== 'account-duplicate'
}
