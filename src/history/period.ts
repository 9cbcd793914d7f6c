import { isoDate } from '../engine/days.ts'
import type { KeptSnapshot } from './history.ts'

/** How long a step of a trend is; `date` is every snapshot. */
export type Step = 'month' | 'week' | 'date'

export const STEPS: readonly Step[] = ['month', 'week', 'date']

/** What a day's period is called: `2025-06`, `2025-W26`, `2025-06-30`. */
export function periodOf(day: number, step: Step): string {
  const date = isoDate(day) ?? String(day)
  return step === 'date' ? date : step === 'month' ? date.slice(0, 7) : weekOf(day)
}

/** The ISO week, which belongs to the year that has its Thursday. */
function weekOf(day: number): string {
  // 1970-01-01 was a Thursday.
  const thursday = day - mod(day + 3, 7) + 3
  const year = Number(isoDate(thursday)!.slice(0, 4))
  const first = Math.round(Date.UTC(year, 0, 1) / 86_400_000)
  return `${year}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, '0')}`
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by
}

/** The last snapshot of each period, oldest first. */
export function lastOfEach(
  series: readonly KeptSnapshot[],
  step: Step,
): readonly { readonly period: string; readonly snapshot: KeptSnapshot }[] {
  const last = new Map(series.map((snapshot) => [periodOf(snapshot.date, step), snapshot]))
  return [...last].map(([period, snapshot]) => ({ period, snapshot }))
}
