import { isoDate } from '../engine/days.ts'
import type { Column } from '../model/columns.ts'
import type { Field, OutputBatch, OutputColumn } from '../tables/write/output.ts'
import type { History, KeptSnapshot, TextRows } from './history.ts'
import { DATES, DIMENSION, HEAD, type HeadColumn, MEASURE, NUMBERS, RUNG } from './stored-columns.ts'

/** Snapshots as a table: one row an account and date, in the order of the history; columns as in docs/history.md. */
export interface StoredTable {
  readonly fields: readonly Field[]
  /** A batch a snapshot. */
  readonly batches: readonly OutputBatch[]
}

export function storedTable(history: History): StoredTable {
  const stored = [...HEAD.map((name) => headColumn(name)), ...partColumns(history), ...carriedColumns(history)]
  return {
    fields: stored.map(({ name, kind }) => ({ name, kind })),
    batches: history.snapshots.map((one) => ({
      length: one.length,
      columns: stored.map((column) => column.of(one, history)),
    })),
  }
}

interface StoredColumn extends Field {
  readonly of: (one: KeptSnapshot, history: History) => OutputColumn
}

function headColumn(name: HeadColumn): StoredColumn {
  const kind = DATES.has(name) ? 'date' : NUMBERS.has(name) ? 'number' : 'text'
  return { name, kind, of: OF[name] }
}

const OF: Readonly<Record<HeadColumn, StoredColumn['of']>> = {
  snapshot_date: ({ date, length }) => same(isoDate(date), length),
  sequence: ({ sequence, length }) => number(sequence, length),
  recorded_at: ({ recordedAt, length }) => same(recordedAt === null ? null : isoDate(recordedAt), length),
  restated: ({ restated, length }) => same(restated, length),
  model: ({ model, length }) => same(model.name, length),
  model_version: ({ model, length }) => number(model.version ?? NaN, length),
  model_hash: ({ model, length }) => same(model.hash, length),
  inputs_hash: ({ inputsHash, length }) => same(inputsHash, length),
  ladder: ({ ladder, length }) => same(ladder.join(RUNG), length),
  scale_low: ({ scale, length }) => number(scale.low, length),
  scale_high: ({ scale, length }) => number(scale.high, length),
  higher_is_worse: ({ scale, length }) => same(scale.higherIsWorse ? 'yes' : 'no', length),
  account: ({ account }, { accounts }) => codes(account, accounts),
  segment: ({ segment }, { segments }) => codes(segment, segments),
  score: ({ score }) => ({ kind: 'number', values: score }),
  shown: ({ shown }) => texts(shown),
  band: ({ band }, { bands }) => codes(band, bands),
  coverage: ({ coverage }) => ({ kind: 'number', values: coverage }),
  score_before: ({ scoreBefore }) => ({ kind: 'number', values: scoreBefore }),
  band_before: ({ bandBefore }, { bands }) => codes(bandBefore, bands),
  overrides: ({ overrides }) => texts(overrides),
}

function partColumns({ snapshots }: History): readonly StoredColumn[] {
  const kinds = new Map(snapshots.flatMap(({ parts }) => [...parts].map(([path, { kind }]) => [path, kind])))
  return [...kinds].flatMap(([path, kind]) =>
    (kind === 'dimension' ? DIMENSION : MEASURE).map((of) => partColumn(path, of)),
  )
}

function partColumn(path: string, of: (typeof DIMENSION | typeof MEASURE)[number]): StoredColumn {
  const kind = of === 'band' || of === 'value' ? 'text' : 'number'
  return {
    name: `${path}.${of}`,
    kind,
    of: ({ parts, length }, { bands }) => {
      const part = parts.get(path)
      if (of === 'band') return part === undefined ? same(null, length) : codes(part.band, bands)
      if (of === 'value') return part?.value ? texts(part.value) : same(null, length)
      if (part === undefined) return number(NaN, length)
      return { kind: 'number', values: of === 'score' ? part.points : part[of] }
    },
  }
}

/** A column that was numbers in one snapshot and text in another is text in all. */
function carriedColumns({ snapshots }: History): readonly StoredColumn[] {
  const names = new Set(snapshots.flatMap(({ carried }) => [...carried.keys()]))
  return [...names].map((name): StoredColumn => {
    const isText = snapshots.some(({ carried }) => carried.get(name)?.kind === 'text')
    const of = ({ carried, length }: KeptSnapshot): OutputColumn => {
      const column = carried.get(name)
      if (column === undefined) return isText ? same(null, length) : number(NaN, length)
      return isText && column.kind === 'number' ? asTexts(column.values) : asOutput(column)
    }
    return { name, kind: isText ? 'text' : 'number', of }
  })
}

function asOutput(column: Column): OutputColumn {
  return column.kind === 'number' ? { kind: 'number', values: column.values } : texts(column)
}

function asTexts(values: Float64Array): OutputColumn {
  return { kind: 'text', values: Array.from(values, (value) => (Number.isNaN(value) ? null : String(value))) }
}

function same(text: string | null, length: number): OutputColumn {
  return {
    kind: 'codes',
    codes: new Int8Array(length).fill(text === null ? -1 : 0),
    dictionary: text === null ? [] : [text],
  }
}

function number(value: number, length: number): OutputColumn {
  return { kind: 'number', values: new Float64Array(length).fill(value) }
}

function codes(of: ArrayLike<number>, dictionary: readonly string[]): OutputColumn {
  return { kind: 'codes', codes: of, dictionary }
}

function texts({ codes: of, dictionary }: TextRows): OutputColumn {
  return { kind: 'codes', codes: of, dictionary }
}
