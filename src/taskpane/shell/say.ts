import type { MeasureExplanation } from '../../model/explanation.ts'

/** Up to two decimals, without trailing zeros. */
export function sayNumber(value: number): string {
  return String(Number(value.toFixed(2)))
}

/** A share as people say it: `12.5%`. */
export function sayPercent(share: number): string {
  return `${Number((share * 100).toFixed(1))}%`
}

/** Points lost, with a minus, or gained, with a plus; empty where there are none. */
export function sayLost(value: number | null): string {
  if (value === null || Math.abs(value) < 5e-10) return ''
  const text = sayNumber(Math.abs(value))
  return `${value > 0 ? '−' : '+'}${text === '0' ? Math.abs(value).toPrecision(1) : text}`
}

/** Why a measure or dimension has no points. */
export function sayState(state: MeasureExplanation['state']): string {
  return { scored: '', missing: 'no data', stale: 'stale', notApplicable: 'does not apply', off: 'off' }[state]
}

/** A threshold as it was written, with the signs of print. */
export function sayThreshold(text: string): string {
  return text.replaceAll('<=', '≤').replaceAll('>=', '≥')
}
