import type { Finding } from '../../findings/finding.ts'
import { keyOf, type Draft, type DraftBand, type DraftDimension, type Variant } from './draft.ts'
import { layoutOf, type Layout } from './layout.ts'
import type { PastedTable } from './pasted.ts'
import { nameOf, rowsOf, unused, weightText, type MeasureRow } from './rows.ts'

type MeasuresLayout = Extract<Layout, { kind: 'measures' }>
type WeightsLayout = Extract<Layout, { kind: 'weights' }>

/**
 * Joins all tables of a paste into one draft. A table that lists again what the first one lists is a segment, named by its
 * title; a weights table with several columns makes a segment of each; a table of measures alone is the dimension its
 * title names. Weights without any measure make an outline: dimensions that hold nothing yet. The draft is null where there
 * is neither.
 */
export function assemble(tables: readonly PastedTable[]): {
  readonly draft: Draft | null
  readonly findings: readonly Finding[]
} {
  const layouts = tables.map(layoutOf)
  const measured = layouts.filter((layout) => layout.kind === 'measures')
  const findings = layouts.flatMap((layout) =>
    layout.kind === 'other' ? [unused(nameOf(layout.table), 'it has no columns of thresholds or weights')] : [],
  )
  const bands = ladderOf(measured)
  const read = measured.map((layout) => ({ title: layout.table.title, ...rowsOf(layout, bands) }))
  findings.push(...read.flatMap((sheet) => sheet.findings))

  const measuredSheets = sheetsByVariant(read)
  const measuredDimensions = dimensionsOf(measuredSheets.flatMap((sheet) => sheet.rows))
  const isOutline = measuredDimensions.length === 0
  const dimensions = isOutline ? outlineOf(layouts) : measuredDimensions
  const sheets = isOutline ? [{ title: null, rows: [] }] : measuredSheets
  if (dimensions.length === 0) return { draft: null, findings }
  const lists = layouts.flatMap((layout) => (layout.kind === 'weights' ? weightLists(layout, dimensions) : []))
  findings.push(...lists.flatMap((list) => list.findings))
  return {
    draft: { title: tables[0]?.title ?? null, bands, dimensions, variants: variantsOf(sheets, lists) },
    findings,
  }
}

/** The band columns of the first table, worst first, whichever way round they stand. */
function ladderOf(measured: readonly MeasuresLayout[]): readonly DraftBand[] {
  const bands = measured[0]?.bands ?? []
  const worstFirst = (bands[0]?.rank ?? 0) > (bands.at(-1)?.rank ?? 0) ? bands.toReversed() : bands
  return worstFirst.toSorted((a, b) => a.rank - b.rank)
}

interface Sheet {
  readonly title: string | null
  readonly rows: readonly MeasureRow[]
}

/** One sheet for each variant; tables of new dimensions go on where the first one stopped. */
function sheetsByVariant(sheets: readonly Sheet[]): readonly Sheet[] {
  const merged: Sheet[] = []
  for (const sheet of sheets) {
    const [first] = merged
    const known = new Set(first?.rows.map((row) => row.key))
    if (first === undefined) merged.push(sheet)
    else if (sheet.rows.some((row) => row.measure !== '' && known.has(row.key))) merged.push(sheet)
    else merged[0] = { title: first.title, rows: [...first.rows, ...sheet.rows] }
  }
  return merged
}

function dimensionsOf(rows: readonly MeasureRow[]): readonly DraftDimension[] {
  const measured = rows.filter((row) => row.measure !== '')
  return [...Map.groupBy(measured, (row) => keyOf(row.dimension))].map(([key, group]) => ({
    key,
    label: group[0]!.dimension === '' ? null : group[0]!.dimension,
    measures: [...Map.groupBy(group, (row) => row.key)].map(([measure, same]) => ({
      key: measure,
      label: same[0]!.measure,
      description: same.find((row) => row.description !== '')?.description ?? '',
    })),
  }))
}

