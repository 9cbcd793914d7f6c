import type { Model, Segment } from '../model/model.ts'
import { letters, sheetPrefix, type FormulaSheet, type SheetCell } from './cell.ts'
import { edgeFormula, IN_SEGMENT, isShared, type NumberRow } from './numbers.ts'
import { LADDER } from './place.ts'
import type { SaidModel } from './said-model.ts'
import type { Mark } from './text.ts'

/** The sheet of a model's numbers, and where each of them stands. */
export interface ModelSheet {
  readonly sheet: FormulaSheet
  /** The place of a number, or of the edge beside it, in a formula of an account; null where there is none. */
  readonly place: (kind: Exclude<Mark, 'column'>, key: string) => NumberPlace | null
}

/** One cell for all segments, or a range with one for each in their order. */
export type NumberPlace =
  | { readonly kind: 'cell'; readonly address: string }
  | {
      readonly kind: 'by segment'
      readonly range: string
      readonly cells: readonly string[]
      readonly model: SaidModel
    }

/** The key of the scoring date. */
export const AS_OF = 'as of'

type Row = (SheetCell | null)[]

const NOTES = [
  'Every score of the accounts is computed from the numbers below: change one and all recalculates.',
  'The blue ones are meant to be changed. Thresholds must stay in their order; what a measure reads and which conditions there are stays as it is.',
  'A number in the column "All segments" is one for all; where the segments differ each has its own.',
  'The grey columns on the right are computed: a value no farther from an edge than a billionth is on the edge.',
]

export function modelSheet(
  models: readonly SaidModel[],
  name: string,
  asOf: number | null,
  readsDate: boolean,
): ModelSheet {
  const [main] = models
  const model = main!.model
  const places = new Map<string, NumberPlace>()
  const rows: Row[] = [[{ value: model.label, bold: true }], [{ value: model.doc ?? '' }]]
  const version = model.version === null ? '' : ` version ${model.version}`
  rows.push([{ value: `Written by Salus from the model ${model.name}${version} (${model.hash.slice(0, 12)}).` }])
  rows.push(...NOTES.map((note): Row => [{ value: note }]), [])
  const most = Math.max(...models.map((one) => one.model.segments.length))
  // What is computed stands right of all that is written, behind an empty column.
  const lows = ALL + most + 2
  const highs = lows + most + 1
  const at = (column: number, row: number): string => `${sheetPrefix(name)}$${letters(column)}$${row}`

  if (readsDate) {
    const row = rows.length + 1
    rows.push([
      { value: 'Scoring date', bold: true },
      null,
      { value: asOf, format: 'yyyy-mm-dd', entry: true },
      ...blanks(lows - ALL - 1),
      {
        value: null,
        formula: `IF(ISNUMBER(${letters(ALL)}${row}),INT(${letters(ALL)}${row}),"")`,
        format: 'yyyy-mm-dd',
      },
    ])
    places.set(`low ${AS_OF}`, { kind: 'cell', address: at(lows, row) })
    rows.push([])
  }
  for (const one of models) {
    if (one !== main) rows.push([{ value: `The model ${one.model.label}, which this one uses`, bold: true }])
    rows.push(headings(one.model, most))
    const said = one.numbers.rows().toSorted((a, b) => orderOf(one.model, a) - orderOf(one.model, b))
    let heading: string | null = null
    for (const number of said) {
      if (number.of !== heading) rows.push([], [{ value: titleOf(one.model, number.of), bold: true }])
      heading = number.of
      const row = rows.length + 1
      rows.push(numberRow(number, one.model.segments, { row, lows, highs }))
      const shared = isShared(number)
      const count = one.model.segments.length
      const placeFrom = (first: number): NumberPlace =>
        shared || count === 1
          ? { kind: 'cell', address: at(first, row) }
          : {
              kind: 'by segment',
              range: `${at(first + 1, row)}:$${letters(first + count)}$${row}`,
              cells: Array.from({ length: count }, (_, n) => at(first + 1 + n, row)),
              model: one,
            }
      places.set(`number ${number.key}`, placeFrom(ALL))
      places.set(`low ${number.key}`, placeFrom(lows))
      places.set(`high ${number.key}`, placeFrom(highs))
    }
    rows.push([])
  }
  const widths = [34, 40, 14, ...Array<number>(most).fill(14), 4, ...Array<number>(2 * (most + 1)).fill(12)]
  return {
    sheet: { name, rows, widths, frozenRows: 0, frozenColumns: 2, workings: [] },
    place: (kind, key) => {
      const [number, segment] = key.split(IN_SEGMENT)
      const found = places.get(`${kind} ${number!}`) ?? null
      if (segment === undefined || found?.kind !== 'by segment') return found
      return { kind: 'cell', address: found.cells[Number(segment) - 1]! }
    },
  }
}

