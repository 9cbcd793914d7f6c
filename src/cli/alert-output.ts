import { isoDate } from '../engine/days.ts'
import type { Alert, State } from '../history/alerts.ts'
import type { Reason, Standing } from '../history/reasons.ts'
import { textAt } from '../history/rows.ts'
import type { Field, OutputBatch } from '../tables/node.ts'

export function alertJson({ kind, account, of, from, to, change, worse, modelChanged, reasons }: Alert) {
  const state = ({ date, band, score, segment }: State) => ({ date: isoDate(date), band, score, segment })
  const carried = Object.fromEntries([...to.at.snapshot.carried.keys()].map((name) => [name, carriedAt(to, name)]))
  return { kind, account, of, from: state(from), to: state(to), change, worse, modelChanged, reasons, carried }
}

/** One row an alert; the reasons in one cell, carried columns behind it. */
export function alertTable(alerts: readonly Alert[]): {
  readonly fields: readonly Field[]
  readonly batch: OutputBatch
} {
  const carried = [...new Set(alerts.flatMap(({ to }) => [...to.at.snapshot.carried.keys()]))]
  const texts: readonly (readonly [name: string, of: (alert: Alert) => string | null])[] = [
    ['date', ({ to }) => isoDate(to.date)],
    ['account', ({ account }) => account],
    ['kind', ({ kind }) => kind],
    ['of', ({ of }) => (of === '' ? 'score' : of)],
    ['from_date', ({ from }) => isoDate(from.date)],
    ['from_band', ({ from }) => from.band],
    ['to_band', ({ to }) => to.band],
    ['from_score', ({ from }) => String(from.score)],
    ['to_score', ({ to }) => String(to.score)],
    ['change', ({ change }) => String(change)],
    ['from_segment', ({ from }) => from.segment],
    ['to_segment', ({ to }) => to.segment],
    ['model_changed', ({ modelChanged }) => (modelChanged ? 'yes' : 'no')],
    ['reasons', ({ reasons }) => reasons.map((one) => sayReason(one)).join('; ')],
    ...carried.map((name) => [name, ({ to }: Alert) => textOf(carriedAt(to, name))] as const),
  ]
  return {
    fields: texts.map(([name]) => ({ name, kind: 'text' })),
    batch: { length: alerts.length, columns: texts.map(([, of]) => ({ kind: 'text', values: alerts.map(of) })) },
  }
}

/** `utilization.mau_per_seat 64% to 47% (concerning to poor): -1.375` */
export function sayReason({ measure, from, to, share }: Reason): string {
  if (measure === null) return `modifiers, rounding and overrides: ${signed(share)}`
  const values = from.value === to.value ? '' : ` ${from.value ?? 'missing'} to ${to.value ?? 'missing'}`
  const bands = from.band === to.band ? '' : ` (${sayBand(from)} to ${sayBand(to)})`
  const unchanged = values === '' && bands === '' ? ' unchanged, its weight is another' : ''
  return `${measure}${values}${bands}${unchanged}: ${signed(share)}`
}

function sayBand({ band, points }: Standing): string {
  return band ?? (points === null ? 'no data' : `${points} points`)
}

/** At most six decimals, as shares are counted. */
function signed(share: number): string {
  const text = String(Number(share.toFixed(6)))
  return share > 0 ? `+${text}` : text
}

function carriedAt({ at: { snapshot, row } }: State, name: string): string | number | null {
  const column = snapshot.carried.get(name)
  if (column === undefined) return null
  if (column.kind === 'text') return textAt(column, row)
  return Number.isNaN(column.values[row]!) ? null : column.values[row]!
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value)
}
