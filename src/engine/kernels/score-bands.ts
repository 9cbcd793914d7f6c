import type { Dimension } from '../../model/group.ts'
import { round } from '../rounding.ts'
import { countEdges, thresholds } from './judge.ts'
import type { Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** The bands of points by a dimension's ladder, as codes among all names; NaN where there are no points or no band. */
export function bandVector(tree: Tree, dimension: Dimension, points: Vector, judgeShown: boolean): Vector {
  const out = new Float64Array(BLOCK).fill(NaN)
  const judged = judgeShown ? new Float64Array(BLOCK) : points
  const edges = thresholds(dimension.banding)
  const stretch = new Uint16Array(BLOCK)
  const codes = bandCodes(tree, dimension)
  tree.scope.program.steps.push((n) => {
    if (judgeShown) for (let i = 0; i < n; i++) judged[i] = shownNumber(dimension, points[i]!)
    countEdges(judged, edges, stretch, n)
    for (let i = 0; i < n; i++) out[i] = codes[stretch[i]!]!
  })
  return out
}

/** By stretch; the last is that of no score. */
function bandCodes(tree: Tree, dimension: Dimension): Float64Array {
  const bands = dimension.banding.outcomes.map((outcome) => outcome?.band ?? null)
  return Float64Array.from([...bands, null], (band) => (band === null ? NaN : tree.names.codeOf(band)))
}

/** What a person sees of a score, as a number. */
export function shownNumber(dimension: Dimension, score: number): number {
  const { decimals, guard } = dimension.scale
  // A whole number over a power of ten is the double that its decimal text stands for.
  return round(score, 'nearest', decimals, guard)
}
