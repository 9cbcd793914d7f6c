import { takesPart, type Scored, type ScoredDimension, type Step } from './scored.ts'
import { decidingChild, shareOfEach } from './shares.ts'

/** Where an account's points went, in points of the whole score. */
export interface Losses {
  /** The best reachable score minus the score; null where there is no score. */
  readonly shortfall: number | null
  /** Of a measure without its steps, of a dimension with all that is below it; null for what has no points. */
  readonly of: ReadonlyMap<Scored, number | null>
  readonly steps: ReadonlyMap<Step, number>
}

/** Spreads the shortfall of the whole over its measures and steps: they add up to it. */
export function lossesOf(whole: ScoredDimension): Losses {
  const sign = whole.member.scale.higherIsWorse ? -1 : 1
  const of = new Map<Scored, number | null>()
  const steps = new Map<Step, number>()
  if (whole.points === null) return { shortfall: null, of, steps }

  /** Gives a member `factor` times its own shortfall, and `extra` on top. */
  const spread = (scored: Scored, factor: number, extra: number): void => {
    const start = startOf(scored)
    const reached = scored.kind === 'measure' ? start : scored.points
    const lost = scored.points === null || reached === null ? null : factor * (ownBest(scored) - reached) + extra
    of.set(scored, lost === null ? null : sign * lost + 0)
    let now = start
    for (const step of scored.steps) {
      const after = step.after ?? now
      steps.set(step, sign * factor * (now - after) + 0)
      now = after
    }
    if (scored.kind === 'measure') return
    const portions = portionsOf(scored)
    const [first] = portions.keys()
    const last = scored.steps.at(-1)
    // Nothing takes part in a dimension that has its number from an override alone.
    if (first === undefined && last !== undefined) steps.set(last, (steps.get(last) ?? 0) + sign * extra)
    for (const child of scored.children) {
      const portion = portions.get(child) ?? NOTHING
      spread(child, factor * portion.factor, factor * portion.extra + (child === first ? extra : 0))
    }
  }
  spread(whole, 1, 0)
  return { shortfall: sign * (ownBest(whole) - whole.points), of, steps }
}

/** What a child bears of its dimension's shortfall: `factor` times its own, and `extra`. */
interface Portion {
  readonly factor: number
  readonly extra: number
}
const NOTHING: Portion = { factor: 0, extra: 0 }

type Taking = Scored & { readonly points: number }

function portionsOf(dimension: ScoredDimension): ReadonlyMap<Scored, Portion> {
  const taking = dimension.children.filter(takesPart)
  const { operator } = dimension.member.combine
  switch (operator) {
    case 'mean':
    case 'sum': {
      const shares = shareOfEach(dimension)
      return sharedOut(taking, (child) => shares.get(child) ?? 0)
    }
    case 'product':
      return sharedOut(taking, (_, k) => {
        const before = taking.slice(0, k).reduce((product, child) => product * child.points, 1)
        return taking.slice(k + 1).reduce((product, child) => product * ownBest(child), before)
      })
    case 'min':
    case 'max':
      return atOneChild(dimension, operator, taking)
  }
}

function sharedOut(taking: readonly Taking[], factor: (child: Taking, k: number) => number): Map<Scored, Portion> {
  return new Map(taking.map((child, k) => [child, { factor: factor(child, k), extra: 0 }]))
}

/** All at the deciding child, or at the first that could have reached the group's best where the deciding one could not. */
function atOneChild(
  dimension: ScoredDimension,
  operator: 'min' | 'max',
  taking: readonly Taking[],
): Map<Scored, Portion> {
  const deciding = decidingChild(operator, taking)
  if (deciding === undefined || dimension.calculated === null) return new Map()
  const best = ownBest(dimension)
  const canReach = dimension.member.scale.higherIsWorse ? ownBest(deciding) <= best : ownBest(deciding) >= best
  const bearer = canReach ? deciding : (taking.find((child) => ownBest(child) === best) ?? deciding)
  return new Map([[bearer, portionOf(best - dimension.calculated, ownBest(bearer) - bearer.points)]])
}

/** The child's own rows scaled to `loss`; where they are next to nothing beside it, it is borne by its first measure. */
function portionOf(loss: number, own: number): Portion {
  return Math.abs(loss) <= Math.abs(own) * 1000 && own !== 0
    ? { factor: loss / own, extra: 0 }
    : { factor: 0, extra: loss }
}

function ownBest(scored: Scored): number {
  return scored.best ?? scored.points ?? 0
}

/** Before any step: what was calculated, or the best where there was nothing to calculate from. */
function startOf(scored: Scored): number {
  return scored.calculated ?? ownBest(scored)
}
