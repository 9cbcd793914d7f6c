import { holdsNumber, type NumberDomain } from '../../model/domain.ts'

/** Where an outcome changes: the number, and as it is written. */
export interface Edge {
  readonly at: number
  readonly text: string
}

/** One side of an edge that a test should stand on: any value from `low` to `high`, `witness` for one. */
export interface EdgeGoal {
  readonly what: string
  readonly low: number
  readonly high: number
  readonly witness: number
}

/**
 * On every edge and next to it on both sides, as far as the domain reaches. Next to it is the nearest whole number, or one
 * in the last written decimal place, or a tenth of that where another edge would lie as near.
 */
export function edgeGoals(written: readonly Edge[], domain: NumberDomain): readonly EdgeGoal[] {
  const edges = [...new Map(written.map((edge) => [edge.at, edge])).values()].toSorted((a, b) => a.at - b.at)
  return edges.flatMap(({ at, text }, index) => {
    const nearest = Math.min(at - (edges[index - 1]?.at ?? -Infinity), (edges[index + 1]?.at ?? Infinity) - at)
    const [below, above] = domain.whole ? [Math.ceil(at) - 1, Math.floor(at) + 1] : besides(at, text, nearest)
    const sides = [
      { what: `just below ${text}`, low: below, high: at, witness: below },
      { what: `exactly ${text}`, low: at, high: at, witness: at },
      { what: `just above ${text}`, low: at, high: above, witness: above },
    ]
    return sides.filter(({ witness }) => holdsNumber(domain, witness))
  })
}

function besides(at: number, text: string, nearest: number): readonly [below: number, above: number] {
  const fraction = /\.(\d+)/.exec(text)?.[1]?.length ?? 0
  let places = fraction + (text.includes('%') ? 2 : 0)
  while (places < 12 && 10 ** -places >= nearest * (1 - 1e-9)) places++
  return [decimal(at - 10 ** -places, places), decimal(at + 10 ** -places, places)]
}

/** The double nearest the decimal, so that 0.3 - 0.1 is 0.2. */
function decimal(value: number, places: number): number {
  return Number(value.toFixed(places)) + 0
}