/** What the weights tables weigh, where no table says what it is measured by. */
function outlineOf(layouts: readonly Layout[]): readonly DraftDimension[] {
  const names = layouts.flatMap((layout) =>
    layout.kind === 'weights'
      ? layout.table.rows.slice(layout.header + 1).map((row) => row[layout.name]?.text ?? '')
      : [],
  )
  const weighed = names.filter((name) => keyOf(name) !== '' && !isTotal(name))
  return [...Map.groupBy(weighed, keyOf)].map(([key, [label = '']]) => ({ key, label, measures: [] }))
}

function isTotal(name: string): boolean {
  return /^(?:sub)?total$/i.test(name)
}

interface WeightList {
  readonly label: string | null
  readonly weights: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

function weightLists(layout: WeightsLayout, dimensions: readonly DraftDimension[]): readonly WeightList[] {
  return layout.columns.map(({ column, label, percent }, at) => {
    const weights = new Map<string, string>()
    const findings: Finding[] = []
    for (const row of layout.table.rows.slice(layout.header + 1)) {
      const name = row[layout.name]?.text ?? ''
      const weight = weightText(row[column]?.text ?? '', percent)
      if (name === '' || weight === null || isTotal(name)) continue
      const key = keyOfWeighted(name, dimensions)
      if (key !== null) weights.set(key, weight)
      else if (at === 0) findings.push(unused(`the weight of "${name}"`, 'no measures stand under it'))
    }
    return { label: layout.columns.length > 1 ? label : null, weights, findings }
  })
}

function keyOfWeighted(name: string, dimensions: readonly DraftDimension[]): string | null {
  const key = keyOf(name)
  if (dimensions.some((dimension) => dimension.key === key)) return key
  const measures = dimensions.flatMap((dimension) => dimension.measures)
  return measures.find((measure) => keyOf(measure.label) === key)?.key ?? null
}

/** Sheets and weight lists of the same label are one variant; a list without a label gives its weights to the default. */
function variantsOf(sheets: readonly Sheet[], lists: readonly WeightList[]): readonly Variant[] {
  const plain = lists.filter((list) => list.label === null)
  const named = lists.filter((list) => list.label !== null)
  const variants: Variant[] = sheets.map((sheet, at) => ({
    label: sheets.length > 1 ? (sheet.title ?? `Table ${at + 1}`) : null,
    weights: new Map([...weightsOfRows(sheet.rows), ...(at === 0 ? plain.flatMap((list) => [...list.weights]) : [])]),
    readings: new Map(sheet.rows.filter((row) => row.measure !== '').map((row) => [row.key, row.readings])),
  }))
  const [base] = variants
  if (named.length > 0 && variants.length === 1 && base !== undefined) {
    const segments = named.map((list) => ({ label: list.label, weights: new Map([...base.weights, ...list.weights]) }))
    const [first, ...others] = defaultFirst(segments)
    return [{ ...first!, readings: base.readings }, ...others.map((other) => ({ ...other, readings: null }))]
  }
  return defaultFirst([
    ...variants,
    ...named.map((list) => ({ label: list.label, weights: list.weights, readings: null })),
  ])
}

function weightsOfRows(rows: readonly MeasureRow[]): readonly (readonly [string, string])[] {
  return rows.flatMap((row) =>
    row.weight === null ? [] : [[row.measure === '' ? keyOf(row.dimension) : row.key, row.weight] as const],
  )
}

/** The variant that reads like a rule with exceptions comes first; else the first written stays. */
function defaultFirst<V extends { readonly label: string | null; readonly readings?: Variant['readings'] }>(
  variants: readonly V[],
): readonly V[] {
  const found = variants.find((variant) => variant.readings !== null && DEFAULTS.test(variant.label ?? ''))
  return found === undefined ? variants : [found, ...variants.filter((variant) => variant !== found)]
}

const DEFAULTS = /\b(?:default|standard|general|established|existing|everyone|all)\b/i
