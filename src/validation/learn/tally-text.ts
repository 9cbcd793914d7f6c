import { wilson } from '../statistics/wilson.ts'
import type { Tally } from './tally.ts'

/** `41 of 101 churned, 40.6% [31.5%, 50.3%]`: with the interval after Wilson. */
export function tallyText({ rows, events }: Tally): string {
  const interval = wilson(events, rows)
  if (interval === null) return 'none'
  return `${events} of ${rows} churned, ${percent(events / rows)} [${percent(interval.low)}, ${percent(interval.high)}]`
}

/** With one decimal. */
export function percent(share: number): string {
  return `${(100 * share).toFixed(1)}%`
}
