import { parseConstraints } from '../../validation/learn/parse-constraints.ts'
import type { Lead } from '../../validation/learn/as-of-join.ts'
import { NO_CONSTRAINTS, type Constraints } from '../../validation/learn/constraints.ts'
import type { ScoreBandsBy } from '../../validation/learn/score-bands.ts'
import { Problem } from '../problem.ts'
import { readText } from '../read-text.ts'

/** What `salus learn` was called with. */
export interface LearnCall {
  readonly data: string
  readonly key?: string
  readonly sheet?: string
  readonly date?: string
  readonly outcome?: string
  readonly outcomes?: string
  readonly ledger?: string
  readonly recurring: string
  readonly asOf?: string
  readonly lead: string
  readonly horizon: string
  readonly model?: string
  readonly out?: string
  readonly overwrite?: boolean
  readonly probability?: string
  readonly name?: string
  readonly constrain: readonly string[]
  readonly constraints?: string
  readonly capacity?: string
  readonly poorAbove?: string
  readonly measures: string
  readonly folds: string
  readonly repeats: string
  readonly resamples: string
  readonly seed: string
  readonly by?: string
  readonly json?: boolean
}

/** `3m` or `90d`. */
export function leadOf(text: string): Lead {
  const [, count, unit] = /^(\d{1,4})(m|d)$/.exec(text) ?? []
  if (count === undefined) throw new Problem(`--lead is months or days such as 3m or 90d; \`${text}\` is neither`)
  return { unit: unit === 'm' ? 'months' : 'days', count: Number(count) }
}

/** A whole number of an option, not below `least`. */
export function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text)
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(value) || value < least)
    throw new Problem(`${option} is a whole number from ${least}; \`${text}\` is not`)
  return value
}

export function bandsBy({ capacity, poorAbove }: LearnCall): ScoreBandsBy {
  if (capacity !== undefined && poorAbove !== undefined)
    throw new Problem('--capacity and --poor-above both say where poor ends: give one of them')
  if (capacity !== undefined) return { kind: 'capacity', share: share('--capacity', capacity) }
  return poorAbove === undefined ? { kind: 'outcomes' } : { kind: 'loss', rate: share('--poor-above', poorAbove) }
}

/** The constraints of the file, then those of the options. */
export function constraintsOf(call: LearnCall): Constraints {
  const file = call.constraints === undefined ? [] : readText(call.constraints).split(/\r?\n/)
  const read = parseConstraints([...file, ...call.constrain])
  if ('problem' in read) throw new Problem(read.problem)
  return file.length + call.constrain.length === 0 ? NO_CONSTRAINTS : read.constraints
}

function share(option: string, text: string): number {
  const value = /^\d+(\.\d+)?%$/.test(text) ? Number(text.slice(0, -1)) / 100 : NaN
  if (!(value > 0 && value < 1)) throw new Problem(`${option} is a share such as 15%; \`${text}\` is not`)
  return value
}
