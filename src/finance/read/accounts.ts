import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Columns } from '../../model/columns.ts'
import type { Input } from '../../model/input.ts'
import { bindCells } from '../../tables/bind.ts'
import { plainText } from '../../tables/cell-text.ts'
import type { Cell } from '../../tables/cell.ts'
import { foldHeader, type Matching } from '../../tables/match.ts'
import { gatherReports } from '../../tables/reports.ts'
import type { Table } from '../../tables/table.ts'
import { alikeKeys } from '../alike.ts'
import { columnsAnd, type Field, fieldColumn, fieldInputs, serveFields } from './fields.ts'

/** Accounts as finance needs them: who belongs to whom, and by what they are told apart. */
export interface Accounts {
  /** As written; each comes once. */
  readonly keys: readonly string[]
  /** By place in `keys`: names, parents and segments; null where blank. */
  readonly names: readonly (string | null)[]
  readonly parents: readonly (string | null)[]
  readonly segments: readonly (string | null)[]
  /** Further columns that were asked for, by the name they were asked by. */
  readonly columns: ReadonlyMap<string, readonly (string | null)[]>
  /** Where a person finds each account, from 1. */
  readonly rows: readonly number[]
  /** Parents by account key, without the blank ones. */
  readonly parentOf: ReadonlyMap<string, string>
}

export interface AccountsReading {
  readonly accounts: Accounts
  readonly findings: readonly Finding[]
}

const FIELDS: readonly Field[] = [
  {
    name: 'account',
    headers: [
      ['account_id', 'customer_id', 'company_id', 'client_id', 'account number', 'account key'],
      ['account', 'customer', 'company', 'client'],
      ['id'],
    ],
    required: true,
  },
  {
    name: 'name',
    headers: [['account_name', 'customer name', 'company name', 'client name', 'name']],
    required: false,
  },
  {
    name: 'parent',
    headers: [
      ['parent_account_id', 'parent_id', 'parent account', 'parent', 'parent customer id', 'ultimate parent'],
      ['group', 'parent name'],
    ],
    required: false,
  },
  {
    name: 'segment',
    headers: [
      ['segment', 'customer segment', 'account segment'],
      ['tier', 'size'],
    ],
    required: false,
  },
]

/** The inputs to open a table of accounts with, with `key: false`; `extra` names further columns by header. */
export function accountsInputs(extra: readonly string[] = []): readonly Input[] {
  return fieldInputs(fieldsWith(extra))
}

/** Reads a table of accounts. An account that comes twice is told, and its first row counts. */
export async function readAccounts(table: Table, extra: readonly string[] = []): Promise<AccountsReading> {
  const reading = accountsReading(table.header, table.matching, extra)
  const findings: Finding[] = []
  for await (const batch of table.batches) {
    reading.add(batch.columns, batch.rowNumbers)
    findings.push(...batch.findings)
  }
  return reading.finish([...table.findings.filter((one) => one.slug === 'file-unreadable'), ...findings])
}

/** The same for the cells of a range, the first row its header. */
export function readAccountsCells(cells: readonly (readonly Cell[])[], extra: readonly string[] = []): AccountsReading {
  const { columns, matching } = bindCells(cells, accountsInputs(extra), { key: false })
  const header = (cells[0] ?? []).map((cell) => plainText(cell).trim())
  const reading = accountsReading(header, matching, extra)
  reading.add(
    columns,
    Array.from({ length: columns.length }, (_, i) => i + 2),
  )
  return reading.finish([])
}

/** An `extra` that is a field already is that field's column under another name. */
function fieldsWith(extra: readonly string[]): readonly Field[] {
  const taken = new Set(FIELDS.flatMap(({ headers }) => headers.flat().map(foldHeader)))
  const further = extra.filter((name) => !taken.has(foldHeader(name)))
  return [...FIELDS, ...further.map((name) => ({ name: `column ${name}`, headers: [[name]], required: false }))]
}

function accountsReading(header: readonly string[], matching: Matching, extra: readonly string[]) {
  const fields = fieldsWith(extra)
  const served = serveFields(header, matching, fields)
  const reports = gatherReports()
  const places = new Map<string, number>()
  const rows: number[] = []
  const cells = new Map(fields.map(({ name }): [string, (string | null)[]] => [name, []]))
  return {
    add(columns: Columns, rowNumbers: ArrayLike<number>): void {
      const read = fields.map(({ name }) => ({ name, column: fieldColumn(columns.inputs, served, name) }))
      for (let i = 0; i < columns.length; i++) {
        const row = rowNumbers[i]!
        const texts = read.map(({ name, column }): [string, string | null] => {
          const code = column?.codes[i] ?? -1
          return [name, code < 0 ? null : column!.dictionary[code]!.trim() || null]
        })
        const key = texts[0]![1]
        const first = key === null ? undefined : places.get(key)
        if (key === null) {
          const isBlank = texts.every(([, text]) => text === null)
          if (!isBlank)
            reports.add('accounts-row-blank', 'rows name no account', () => finding('accounts-row-blank', { row }))
        } else if (first === undefined) {
          places.set(key, rows.length)
          rows.push(row)
          for (const [name, text] of texts) cells.get(name)!.push(text)
        } else {
          reports.add('accounts-row-repeated', 'rows repeat an account', () =>
            finding('accounts-row-repeated', { account: key, row, first: rows[first]! }),
          )
        }
      }
    },
    finish(before: readonly Finding[]): AccountsReading {
      const keys = cells.get('account')!.map((key) => key!)
      const parents = cells.get('parent')!
      for (const [k, parent] of parents.entries()) {
        if (parent === null || places.has(parent)) continue
        reports.add('parent-unknown', 'parents have no row of their own', () =>
          finding('parent-unknown', { row: rows[k]!, account: keys[k]!, parent }),
        )
      }
      for (const [a, b] of alikeKeys(keys)) {
        const where = `row ${rows[a]!} and row ${rows[b]!}`
        reports.add('accounts-alike', 'accounts look like another and are kept apart', () =>
          finding('accounts-alike', { first: keys[a]!, second: keys[b]!, rows: where, amounts: null }),
        )
      }
      const named = (name: string) => cells.get(name)!
      const columnOf = (name: string): readonly (string | null)[] => {
        const own = cells.get(`column ${name}`)
        if (own !== undefined) return own
        const field = FIELDS.find(({ headers }) => headers.flat().some((each) => foldHeader(each) === foldHeader(name)))
        return named(field!.name)
      }
      const accounts: Accounts = {
        keys,
        names: named('name'),
        parents,
        segments: named('segment'),
        columns: new Map(extra.map((name) => [name, columnOf(name)])),
        rows,
        parentOf: new Map(keys.flatMap((key, k) => (parents[k] === null ? [] : [[key, parents[k]!]]))),
      }
      return { accounts, findings: columnsAnd(served.findings, [...before, ...reports.finish()]) }
    },
  }
}
