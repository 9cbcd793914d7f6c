import { isoDate } from '../../engine/days.ts'
import type { Discrimination } from '../discrimination.ts'
import type { Interval } from '../statistics/interval.ts'

/** An AUC with its interval, as far as the number of losses allows to say one. */
export function shownArea({ auc, ci, sample }: Pick<Discrimination, 'auc' | 'ci' | 'sample'>): string {
  if (auc === null || sample === 'counts only') return 'too few'
  return `${auc.toFixed(3)}${ci === null ? '' : ` [${ci.low.toFixed(3)}, ${ci.high.toFixed(3)}]`}`
}

export function shownInterval(interval: Interval | null): string {
  return interval === null ? '' : `${shownPercent(interval.low)} to ${shownPercent(interval.high)}`
}

export function shownPercent(share: number | null): string {
  return share === null ? '' : `${(100 * share).toFixed(1)}%`
}

export function shownNumber(value: number | null): string {
  return value === null ? 'none' : value.toFixed(3)
}

/** How often chance alone does it. */
export function shownChance(p: number): string {
  return p < 0.0001 ? '< 0.0001' : p.toFixed(4)
}

/** Cents in whole units. */
export function shownMoney(cents: number): string {
  return Math.round(cents / 100).toLocaleString('en-US')
}

export function shownDay(day: number): string {
  return isoDate(day) ?? 'no date'
}
