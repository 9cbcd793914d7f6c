import { scoreAccount } from '../../engine/account.ts'
import { portfolioFigures, type PortfolioResult } from '../../engine/portfolio.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import { rowAt } from '../../model/row-at.ts'

/** Accounts scored before the page gets its turn. */
const SLICE = 400

/** The figures a model declares over the accounts at `places`, a slice of them at a time; null where it was stopped. */
export async function figuresOf(
  portfolio: Portfolio,
  places: Int32Array,
  stopping: AbortSignal,
): Promise<readonly PortfolioResult[] | null> {
  const { model } = portfolio.applied
  let figures = portfolioFigures(model, [])
  for (let from = 0; from < places.length; from += SLICE) {
    if (from > 0) await new Promise((resolve) => setTimeout(resolve))
    if (stopping.aborted) return null
    const slice = portfolioFigures(model, scored(portfolio, places.subarray(from, from + SLICE)))
    figures = figures.map((sum, at) => added(sum, slice[at]!))
  }
  return figures
}

function* scored({ applied, list }: Portfolio, places: Int32Array) {
  const { model, inputs, asOf, segment, overrides } = applied
  for (const index of places) {
    const own = overrides.get(list.columns.accounts?.[index] ?? '')
    yield scoreAccount(model, rowAt(list.columns, inputs, index), {
      asOf,
      ...(segment !== null && { segment: segment.name }),
      ...(own !== undefined && { overrides: own }),
    })
  }
}

function added(one: PortfolioResult, other: PortfolioResult): PortfolioResult {
  const numerator = one.numerator + other.numerator
  const denominator = one.denominator + other.denominator
  return {
    ...one,
    numerator,
    denominator,
    value: denominator === 0 ? null : numerator / denominator,
    accounts: one.accounts + other.accounts,
    leftOut: one.leftOut + other.leftOut,
  }
}
