import type { DayOrder } from '../../finance/read/days.ts'
import { dayOption } from '../finance/options.ts'
import { Problem } from '../problem.ts'

/** What `salus validate` was called with. */
export interface ValidateCall {
  readonly scores: string
  readonly outcomes?: string
  readonly ledger?: string
  readonly accounts?: string
  readonly fx?: string
  readonly currency: string
  readonly recurring: readonly string[]
  readonly model?: string
  readonly segment?: string
  readonly date?: string
  readonly scoredOn?: string
  readonly outcome?: string
  readonly outcomeDate?: string
  readonly until?: string
  readonly horizon: string
  readonly at?: string
  readonly by?: string
  readonly higherIsWorse?: boolean
  readonly key?: string
  readonly outcomeKey?: string
  readonly sheet?: string
  readonly dates?: string
  readonly seed: string
  readonly out: readonly string[]
  readonly json?: boolean
}

/** `90d`, `3m` or `1y`, in days; a month is a twelfth of a year. */
export function horizonDays(text: string): number {
  const [, count, unit] = /^(\d{1,4})(d|w|m|y)?$/.exec(text) ?? []
  const days = Number(count) * { d: 1, w: 7, m: 365 / 12, y: 365 }[(unit ?? 'd') as 'd' | 'w' | 'm' | 'y']
  if (!(days >= 1 && days <= 3650)) throw new Problem(`--horizon is a time such as 90d, 3m or 1y; \`${text}\` is none`)
  return Math.round(days)
}

/** Days of an option that may be absent, as a property that is absent as well. */
export function optionalDay<K extends string>(
  key: K,
  option: string,
  text: string | undefined,
): Partial<Record<K, number>> {
  return text === undefined ? {} : ({ [key]: dayOption(option, text) } as Partial<Record<K, number>>)
}

/** How dates such as 03/04/2024 are to be read, as a property that is absent where nobody said. */
export function dayOrder(text: string | undefined): { readonly dates?: DayOrder } {
  if (text === undefined) return {}
  if (text === 'day-month' || text === 'month-day') return { dates: text }
  throw new Problem(`--dates is day-month or month-day; \`${text}\` is neither`)
}
