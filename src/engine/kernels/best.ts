import { combineVectors } from './combine.ts'
import type { MemberVectors, Tree } from './member.ts'
import { BLOCK, constant, type Vector } from './vector.ts'

/**
 * The best each member can reach with the children that take part; its points where there is nothing better to reckon
 * from, and 0 where there are none. A dimension combines the bests of its children by its own rule; those `given` are taken as they are.
 */
export function bestVectors(
  tree: Tree,
  whole: MemberVectors,
  given: ReadonlyMap<MemberVectors, Vector> = new Map(),
): ReadonlyMap<MemberVectors, Vector> {
  const best = new Map<MemberVectors, Vector>()
  const { steps } = tree.scope.program

  const visit = (of: MemberVectors): Vector => {
    const own = given.get(of) ?? (of.member.kind === 'measure' ? constant(of.member.best) : combinedBest(of))
    best.set(of, own)
    return own
  }

  const combinedBest = (of: MemberVectors): Vector => {
    if (of.member.kind === 'measure') return constant(of.member.best)
    const counted = of.children
      .map((child) => ({ child, best: visit(child) }))
      .filter(({ child }) => child.member.weight.value > 0)
    // Only children with points take part, in their best as in their points.
    const reaching = counted.map(({ child, best: own }) => {
      const points = new Float64Array(BLOCK)
      steps.push((n) => {
        for (let i = 0; i < n; i++) points[i] = child.points[i] === child.points[i] ? own[i]! : NaN
      })
      return { ...child, points }
    })
    const combined = combineVectors(tree, of.member.combine, reaching)
    steps.push((n) => {
      for (let i = 0; i < n; i++) {
        if (combined[i] === combined[i]) continue
        combined[i] = of.points[i] === of.points[i] ? of.points[i]! : 0
      }
    })
    return combined
  }

  visit(whole)
  return best
}
