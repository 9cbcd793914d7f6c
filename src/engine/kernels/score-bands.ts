import type { Dimension } from '../../model/group.ts'
import { round } from '../rounding.ts'
import { thresholds } from './judge.ts'
import type { Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** The bands of points by a dimension's ladder, as codes among all names; NaN where there are no points or no band. */
export function bandVector(tree: Tree, dimension: Dimension, points: Vector, judgeShown: boolean): Vector {
  const out = new Float64Array(BLOCK).fill(NaN)
  const judged = judgeShown ? new Float64Array(BLOCK) : points
  const edges = thresholds(dimension.banding)
  const codes = bandCodes(tree, dimension)
  tree.scope.program.steps.push((n) => {
    if (judgeShown) for (let i = 0; i < n; i++) judged[i] = shownNumber(dimension, points[i]!)
    out.fill(0, 0, n)
    for (const edge of edges) for (let i = 0; i < n; i++) out[i]! += Number(judged[i]! >= edge)
    for (let i = 0; i < n; i++) out[i] = judged[i] === judged[i] ? codes[out[i]!]! : NaN
  })
  return out
}

/** By stretch. */
function bandCodes(tree: Tree, dimension: Dimension): Float64Array {
  return Float64Array.from(dimension.banding.outcomes, (outcome) => {
    const band = outcome?.band ?? null
    return band === null ? NaN : tree.names.codeOf(band)
  })
}

/** What a person sees of a score, as a number. */
export function shownNumber(dimension: Dimension, score: number): number {
  const { decimals, guard } = dimension.scale
  return Number(round(score, 'nearest', decimals, guard).toFixed(decimals))
}
