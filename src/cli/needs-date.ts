import type { Model } from '../model/model.ts'
import { Problem } from './problem.ts'

/** A model that reads the scoring date must be given one: the clock of a machine is no scoring date. */
export function demandDate(model: Model, asOf: number | null): void {
  if (asOf !== null || !needsDate(model)) return
  throw new Problem(`${model.name} needs a scoring date: add --as-of 2025-06-30, or --as-of today`)
}

/** Whether anything in it depends on the scoring date: `as_of`, something stale, or a reason that expires. */
export function needsDate(model: Model): boolean {
  return mentions({ ...model, tests: [], uses: [] }) || model.uses.some((use) => needsDate(use.model))
}

/** Looks for a scoring date anywhere in plain data. */
function mentions(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(mentions)
  if (typeof value !== 'object' || value === null) return false
  if ('kind' in value && value.kind === 'as of') return true
  if ('stale' in value && value.stale !== null) return true
  if ('until' in value && value.until !== null) return true
  return Object.values(value).some(mentions)
}
