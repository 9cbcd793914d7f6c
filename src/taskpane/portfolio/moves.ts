import type { Portfolio } from '../../host/desk/portfolio.ts'
import { ladderOf } from './tally.ts'

/** An account whose band is another than before; null is no band. */
export interface Move {
  readonly index: number
  readonly from: string | null
  readonly to: string | null
  /** Rungs up, or down for a minus; 0 where one side has no band. */
  readonly rungs: number
}

/** The accounts at `places` that have moved between bands, those that fell furthest first. `before` is undefined for an account that was not there. */
export function movesOf(
  portfolio: Portfolio,
  places: Int32Array,
  before: (index: number) => string | null | undefined,
): { readonly moves: readonly Move[]; readonly compared: number } {
  const { scores, applied } = portfolio
  const rungs = ladderOf(portfolio).map(({ name }) => name)
  const moves: Move[] = []
  let compared = 0
  for (const index of places) {
    const from = before(index)
    if (from === undefined) continue
    compared++
    const to = applied.plan.bands[scores.band[index]!] ?? null
    if (from === to) continue
    const steps = from === null || to === null ? 0 : rungs.indexOf(to) - rungs.indexOf(from)
    moves.push({ index, from, to, rungs: steps })
  }
  return { moves: moves.toSorted((a, b) => a.rungs - b.rungs), compared }
}
