import { isoDate } from '../engine/days.ts'
import { decimalOf } from '../history/amounts.ts'
import type { ModelChange } from '../history/model-change.ts'
import type { Moves } from '../history/moves.ts'
import type { Tally } from '../history/tally.ts'
import type { Trend, TrendPoint } from '../history/trend.ts'
import type { Field, OutputBatch } from '../tables/node.ts'

/** A trend as JSON: amounts are decimals to the cent, by currency. */
export function trendJson(trend: Trend) {
  const { bands } = trend
  return {
    model: trend.model,
    by: trend.step,
    amount: trend.amount,
    bands,
    periods: trend.points.map((point) => ({
      period: point.period,
      date: isoDate(point.snapshot.date),
      version: point.snapshot.model.version,
      hash: point.snapshot.model.hash,
      modelChanged: point.modelChanged,
      ...tallyJson(point.whole, bands),
      moves: point.moves && movesJson(point.moves, bands),
      segments: point.segments.map(({ segment, tally }) => ({ segment, ...tallyJson(tally, bands) })),
    })),
    changes: trend.changes.map((change) => changeJson(change, bands)),
  }
}

/** One row a period, segment and band; segment is blank in the rows of all segments together, band in those of accounts without one. */
export function trendTable(trend: Trend): { readonly fields: readonly Field[]; readonly batch: OutputBatch } {
  const currencies = currenciesOf(trend)
  const rows = trend.points.flatMap((point) => [
    ...bandRows(point, '', point.whole, trend),
    ...point.segments.flatMap(({ segment, tally }) => bandRows(point, segment ?? 'none', tally, trend)),
  ])
  const amounts = currencies.map((currency) => ({ currency, name: amountName(trend, currency) }))
  const fields: Field[] = [
    ...['period', 'date', 'model', 'version', 'hash', 'model_changed', 'segment', 'band'].map((name): Field => ({
      name,
      kind: 'text',
    })),
    { name: 'accounts', kind: 'number' },
    ...amounts.map(({ name }): Field => ({ name, kind: 'text' })),
  ]
  const texts = (of: (row: BandRow) => string | null) => ({ kind: 'text' as const, values: rows.map(of) })
  const { model } = trend
  return {
    fields,
    batch: {
      length: rows.length,
      columns: [
        texts(({ point }) => point.period),
        texts(({ point }) => isoDate(point.snapshot.date)),
        texts(() => model),
        texts(({ point }) => (point.snapshot.model.version === null ? null : String(point.snapshot.model.version))),
        texts(({ point }) => point.snapshot.model.hash),
        texts(({ point }) => (point.modelChanged ? 'yes' : 'no')),
        texts(({ segment }) => segment),
        texts(({ band }) => band),
        { kind: 'number', values: Float64Array.from(rows, ({ accounts }) => accounts) },
        ...amounts.map(({ currency }) => texts(({ cents }) => decimalOf(cents.get(currency) ?? 0))),
      ],
    },
  }
}

interface BandRow {
  readonly point: TrendPoint
  readonly segment: string
  readonly band: string | null
  readonly accounts: number
  readonly cents: ReadonlyMap<string, number>
}

function bandRows(point: TrendPoint, segment: string, tally: Tally, { bands }: Trend): readonly BandRow[] {
  return [...bands, null].flatMap((band, at) => {
    const accounts = tally.counts[at]!
    if (band === null && accounts === 0) return []
    const cents = new Map([...tally.cents].map(([currency, sums]) => [currency, sums[at]!]))
    return [{ point, segment, band, accounts, cents }]
  })
}

/** Currencies in use, by code. */
export function currenciesOf({ points }: Trend): readonly string[] {
  return [...new Set(points.flatMap(({ whole }) => [...whole.cents.keys()]))].toSorted()
}

function amountName({ amount }: Trend, currency: string): string {
  return currency === '' ? amount! : `${amount}_${currency}`
}

function tallyJson({ accounts, mean, counts, cents }: Tally, bands: readonly string[]) {
  return {
    accounts,
    mean,
    bands: [...bands, null].map((band, at) => ({
      band,
      accounts: counts[at]!,
      amounts: Object.fromEntries([...cents].map(([currency, sums]) => [currency, decimalOf(sums[at]!)])),
    })),
  }
}

function movesJson({ net, ...counts }: Moves, bands: readonly string[]) {
  return { ...counts, net: Object.fromEntries(bands.map((band, at) => [band, net[at]!])), netWithout: net.at(-1)! }
}

function changeJson(
  { period, from, to, all, parts }: ModelChange & { readonly period: string },
  bands: readonly string[],
) {
  const version = ({ date, model }: typeof from) => ({ date: isoDate(date), version: model.version, hash: model.hash })
  return {
    period,
    from: version(from),
    to: version(to),
    all: movesJson(all, bands),
    separable: parts !== null,
    byModel: parts && movesJson(parts.model, bands),
    byCustomers: parts && movesJson(parts.customers, bands),
    scoredByBoth: parts && isoDate(parts.pivot.date),
  }
}
