import type { Combine } from '../../model/group.ts'
import { NOT_APPLICABLE, type MemberVectors, type Tree } from './member.ts'
import { BLOCK, type Vector } from './vector.ts'

/** One score of the children that have points, added in the written order; NaN where none has. */
export function combineVectors(tree: Tree, by: Combine, counted: readonly MemberVectors[]): Vector {
  const out = new Float64Array(BLOCK)
  const weights = new Float64Array(BLOCK)
  const kernel = kernels[by.operator]
  tree.scope.program.steps.push((n) => kernel(by, counted, out, weights, n))
  return out
}

type Kernel = (by: Combine, counted: readonly MemberVectors[], out: Vector, weights: Vector, n: number) => void

const kernels: Readonly<Record<Combine['operator'], Kernel>> = {
  mean: (_by, counted, out, weights, n) => {
    out.fill(0, 0, n)
    weights.fill(0, 0, n)
    for (const { points, member } of counted) {
      const weight = member.weight.integer
      for (let i = 0; i < n; i++) {
        const known = points[i] === points[i]
        out[i]! += known ? weight * points[i]! : 0
        weights[i]! += known ? weight : 0
      }
    }
    for (let i = 0; i < n; i++) {
      const score = out[i]! / weights[i]!
      out[i] = score - score === 0 ? score : NaN
    }
  },
  sum: (by, counted, out, taking, n) => {
    const all = by.rescale ? new Float64Array(n) : null
    out.fill(0, 0, n)
    taking.fill(0, 0, n)
    for (const { points, state, member } of counted) {
      const { value, integer } = member.weight
      for (let i = 0; i < n; i++) {
        const known = points[i] === points[i]
        out[i]! += known ? value * points[i]! : 0
        // Without rescaling it only says whether any takes part.
        taking[i]! += known ? integer : 0
        if (all !== null && state[i]! < NOT_APPLICABLE) all[i]! += integer
      }
    }
    for (let i = 0; i < n; i++) {
      const score = by.from + out[i]! * (all === null ? 1 : all[i]! / taking[i]!)
      out[i] = taking[i] !== 0 && score - score === 0 ? score : NaN
    }
  },
  min: (_by, counted, out, _weights, n) => pick(counted, out, n, Math.min),
  max: (_by, counted, out, _weights, n) => pick(counted, out, n, Math.max),
  product: (_by, counted, out, taking, n) => {
    out.fill(1, 0, n)
    taking.fill(0, 0, n)
    for (const { points } of counted) {
      for (let i = 0; i < n; i++) {
        const known = points[i] === points[i]
        out[i]! *= known ? points[i]! : 1
        taking[i]! += known ? 1 : 0
      }
    }
    for (let i = 0; i < n; i++) {
      const score = out[i]!
      out[i] = taking[i] !== 0 && score - score === 0 ? score : NaN
    }
  },
}

function pick(counted: readonly MemberVectors[], out: Vector, n: number, of: (a: number, b: number) => number): void {
  out.fill(NaN, 0, n)
  for (const { points } of counted) {
    for (let i = 0; i < n; i++) {
      if (points[i] === points[i]) out[i] = out[i] === out[i] ? of(out[i]!, points[i]!) : points[i]!
    }
  }
}
