import type { Finding } from '../../findings/finding.ts'
import { finding } from '../../findings/report.ts'
import type { Input } from '../../model/input.ts'
import type { Table } from '../../tables/table.ts'
import type { MergedId } from '../merged-ids.ts'
import { type DayOrder, dayOf, isUntold, NO_DAY, toldDay } from './days.ts'
import { columnsAnd, type Field, fieldColumn, fieldInputs, serveFields } from './fields.ts'

export interface MergedReading {
  readonly merged: readonly MergedId[]
  readonly findings: readonly Finding[]
}

const FIELDS: readonly Field[] = [
  {
    name: 'from',
    headers: [
      ['from_id', 'from id', 'merged id', 'old id', 'former id', 'source id', 'from account'],
      ['from', 'old'],
    ],
    required: true,
  },
  {
    name: 'to',
    headers: [
      ['to_id', 'to id', 'into id', 'new id', 'surviving id', 'target id', 'to account'],
      ['to', 'into', 'new'],
    ],
    required: true,
  },
  {
    name: 'date',
    headers: [['date', 'merged on', 'merge date', 'from date', 'effective date', 'since']],
    required: false,
  },
]

/** The inputs to open a table of merged ids with, with `key: false`. */
export const mergedInputs: readonly Input[] = fieldInputs(FIELDS)

/** Reads which id counts as which from when. A row that says nothing clear is an error: an id must not be merged by guess. */
export async function readMerged(table: Table, dates?: DayOrder): Promise<MergedReading> {
  const served = serveFields(table.header, table.matching, FIELDS)
  const merged: MergedId[] = []
  const findings: Finding[] = table.findings.filter((one) => one.slug === 'file-unreadable')
  const rowOf = new Map<string, number>()
  const refuse = (row: number, because: string) => findings.push(finding('merged-id-unusable', { row, because }))

  const add = (row: number, from: string, to: string, date: string): void => {
    if (from === '' && to === '' && date === '') return
    const written = date === '' ? null : dayOf(date)
    const day = written !== null && isUntold(written) ? (dates ? toldDay(written, dates) : NO_DAY) : written
    const before = rowOf.get(from)
    if (from === '' || to === '') refuse(row, 'it has to name two ids')
    else if (from === to) refuse(row, `\`${from}\` is both of its ids`)
    else if (day === NO_DAY) refuse(row, `\`${date.slice(0, 24)}\` is not a date`)
    else if (before !== undefined) refuse(row, `row ${before} says already what becomes of \`${from}\``)
    else {
      rowOf.set(from, row)
      merged.push({ row, from, to, date: day })
    }
  }
  for await (const { columns, rowNumbers, findings: said } of table.batches) {
    findings.push(...said)
    const [from, to, date] = FIELDS.map(({ name }) => {
      const column = fieldColumn(columns.inputs, served, name)
      return (at: number) =>
        column === null || column.codes[at]! < 0 ? '' : column.dictionary[column.codes[at]!]!.trim()
    }) as [Text, Text, Text]
    for (let at = 0; at < columns.length; at++) add(rowNumbers[at]!, from(at), to(at), date(at))
  }
  const circle = circleIn(merged)
  if (circle !== null) refuse(circle.row, `\`${circle.from}\` leads back to itself`)
  return { merged, findings: columnsAnd(served.findings, findings) }
}

type Text = (at: number) => string

/** An id that is merged into itself over others; null where there is none. */
function circleIn(merged: readonly MergedId[]): MergedId | null {
  const next = new Map(merged.map(({ from, to }) => [from, to]))
  return (
    merged.find(({ from, to }) => {
      const seen = new Set([from])
      for (let id: string | undefined = to; id !== undefined; id = next.get(id)) {
        if (id === from) return true
        if (seen.has(id)) return false
        seen.add(id)
      }
      return false
    }) ?? null
  )
}
