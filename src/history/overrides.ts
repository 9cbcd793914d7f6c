import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { Columns } from '../model/columns.ts'
import type { Model } from '../model/model.ts'
import type { OverrideRow } from '../model/override.ts'
import { findBand } from '../engine/bands.ts'
import { isoDate } from '../engine/days.ts'
import { findPart } from './part.ts'

/** People's overrides, ready to be joined at scoring. */
export interface Overrides {
  /** By account, in the order of the rows: those that are in force on the scoring date. */
  readonly byAccount: ReadonlyMap<string, readonly OverrideRow[]>
  /** Read, but past their last day or not begun. */
  readonly notInForce: readonly OverrideRow[]
  readonly findings: readonly Finding[]
}

export interface OverrideOptions {
  /** The scoring date; null: overrides with an expiry do not apply. */
  readonly asOf: number | null
  /** Where a person finds each row, from 1. */
  readonly rowNumbers: ArrayLike<number>
  /** The accounts that are scored; null where they are not known beforehand. */
  readonly accounts: ReadonlySet<string> | null
}

/** Reads overrides from columns bound to `overrideInputs`. A row that does not fit the model is reported and does not apply. */
export function readOverrides(model: Model, columns: Columns, options: OverrideOptions): Overrides {
  const byAccount = new Map<string, OverrideRow[]>()
  const notInForce: OverrideRow[] = []
  const findings: Finding[] = []
  let undated = 0
  for (let index = 0; index < columns.length; index++) {
    const row = options.rowNumbers[index] ?? index + 1
    const read = readRow(model, columns, index, row)
    if ('problem' in read) {
      findings.push(read.problem)
      continue
    }
    const { override } = read
    const { account } = override
    if (options.accounts !== null && !options.accounts.has(account)) {
      findings.push(finding('override-unknown-account', { row, account }))
    }
    if (options.asOf === null && override.expiry !== null) undated += 1
    const outOfForce = notInForceBecause(override, options.asOf, row)
    if (outOfForce !== null) {
      findings.push(outOfForce)
      notInForce.push(override)
      continue
    }
    const rows = byAccount.get(account)
    if (rows === undefined) byAccount.set(account, [override])
    else rows.push(override)
  }
  if (undated > 0) findings.push(finding('override-needs-date', { count: undated }))
  return { byAccount, notInForce, findings }
}

/** What is to be said of an override that does not apply on a date; null where it does, or where no date is given. */
function notInForceBecause(override: OverrideRow, asOf: number | null, row: number): Finding | null {
  const { account, date, expiry } = override
  if (asOf === null) return null
  if (expiry !== null && expiry < asOf) {
    return finding('override-expired', { row, account, expiry: isoDate(expiry) ?? '' })
  }
  if (date !== null && date > asOf) return finding('override-not-begun', { row, account, date: isoDate(date) ?? '' })
  return null
}

type ReadRow = { readonly override: OverrideRow } | { readonly problem: Finding }

function readRow(model: Model, columns: Columns, index: number, row: number): ReadRow {
  const text = (name: string): string | null => textAt(columns, name, index)
  const account = columns.accounts?.[index]?.trim() ?? ''
  if (account === '') return { problem: finding('override-without-account', { row }) }
  const written = text('path') ?? ''
  const path = findPart(model, written)
  if (path === null) return { problem: finding('override-unknown-part', { row, part: written }) }
  const bandText = text('band')
  const bands = [...model.ladder, ...model.segments.flatMap((segment) => segment.root.bands)]
  const band = bandText === null ? null : findBand(bands, bandText)
  if (bandText !== null && band === null) {
    return { problem: finding('override-unknown-band', { row, band: bandText }) }
  }
  const score = numberAt(columns, 'score', index)
  if (score === null && band === null) return { problem: finding('override-empty', { row, account }) }
  return {
    override: {
      account,
      path,
      score,
      band: band?.name ?? null,
      reason: text('reason'),
      author: text('author'),
      date: numberAt(columns, 'date', index),
      expiry: numberAt(columns, 'expiry', index),
    },
  }
}

function textAt(columns: Columns, name: string, index: number): string | null {
  const values = columns.inputs.get(name)
  if (values?.kind !== 'text') return null
  const text = values.dictionary[values.codes[index] ?? -1]?.trim() ?? ''
  return text === '' ? null : text
}

function numberAt(columns: Columns, name: string, index: number): number | null {
  const values = columns.inputs.get(name)
  const value = values?.kind === 'number' ? values.values[index] : undefined
  return value === undefined || Number.isNaN(value) ? null : value
}
