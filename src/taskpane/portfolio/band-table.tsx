import type { Band } from '../../model/judge.ts'
import { FiguresTable } from '../shell/figures-table.tsx'
import { toneOf } from '../shell/tone.ts'
import type { Group, Tally } from './tally.ts'

interface TableProps {
  readonly title: string
  readonly rungs: readonly Band[]
  readonly rows: readonly Group[]
  readonly valuesOf: (tally: Tally) => readonly number[]
  readonly say: (value: number) => string
}

/** What the bars draw, in figures. */
export function BandTable({ title, rungs, rows, valuesOf, say }: TableProps) {
  const places = [...rungs.keys()].toReversed()
  if (rows.some(({ tally }) => valuesOf(tally).at(-1)! > 0)) places.push(rungs.length)
  return (
    <FiguresTable
      title={title}
      heads={places.map((place) => {
        const name = rungs[place]?.name ?? null
        return { key: name ?? '', head: toneOf(rungs, name).label }
      })}
      rows={rows.map(({ name, label, tally }) => ({
        key: name,
        name: label,
        cells: places.map((place) => say(valuesOf(tally)[place]!)),
      }))}
    />
  )
}
