import type { Model, PortfolioFigure } from '../model/model.ts'
import type { AccountScore } from './account.ts'
import { holds, numberOf } from './expression.ts'

/** A figure over many accounts, never without what it is a figure of. */
export interface PortfolioResult {
  readonly name: string
  readonly label: string
  readonly kind: PortfolioFigure['figure']['kind']
  /** numerator / denominator; null where nothing could be counted. */
  readonly value: number | null
  readonly numerator: number
  /** Accounts, or the total of the input they are weighted by. */
  readonly denominator: number
  /** Accounts that were counted. */
  readonly accounts: number
  /** Accounts the figure is about that have no band, value or weight. */
  readonly leftOut: number
}

/** The figures a model declares, over accounts that are asked for once and one by one. */
export function portfolioFigures(model: Model, accounts: Iterable<AccountScore>): readonly PortfolioResult[] {
  const sums = model.portfolio.map(() => ({ numerator: 0, denominator: 0, accounts: 0, leftOut: 0 }))
  for (const account of accounts) {
    for (const [index, figure] of model.portfolio.entries()) {
      const sum = sums[index]!
      if (figure.where !== null && !holds(figure.where, account.scope)) continue
      const value = valueOf(figure, account)
      const weight = weightOf(figure, account)
      if (value === null || weight === null) {
        sum.leftOut += 1
        continue
      }
      sum.numerator += weight * value
      sum.denominator += weight
      sum.accounts += 1
    }
  }
  return model.portfolio.map(({ name, label, figure }, index) => {
    const sum = sums[index]!
    return {
      name,
      label,
      kind: figure.kind,
      value: sum.denominator === 0 ? null : sum.numerator / sum.denominator,
      ...sum,
    }
  })
}

/** What an account adds for each unit of its weight: 1 or 0, a value, the points of its band. */
function valueOf({ figure }: PortfolioFigure, account: AccountScore): number | null {
  if (figure.kind === 'mean') return numberOf(figure.of, account.scope)
  const band = account.root?.band ?? null
  if (band === null) return null
  if (figure.kind === 'share') return figure.bands.includes(band) ? 1 : 0
  return figure.points.find((one) => one.band === band)?.points ?? null
}

function weightOf({ weightedBy }: PortfolioFigure, account: AccountScore): number | null {
  if (weightedBy === null) return 1
  const weight = account.scope.input(weightedBy)
  return typeof weight === 'number' ? weight : null
}
