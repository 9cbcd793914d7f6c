import type { Dimension } from '../../model/group.ts'
import { bestVectors } from './best.ts'
import { portionsOf } from './portions.ts'
import type { MemberVectors, Tree } from './member.ts'
import { BLOCK, constant, type Vector } from './vector.ts'

/** What a member carries of the whole score in each row of the block. */
export interface ShareVectors {
  readonly effectiveWeight: Vector
  readonly contribution: Vector
  readonly lost: Vector
}

/** How a member bears what is lost above it: `factor` times its own shortfall, and `extra`. */
interface Burden {
  readonly factor: Vector
  readonly extra: Vector | null
}

/** Shares and losses of every member by path; what the whole, '', has lost is the shortfall. */
export function explanationVectors(tree: Tree, whole: MemberVectors): ReadonlyMap<string, ShareVectors> {
  const shares = new Map<string, ShareVectors>()
  const { steps } = tree.scope.program
  const best = bestVectors(tree, whole)
  const sign = (whole.member as Dimension).scale.higherIsWorse ? -1 : 1

  const visit = (of: MemberVectors, weight: Vector, belowProduct: boolean, burden: Burden): void => {
    const contribution = belowProduct ? constant(NaN) : step(tree, (out, n) => multiply(of.points, weight, out, n))
    const ownBest = best.get(of)!
    const lost = step(tree, (out, n) => loss(of, ownBest, burden, out, n))
    steps.push((n) => settle(lost, whole.points, sign, n))
    shares.set(of.member.path, { effectiveWeight: weight, contribution, lost })
    if (of.member.kind === 'measure') return
    const product = belowProduct || of.member.combine.operator === 'product'
    const portions = portionsOf(tree, of, best)
    for (const [k, child] of of.children.entries()) {
      const portion = portions[k]!
      const childWeight = step(tree, (out, n) => multiply(weight, portion.share, out, n))
      const isSame = burden.factor === weight && portion.factor === portion.share
      const factor = isSame ? childWeight : step(tree, (out, n) => multiply(burden.factor, portion.factor, out, n))
      visit(child, childWeight, product, { factor, extra: extraOf(tree, burden, portion) })
    }
  }
  const one = constant(1)
  visit(whole, one, false, { factor: one, extra: null })
  return shares
}

function extraOf(
  tree: Tree,
  burden: Burden,
  portion: { readonly extra: Vector | null; readonly isFirst: Uint8Array },
): Vector | null {
  if (portion.extra === null && burden.extra === null) return null
  return step(tree, (out, n) => {
    for (let i = 0; i < n; i++) {
      const own = portion.extra === null ? 0 : burden.factor[i]! * portion.extra[i]!
      out[i] = own + (burden.extra !== null && portion.isFirst[i] === 1 ? burden.extra[i]! : 0)
    }
  })
}

/** From its best to what it reached: a measure's points before its steps, a dimension's after them. */
function loss(of: MemberVectors, best: Vector, { factor, extra }: Burden, out: Vector, n: number): void {
  const reached = of.member.kind === 'measure' ? of.calculated : of.points
  for (let i = 0; i < n; i++) {
    const start = reached[i] === reached[i] ? reached[i]! : best[i]!
    const lost = factor[i]! * (best[i]! - start) + (extra === null ? 0 : extra[i]!)
    out[i] = of.points[i] === of.points[i] ? lost : NaN
  }
}

/** Nothing is lost of a score there is not; and never -0. */
function settle(lost: Vector, whole: Vector, sign: 1 | -1, n: number): void {
  for (let i = 0; i < n; i++) lost[i] = whole[i] === whole[i] ? sign * lost[i]! + 0 : NaN
}

function multiply(a: Vector, b: Vector, out: Vector, n: number): void {
  for (let i = 0; i < n; i++) out[i] = a[i]! * b[i]!
}

function step(tree: Tree, fill: (out: Vector, n: number) => void): Vector {
  const out = new Float64Array(BLOCK)
  tree.scope.program.steps.push((n) => fill(out, n))
  return out
}
