import { bareInput } from '../model/bare-input.ts'
import type { Column, Columns } from '../model/columns.ts'
import type { Input, InputType } from '../model/input.ts'
import { hasText, numbersIfPlain } from './carry.ts'
import type { History, SnapshotHeader, TextRows } from './history.ts'
import { layOut } from './lay-out.ts'
import { pickColumn, pickNumbers } from '../model/pick-rows.ts'
import { type PartRows, pickTexts, type SnapshotRows, textAt } from './rows.ts'
import { DATES, HEAD, type HeadColumn, NEEDED, NUMBERS, partColumn, RUNG } from './stored-columns.ts'

/** How to bind a table of stored snapshots, by the headers it has: every column is an input of its own name. */
export function snapshotInputs(header: readonly string[]): readonly Input[] {
  return header.filter((name) => name !== '').map((name) => bareInput(name, typeOf(name), { labels: [name] }))
}

/** The columns that a table of snapshots must have and this one has not. */
export function lacking(header: readonly string[]): readonly HeadColumn[] {
  return NEEDED.filter((name) => !header.includes(name))
}

/**
 * Reads stored snapshots from a table bound with `snapshotInputs`. Rows without a date, a model or an account are left
 * out and counted.
 */
export function readSnapshots(columns: Columns): { readonly history: History; readonly leftOut: number } {
  const groups = new Map<string, number[]>()
  const key = keyOf(columns)
  let leftOut = 0
  for (let row = 0; row < columns.length; row++) {
    const of = key(row)
    if (of === null) leftOut++
    else if (groups.has(of)) groups.get(of)!.push(row)
    else groups.set(of, [row])
  }
  const history = layOut([...groups.values()].map((rows) => rowsOf(columns, Int32Array.from(rows))))
  return { history, leftOut }
}

function typeOf(name: string): InputType {
  if (DATES.has(name)) return 'date'
  if (NUMBERS.has(name)) return 'number'
  const part = partColumn(name)
  return part === null || part.of === 'band' || part.of === 'value' ? 'text' : 'number'
}

/** What tells one scoring from another. */
function keyOf(columns: Columns): (row: number) => string | null {
  const number = (name: HeadColumn): ((row: number) => number) => {
    const values = numbersIn(columns, name)
    return (row) => values[row]!
  }
  const [date, sequence] = [number('snapshot_date'), number('sequence')]
  const [model, hash] = [textsIn(columns, 'model'), textsIn(columns, 'model_hash')]
  return (row) => {
    const account = columns.accounts?.[row] ?? ''
    if (Number.isNaN(date(row)) || account === '') return null
    const [name, code] = [textAt(model, row), textAt(hash, row)]
    if (name === null || code === null) return null
    return [date(row), sequence(row), code, name].join(' ')
  }
}

function rowsOf(columns: Columns, rows: Int32Array): SnapshotRows {
  const numbers = (name: string): Float64Array => pickNumbers(numbersIn(columns, name), rows)
  const texts = (name: string): TextRows => pickTexts(textsIn(columns, name), rows)
  const parts = new Map<string, PartRows>()
  const carried = new Map<string, Column>()
  for (const [name, column] of columns.inputs) {
    const part = partColumn(name)
    if (part !== null) {
      if (part.of === 'score' || part.of === 'points') parts.set(part.path, partOf(part.path, part.of, numbers, texts))
    } else if (!(HEAD as readonly string[]).includes(name)) carried.set(name, numbersIfPlain(pickColumn(column, rows)))
  }
  return {
    ...headerOf(columns, rows[0]!),
    accounts: Array.from(rows, (row) => columns.accounts![row]!),
    segment: texts('segment'),
    score: numbers('score'),
    shown: texts('shown'),
    band: texts('band'),
    coverage: numbers('coverage'),
    scoreBefore: numbers('score_before'),
    bandBefore: texts('band_before'),
    overrides: texts('overrides'),
    parts: new Map([...parts].filter(([, part]) => isKept(part))),
    carried: new Map([...carried].filter(([, column]) => !isBlank(column))),
  }
}

function partOf(
  path: string,
  of: 'score' | 'points',
  numbers: (name: string) => Float64Array,
  texts: (name: string) => TextRows,
): PartRows {
  return {
    kind: of === 'score' ? 'dimension' : 'measure',
    points: numbers(`${path}.${of}`),
    band: texts(`${path}.band`),
    weight: numbers(`${path}.weight`),
    contribution: numbers(`${path}.contribution`),
    value: of === 'points' ? texts(`${path}.value`) : null,
  }
}

/** Another model of the same file may have parts that this one lacks. */
function isKept({ points, band, weight, value }: PartRows): boolean {
  return hasAny(points) || hasAny(weight) || hasText(band) || (value !== null && hasText(value))
}

function headerOf(columns: Columns, row: number): SnapshotHeader {
  const number = (name: HeadColumn): number | null => {
    const value = numbersIn(columns, name)[row]!
    return Number.isNaN(value) ? null : value
  }
  const text = (name: HeadColumn): string | null => textAt(textsIn(columns, name), row)
  const ladder = text('ladder')
  return {
    date: number('snapshot_date')!,
    model: { name: text('model')!, version: number('model_version'), hash: text('model_hash')! },
    inputsHash: text('inputs_hash') ?? '',
    sequence: number('sequence') ?? 1,
    recordedAt: number('recorded_at'),
    restated: text('restated'),
    ladder: ladder === null ? [] : ladder.split(RUNG),
    scale: {
      low: number('scale_low') ?? 0,
      high: number('scale_high') ?? 10,
      higherIsWorse: text('higher_is_worse') === 'yes',
    },
  }
}

function isBlank(column: Column): boolean {
  return column.kind === 'number' ? !hasAny(column.values) : !hasText(column)
}

function hasAny(values: Float64Array): boolean {
  return values.some((value) => !Number.isNaN(value))
}

const NONE: TextRows = { codes: [], dictionary: [] }

function textsIn({ inputs }: Columns, name: string): TextRows {
  const column = inputs.get(name)
  return column?.kind === 'text' ? column : NONE
}

function numbersIn({ inputs, length }: Columns, name: string): Float64Array {
  const column = inputs.get(name)
  return column?.kind === 'number' ? column.values : new Float64Array(length).fill(NaN)
}
