import type { Combine, Dimension } from '../../model/group.ts'
import { NOT_APPLICABLE, type MemberVectors, type Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** What one child carries of its dimension's score, and bears of its shortfall: `factor` times its own, and `extra`. */
export interface Portion {
  readonly share: Vector
  readonly factor: Vector
  readonly extra: Vector | null
  /** 1 where it is the first to bear anything. */
  readonly isFirst: Uint8Array
}

/** One portion for each child, in their order; all 0 where it does not take part. */
export function portionsOf(
  tree: Tree,
  dimension: MemberVectors,
  best: ReadonlyMap<MemberVectors, Vector>,
): readonly Portion[] {
  const { combine } = dimension.member as Dimension
  const isOne = combine.operator === 'min' || combine.operator === 'max'
  const portions = dimension.children.map(() => {
    const share = new Float64Array(BLOCK)
    const factor = isOne || combine.operator === 'product' ? new Float64Array(BLOCK) : share
    return { share, factor, extra: isOne ? new Float64Array(BLOCK) : null, isFirst: new Uint8Array(BLOCK) }
  })
  const children = dimension.children.map((child, k) => ({
    vectors: child,
    best: best.get(child)!,
    counts: child.member.weight.value > 0,
    portion: portions[k]!,
  }))
  const fill = fills[combine.operator]
  const own = { dimension, best: best.get(dimension)!, combine }
  tree.scope.program.steps.push((n) => {
    markFirst(children, n)
    fill(own, children, n)
  })
  return portions
}

interface Child {
  readonly vectors: MemberVectors
  readonly best: Vector
  readonly counts: boolean
  readonly portion: Portion
}
interface Own {
  readonly dimension: MemberVectors
  readonly best: Vector
  readonly combine: Combine
}

function takesPart(child: Child, i: number): boolean {
  return child.counts && child.vectors.points[i] === child.vectors.points[i]
}

function markFirst(children: readonly Child[], n: number): void {
  const found = new Uint8Array(n)
  for (const child of children) {
    for (let i = 0; i < n; i++) {
      const isFirst = found[i] === 0 && takesPart(child, i) ? 1 : 0
      child.portion.isFirst[i] = isFirst
      found[i]! |= isFirst
    }
  }
}

const fills: Readonly<Record<Combine['operator'], (own: Own, children: readonly Child[], n: number) => void>> = {
  mean: (_own, children, n) => {
    const total = totalWeight(children, n, takesPart)
    for (const child of children) {
      const weight = child.vectors.member.weight.integer
      const { share } = child.portion
      for (let i = 0; i < n; i++) share[i] = takesPart(child, i) ? weight / total[i]! : 0
    }
  },
  sum: ({ combine }, children, n) => {
    const taking = totalWeight(children, n, takesPart)
    const counted = totalWeight(children, n, (child, i) => child.counts && child.vectors.state[i]! < NOT_APPLICABLE)
    for (const child of children) {
      const weight = child.vectors.member.weight.value
      const { share } = child.portion
      for (let i = 0; i < n; i++) {
        const rescaling = combine.rescale ? counted[i]! / taking[i]! : 1
        share[i] = takesPart(child, i) ? weight * rescaling : 0
      }
    }
  },
  product: (_own, children, n) => {
    for (const [k, child] of children.entries()) {
      for (let i = 0; i < n; i++) {
        let factor = 1
        for (const one of children.slice(0, k)) if (takesPart(one, i)) factor *= one.vectors.points[i]!
        for (const one of children.slice(k + 1)) if (takesPart(one, i)) factor *= one.best[i]!
        child.portion.share[i] = takesPart(child, i) ? 1 : 0
        child.portion.factor[i] = takesPart(child, i) ? factor : 0
      }
    }
  },
  min: (own, children, n) => atOneChild(own, children, n, Math.min),
  max: (own, children, n) => atOneChild(own, children, n, Math.max),
}

function totalWeight(children: readonly Child[], n: number, adds: (child: Child, i: number) => boolean): Vector {
  const total = new Float64Array(n)
  for (const child of children) {
    for (let i = 0; i < n; i++) total[i]! += adds(child, i) ? child.vectors.member.weight.integer : 0
  }
  return total
}

/** All at the deciding child, or at the first that could have reached the group's best where the deciding one could not. */
function atOneChild(own: Own, children: readonly Child[], n: number, choose: (...of: number[]) => number): void {
  const isLower = (own.dimension.member as Dimension).scale.higherIsWorse
  for (let i = 0; i < n; i++) {
    for (const { portion } of children) {
      portion.share[i] = 0
      portion.factor[i] = 0
      portion.extra![i] = 0
      portion.isFirst[i] = 0
    }
    const taking = children.filter((child) => takesPart(child, i))
    const value = choose(...taking.map((child) => child.vectors.points[i]!))
    const deciding = taking.find((child) => child.vectors.points[i] === value)
    const calculated = own.dimension.calculated[i]!
    if (deciding === undefined) continue
    deciding.portion.share[i] = 1
    if (calculated !== calculated) continue
    const best = own.best[i]!
    const canReach = isLower ? deciding.best[i]! <= best : deciding.best[i]! >= best
    const bearer = canReach ? deciding : (taking.find((child) => child.best[i] === best) ?? deciding)
    const loss = best - calculated
    const shortfall = bearer.best[i]! - bearer.vectors.points[i]!
    // The child's own rows are scaled to the loss, unless they are next to nothing beside it.
    const isScaled = Math.abs(loss) <= Math.abs(shortfall) * 1000 && shortfall !== 0
    bearer.portion.factor[i] = isScaled ? loss / shortfall : 0
    bearer.portion.extra![i] = isScaled ? 0 : loss
    bearer.portion.isFirst[i] = 1
  }
}
