import type { SalusDocument } from '../document/document.ts'

const DAY = 86_400_000

/** The scoring date in days since 1970-01-01; today is the user's own day, wherever the clock of the world stands. */
export function asOfDay(asOf: SalusDocument['asOf'], now: Date): number {
  if (asOf !== 'today') return Date.parse(`${asOf}T00:00:00Z`) / DAY
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY
}
