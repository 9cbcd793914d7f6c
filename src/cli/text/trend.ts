import { isoDate } from '../../engine/days.ts'
import type { ModelChange } from '../../history/model-change.ts'
import type { Moves } from '../../history/moves.ts'
import type { Trend, TrendPoint } from '../../history/trend.ts'
import type { Band } from '../../model/judge.ts'
import { currenciesOf } from '../trend-output.ts'
import { barCell } from './portfolio.ts'
import type { Style } from './style.ts'
import { printTable, type PrintedCell, type PrintedColumn } from './table.ts'

/** Accounts by band, step by step, then what they are worth, then where the model changed. */
export function printTrend(trend: Trend, style: Style): string[] {
  const bands = trend.bands.map((name): Band => ({ name, label: name, points: 0, color: null }))
  const tables = [
    ...table(trend, bands, style, 'accounts', ({ whole }) => ({ values: whole.counts, say: String })),
    ...currenciesOf(trend).flatMap((currency) => [
      '',
      ...table(trend, bands, style, `${trend.amount} ${currency}`.trim(), ({ whole }) => ({
        values: whole.cents.get(currency) ?? whole.counts.map(() => 0),
        say: sayUnits,
      })),
    ]),
  ]
  return [...tables, ...trend.changes.flatMap((change) => ['', ...sayChange(change, trend.bands)])]
}

interface Measured {
  /** By band, and last without one. */
  readonly values: readonly number[]
  readonly say: (value: number) => string
}

function table(
  { points, step }: Trend,
  bands: readonly Band[],
  style: Style,
  title: string,
  of: (point: TrendPoint) => Measured,
): string[] {
  const isCount = title === 'accounts'
  const columns: PrintedColumn[] = [
    { title: step, align: 'left' },
    { title, align: 'right' },
    ...bands.map((band): PrintedColumn => ({ title: band.label, align: 'right' })),
    { title: 'no score', align: 'right' },
    { title: 'mean', align: 'right' },
    { title: 'up', align: 'right' },
    { title: 'down', align: 'right' },
    { title: 'new', align: 'right' },
    { title: 'left', align: 'right' },
    { title: '', align: 'left' },
    { title: '', align: 'left' },
  ]
  const rows = points.map((point): PrintedCell[] => {
    const { values, say } = of(point)
    const none = values.at(-1)!
    const { moves, whole } = point
    const moved = (count: number | undefined): PrintedCell => ({ text: isCount && count ? String(count) : '' })
    return [
      { text: point.period },
      { text: say(values.reduce((sum, value) => sum + value, 0)) },
      ...bands.map((band, at): PrintedCell => {
        const text = say(values[at]!)
        return { text, styled: style.band(text, bands, band.name) }
      }),
      { text: none === 0 ? '' : say(none) },
      { text: isCount && whole.mean !== null ? whole.mean.toFixed(1) : '' },
      moved(moves?.up),
      moved(moves?.down),
      moved(moves?.arrived),
      moved(moves?.left),
      barCell(values.slice(0, bands.length), bands, style),
      { text: point.modelChanged ? '* another version of the model' : '' },
    ]
  })
  return printTable(columns, rows, style.dim)
}

/** Whole units of a currency: cents are in csv and JSON. */
function sayUnits(cents: number): string {
  return Math.round(cents / 100).toLocaleString('en')
}

function sayChange(
  { period, from, to, all, parts }: ModelChange & { readonly period: string },
  bands: readonly string[],
): string[] {
  const title = `* ${period}: the model changed between ${isoDate(from.date)} and ${isoDate(to.date)} (${from.model.hash.slice(0, 8)} to ${to.model.hash.slice(0, 8)})`
  if (parts === null) {
    return [
      title,
      `  ${sayNet(all, bands)}`,
      '  What the model moved cannot be told from what the customers moved: no date was scored by both versions.',
      `  Score ${isoDate(from.date)} again by the new version: salus snapshot --as-of ${isoDate(from.date)}`,
    ]
  }
  return [
    title,
    `  in all        ${sayNet(all, bands)}`,
    `  by the model  ${sayNet(parts.model, bands)}`,
    `  by customers  ${sayNet(parts.customers, bands)}`,
    `  told apart by ${isoDate(parts.pivot.date)}, which both versions scored`,
  ]
}

function sayNet({ net, up, down, arrived, left }: Moves, bands: readonly string[]): string {
  const signed = (value: number): string => (value > 0 ? `+${value}` : String(value))
  const nets = bands.map((band, at) => `${band} ${signed(net[at]!)}`)
  if (net.at(-1) !== 0) nets.push(`no score ${signed(net.at(-1)!)}`)
  return `${nets.join(', ')} (${up} up, ${down} down, ${arrived} new, ${left} left)`
}
