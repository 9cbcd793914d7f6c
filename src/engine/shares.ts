import { rescalingOf, totalWeight } from './combining.ts'
import { counts, takesPart, type Scored, type ScoredDimension } from './scored.ts'

/** What a member carries of the whole score. */
export interface Share {
  readonly effectiveWeight: number
  /** null without points, and below a product. */
  readonly contribution: number | null
}

/** The share of every member below a whole, and of the whole itself. */
export function sharesOf(whole: ScoredDimension): ReadonlyMap<Scored, Share> {
  const shares = new Map<Scored, Share>()
  const visit = (scored: Scored, effectiveWeight: number, belowProduct: boolean): void => {
    const contribution = scored.points === null || belowProduct ? null : scored.points * effectiveWeight
    shares.set(scored, { effectiveWeight, contribution })
    if (scored.kind === 'measure') return
    const factors = shareOfEach(scored)
    const product = belowProduct || scored.member.combine.operator === 'product'
    for (const child of scored.children) visit(child, effectiveWeight * (factors.get(child) ?? 0), product)
  }
  visit(whole, 1, false)
  return shares
}

/** The child that gives a min or max its value: the first that has it. */
export function decidingChild<T extends { readonly points: number }>(
  operator: 'min' | 'max',
  taking: readonly T[],
): T | undefined {
  const choose = operator === 'min' ? Math.min : Math.max
  const value = choose(...taking.map((child) => child.points))
  return taking.find((child) => child.points === value)
}

/** The share of a dimension's own score that each child taking part carries. */
export function shareOfEach(dimension: ScoredDimension): ReadonlyMap<Scored, number> {
  const counted = dimension.children.filter(counts).map((child) => ({ child, weight: child.member.weight }))
  const taking = dimension.children.filter(takesPart)
  const weighed = taking.map((child) => ({ child, weight: child.member.weight }))
  const { combine } = dimension.member
  switch (combine.operator) {
    case 'mean': {
      const total = totalWeight(weighed)
      return new Map(weighed.map(({ child, weight }) => [child, weight.integer / total]))
    }
    case 'sum': {
      const rescaling = rescalingOf(combine, counted, weighed)
      return new Map(weighed.map(({ child, weight }) => [child, weight.value * rescaling]))
    }
    case 'product':
      return new Map(taking.map((child) => [child, 1]))
    case 'min':
    case 'max': {
      const deciding = decidingChild(combine.operator, taking)
      return new Map(deciding === undefined ? [] : [[deciding, 1]])
    }
  }
}