/** The column of what is one for all segments. */
const ALL = 2

function headings(model: Model, most: number): Row {
  const names = model.segments.map((one): SheetCell => ({ value: one.label, bold: true }))
  const many = model.segments.length > 1
  return [
    { value: 'Part', bold: true },
    { value: 'Number', bold: true },
    { value: many ? 'All segments' : 'Value', bold: true },
    ...(many ? names : []),
    ...blanks(most + 1 - (many ? names.length : 0)),
    { value: 'as compared', bold: true },
  ]
}

function blanks(count: number): null[] {
  return Array<null>(Math.max(0, count)).fill(null)
}

function numberRow(
  number: NumberRow,
  segments: readonly Segment[],
  { row, lows, highs }: { readonly row: number; readonly lows: number; readonly highs: number },
): Row {
  const { label, format, guard, uses } = number
  const cells: Row = [null, { value: label }]
  const style = format === null ? {} : { format }
  const put = (offset: number, value: number): void => {
    cells[ALL + offset] = { value, ...style, entry: true }
    if (guard === null) return
    const cell = `${letters(ALL + offset)}${row}`
    if (uses.has('low')) cells[lows + offset] = { value: null, formula: edgeFormula(cell, guard, 'low') }
    if (uses.has('high')) cells[highs + offset] = { value: null, formula: edgeFormula(cell, guard, 'high') }
  }
  if (isShared(number) || segments.length === 1) put(0, [...number.values.values()][0]!)
  else {
    for (const [n, { name }] of segments.entries()) {
      const value = number.values.get(name)
      if (value !== undefined) put(n + 1, value)
    }
  }
  return Array.from(cells, (cell) => cell ?? null)
}

/** The ladder, then the whole, then its parts as they are written, then what else has numbers. */
function orderOf(model: Model, { of, key }: NumberRow): number {
  const parts = orders.get(model) ?? partsOf(model)
  orders.set(model, parts)
  const part = of === LADDER ? 0 : (parts.get(of)?.place ?? parts.size + 1)
  return part * 2 + (key.endsWith('|weight') ? 0 : 1)
}
const orders = new WeakMap<Model, ReadonlyMap<string, { readonly place: number; readonly label: string }>>()

function partsOf(model: Model): ReadonlyMap<string, { readonly place: number; readonly label: string }> {
  const parts = new Map<string, { place: number; label: string }>()
  const visit = (member: Segment['root'] | Segment['root']['children'][number], above: string): void => {
    const label = above === '' ? member.label : `${above} › ${member.label}`
    if (!parts.has(member.path))
      parts.set(member.path, { place: parts.size + 1, label: member.path === '' ? 'The whole score' : label })
    if (member.kind === 'dimension') for (const child of member.children) visit(child, member.path === '' ? '' : label)
  }
  for (const segment of model.segments) visit(segment.root, '')
  return parts
}

function titleOf(model: Model, of: string): string {
  return of === LADDER ? 'Points of the bands' : (partsOf(model).get(of)?.label ?? of)
}
