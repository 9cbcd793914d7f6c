import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import { isoDate } from '../engine/days.ts'
import { carriedColumn } from '../history/carry.ts'
import { pickColumn, pickColumns } from '../model/pick-rows.ts'
import { carriedName } from '../history/stored-columns.ts'
import { allInputs } from '../model/all-inputs.ts'
import { bareInput } from '../model/bare-input.ts'
import type { Filler } from '../history/events/fill.ts'
import type { Column, Columns } from '../model/columns.ts'
import type { Input, InputType } from '../model/input.ts'
import type { Model } from '../model/model.ts'
import { foldHeader, withTable } from '../tables/node.ts'
import type { DataOptions } from './accounts.ts'
import { joinColumns } from './join-columns.ts'
import { Problem } from './problem.ts'
import { hasErrors } from './text/findings.ts'

export interface DatedOptions extends DataOptions {
  /** The one date of all rows, in days since 1970-01-01; null where a column says it. */
  readonly asOf: number | null
  readonly dateColumn?: string
  /** Fills columns that are figures of logs or of earlier days, as of a date. */
  readonly fillerOf?: ((asOf: number) => Filler) | null
  /** Headers of the columns that are carried along. */
  readonly keep: readonly string[]
}

/** The accounts of one date, bound to the model's inputs, with the columns that are carried along. */
export interface DatedAccounts {
  readonly date: number
  readonly columns: Columns
  readonly carried: ReadonlyMap<string, Column>
}

/** Reads a table of accounts and parts it by date, oldest first. A row without a date or account, or an account twice on one date, is an error. */
export async function readDated(
  model: Model,
  options: DatedOptions,
): Promise<{ readonly dated: readonly DatedAccounts[]; readonly findings: readonly Finding[] }> {
  const fillerOf = options.fillerOf ?? null
  const filled = fillerOf === null ? null : fillerOf(0).names
  const inputs = allInputs(model).filter(({ name }) => filled?.has(name) !== true)
  const date = options.dateColumn === undefined ? null : sought(options.dateColumn, 'date', inputs)
  const kept = options.keep.map((header) => ({ name: carriedName(header), ...sought(header, 'text', inputs) }))
  const extra = [...(date === null ? [] : [date]), ...kept].flatMap(({ input, isNew }) => (isNew ? [input] : []))
  const findings: Finding[] = []
  const parts: Columns[] = []
  const rowNumbers: number[] = []
  const bound = [...inputs, ...new Map(extra.map((input) => [input.name, input])).values()]
  await withTable(
    options.data,
    bound,
    async (table) => {
      const absent = extra.find(({ name }) => !table.matching.columns.has(name))
      if (absent && !hasErrors(table.findings))
        throw new Problem(`${options.data} has no column \`${absent.labels[0]}\``)
      findings.push(...table.findings)
      for await (const batch of table.batches) {
        parts.push(batch.columns)
        for (let row = 0; row < batch.columns.length; row++) rowNumbers.push(batch.rowNumbers[row]!)
        findings.push(...batch.findings)
      }
    },
    { ...(options.key && { key: options.key }), ...(options.sheet && { sheet: options.sheet }) },
  )
  const all = joinColumns(parts)
  const dates = date === null ? null : all.inputs.get(date.input.name)
  const told = findings.filter((found) => !isOfRows(found))
  if (hasErrors(told)) return { dated: [], findings: told }
  const { rows, problems } = rowsByDate(all, dates?.kind === 'number' ? dates.values : null, options.asOf, rowNumbers)
  const carried = kept.map(({ name, input, isNew }): [string, Column] => {
    const blank: Column = { kind: 'text', codes: new Int32Array(all.length).fill(-1), dictionary: [], unreadable: [] }
    return [name, carriedColumn(all.inputs.get(input.name) ?? blank, isNew ? null : input)]
  })
  const names = new Set(inputs.map(({ name }) => name))
  const own = { ...all, inputs: new Map([...all.inputs].filter(([name]) => names.has(name))) }
  const strange = new Set<string>()
  const dated = [...rows]
    .toSorted(([one], [other]) => one - other)
    .map(([day, list]) => {
      const picked = Int32Array.from(list)
      const given = pickColumns(own, picked)
      const figures = fillerOf === null ? null : fillerOf(day)
      const columns = figures === null ? given : figures.fill(given)
      for (const log of figures?.strange() ?? []) strange.add(log)
      return {
        date: day,
        columns,
        carried: new Map(carried.map(([name, column]) => [name, pickColumn(column, picked)])),
      }
    })
  const unknown = [...strange].map((log) => finding('log-accounts-strange', { log }))
  return { dated, findings: [...told, ...problems, ...unknown] }
}

/** The model's own input where it reads that column, else one made for it. */
function sought(
  header: string,
  type: InputType,
  inputs: readonly Input[],
): { readonly input: Input; readonly isNew: boolean } {
  const wanted = foldHeader(header)
  const own = inputs.find(({ name, labels }) => [name, ...labels].some((text) => foldHeader(text) === wanted))
  if (own !== undefined && (type !== 'date' || own.type === 'date')) return { input: own, isNew: false }
  return { input: bareInput(`column ${wanted}`, type, { labels: [header] }), isNew: true }
}

/** What is said of repeated or nameless accounts is said here by date. */
function isOfRows({ slug, parameters }: Finding): boolean {
  if (slug === 'account-duplicate' || slug === 'account-blank') return true
  return slug === 'data-more' && String((parameters as { what?: unknown }).what).endsWith('an account')
}

/** More of one kind are counted in what is said of the last. */
const MOST = 20

function rowsByDate(
  { accounts, length }: Columns,
  dates: Float64Array | null,
  asOf: number | null,
  rowNumbers: readonly number[],
): { readonly rows: ReadonlyMap<number, number[]>; readonly problems: readonly Finding[] } {
  const rows = new Map<number, number[]>()
  const first = new Map<string, number>()
  const problems: Finding[] = []
  const report = (found: Finding): void => {
    if (problems.length < MOST) problems.push(found)
  }
  for (let row = 0; row < length; row++) {
    const number = rowNumbers[row]!
    const day = dates === null ? asOf : dates[row]!
    const account = accounts?.[row] ?? ''
    if (day === null || Number.isNaN(day)) report(finding('snapshot-row-undated', { row: number }))
    else if (account === '') report(finding('snapshot-row-nameless', { row: number }))
    else {
      const key = `${day} ${account}`
      const before = first.get(key)
      if (before !== undefined) {
        const date = isoDate(day) ?? String(day)
        report(finding('snapshot-account-twice', { account, date, row: number, first: before }))
      }
      first.set(key, number)
      const list = rows.get(day)
      if (list === undefined) rows.set(day, [row])
      else list.push(row)
    }
  }
  return { rows, problems }
}
