import * as fc from 'fast-check'
import type { Model } from '../../src/model/model.ts'
import { anyOverrides } from '../engine/arbitrary.ts'
import type { Cell } from './cells.ts'

/** Rows as a file has them: account, path, score, band, reason, author, date, expiry. */
export function overridesOf(model: Model, accounts: number, seed: number): Cell[][] {
  const each = fc.sample(anyOverrides(model), { seed, numRuns: accounts })
  return each.flatMap((own, account) =>
    own.map((one) => [
      String(account),
      one.path,
      one.score,
      one.band,
      one.reason,
      one.author,
      isoOf(one.date),
      isoOf(one.expiry),
    ]),
  )
}

function isoOf(days: number | null): string | null {
  return days === null ? null : new Date(days * 86_400_000).toISOString().slice(0, 10)
}
