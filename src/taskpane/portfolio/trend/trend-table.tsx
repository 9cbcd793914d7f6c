import type { Band } from '../../../model/judge.ts'
import { BandTag } from '../../shell/band-tag.tsx'
import { FiguresTable } from '../../shell/figures-table.tsx'
import type { TrendColumn } from './trend-chart.tsx'

interface TrendTableProps {
  readonly title: string
  readonly rungs: readonly Band[]
  readonly columns: readonly TrendColumn[]
  readonly say: (value: number) => string
}

/** What the chart draws, in figures, the latest first. */
export function TrendTable({ title, rungs, columns, say }: TrendTableProps) {
  const places = [...rungs.keys()].toReversed()
  if (columns.some(({ values }) => values.at(-1)! > 0)) places.push(rungs.length)
  return (
    <FiguresTable
      title={title}
      long
      heads={places.map((place) => {
        const name = rungs[place]?.name ?? null
        return { key: name ?? '', head: <BandTag bands={rungs} name={name} /> }
      })}
      rows={columns.toReversed().map(({ period, values, modelChanged }) => ({
        key: period,
        name: `${period}${modelChanged ? ' *' : ''}`,
        cells: places.map((place) => say(values[place]!)),
      }))}
    />
  )
}
