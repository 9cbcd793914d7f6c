import { isoDate } from '../../../engine/days.ts'
import type { Moves } from '../../../history/moves.ts'
import type { Trend } from '../../../history/trend.ts'
import type { Band } from '../../../model/judge.ts'
import { Note } from '../../shell/section.tsx'

/** Where the model changed: what it moved, apart from what the customers moved. */
export function ModelChanges({ trend, rungs }: { readonly trend: Trend; readonly rungs: readonly Band[] }) {
  const say = ({ up, down, net }: Moves): string => {
    const nets = rungs.map(({ name, label }) => `${label} ${signed(net[trend.bands.indexOf(name)] ?? 0)}`)
    return `${up} up, ${down} down (${nets.join(', ')})`
  }
  return trend.changes.map(({ from, to, all, parts }) => (
    <Note key={`${from.date} ${to.date}`}>
      Between {isoDate(from.date)} and {isoDate(to.date)} the model changed.{' '}
      {parts === null
        ? `In all ${say(all)}; how much of it the model did cannot be told, since no day was scored by both versions.`
        : `By the model: ${say(parts.model)}. By customers: ${say(parts.customers)}.`}
    </Note>
  ))
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : value < 0 ? `−${-value}` : '0'
}
