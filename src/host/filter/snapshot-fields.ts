import type { History, KeptSnapshot, TextRows } from '../../history/history.ts'
import { carriedName } from '../../history/stored-columns.ts'
import type { Chosen } from '../../history/tally.ts'
import type { Column, TextColumn } from '../../model/columns.ts'
import { isoDate } from '../../tables/values/day.ts'
import type { Filter } from '../document/document.ts'
import type { Field, FieldKind, Fields } from './field.ts'
import { testOf } from './matches.ts'

/** Accounts of any of the segments that match any of the filters, snapshot by snapshot; none is all of them. */
export function chosenBy(history: History, segments: readonly string[], filters: readonly Filter[]): Chosen {
  return (snapshot) => {
    const wanted = history.segments.map((name) => segments.includes(name))
    const tests = filters.map((filter) => testOf(filter, snapshotFields(history, snapshot, [filter]), snapshot.date))
    return (row) =>
      (segments.length === 0 || wanted[snapshot.segment[row]!] === true) &&
      (tests.length === 0 || tests.some((test) => test(row)))
  }
}

/** What filters ask for and none of the snapshots has, as filters name it. */
export function notKept(history: History, filters: readonly Filter[]): readonly string[] {
  const ids = new Set(filters.flatMap(idsIn))
  for (const snapshot of history.snapshots)
    for (const id of snapshotFields(history, snapshot, filters).keys()) ids.delete(id)
  return [...ids]
}

/** The fields of a portfolio, as filters name them, read from what was kept: only those that the filters ask for. */
export function snapshotFields(history: History, snapshot: KeptSnapshot, filters: readonly Filter[]): Fields {
  const fields = [...new Set(filters.flatMap(idsIn))].flatMap((id) => fieldOf(history, snapshot, id) ?? [])
  return new Map(fields.map((field) => [field.id, field]))
}

function idsIn(filter: Filter): readonly string[] {
  return filter.kind === 'condition' ? [filter.field] : filter.of.flatMap(idsIn)
}

function fieldOf(history: History, snapshot: KeptSnapshot, id: string): Field | null {
  const bands = (codes: Int32Array): Field => {
    const options = snapshot.ladder.map((name) => ({ value: name, label: name }))
    return { ...named(id, 'band'), options, column: () => texts({ codes, dictionary: history.bands }) }
  }
  if (id === 'score') return number(id, 'number', () => shownScores(snapshot))
  if (id === 'band') return bands(snapshot.band)
  if (id === 'coverage') return number(id, 'percent', () => snapshot.coverage)
  if (id === 'segment') {
    return { ...named(id, 'choice'), column: () => texts({ codes: snapshot.segment, dictionary: history.segments }) }
  }
  const [group, name] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  const part = snapshot.parts.get(name)
  if (group === 'dimension' && part) return number(id, 'number', () => part.points)
  if (group === 'dimension band' && part) return bands(part.band)
  const column = group === 'column' ? snapshot.carried.get(carriedName(name)) : undefined
  return column === undefined ? null : carriedField(id, column)
}

function named(id: string, kind: FieldKind): Omit<Field, 'column'> {
  return { id, label: id.slice(id.indexOf(':') + 1), group: 'Columns', kind, options: [] }
}

function number(id: string, kind: FieldKind, values: () => Float64Array): Field {
  return { ...named(id, kind), column: () => ({ kind: 'number', values: values(), unreadable: [] }) }
}

/** People filter by the score that they see. */
function shownScores({ shown: { codes, dictionary }, score, length }: KeptSnapshot): Float64Array {
  return Float64Array.from({ length }, (_, row) => Number(dictionary[codes[row]!] ?? score[row]!))
}

/** Dates and answers were carried as texts. */
function carriedField(id: string, column: Column): Field {
  if (column.kind === 'number') return number(id, 'number', () => column.values)
  const used = column.dictionary.filter((_, code) => column.codes.includes(code))
  const read = (numberOf: (text: string) => number | null): (() => Float64Array) => {
    const numbers = column.dictionary.map((text) => numberOf(text) ?? NaN)
    return () => Float64Array.from(column.codes, (code) => numbers[code] ?? NaN)
  }
  if (used.length > 0 && used.every((text) => isoDate(text) !== null)) return number(id, 'date', read(isoDate))
  if (used.length > 0 && used.every((text) => text === 'yes' || text === 'no')) {
    return number(
      id,
      'yes/no',
      read((text) => Number(text === 'yes')),
    )
  }
  return { ...named(id, 'text'), column: () => column }
}

function texts({ codes, dictionary }: TextRows): TextColumn {
  return { kind: 'text', codes: Int32Array.from(codes), dictionary, unreadable: [] }
}
