import { readFileSync } from 'node:fs'
import { compile } from '../src/compile/index.ts'
import { plan, type Plan } from '../src/engine/kernels/plan.ts'
import type { Model } from '../src/model/model.ts'
import * as build from '../test/engine/build.ts'

export const SOURCEGRAPH = new URL('../models/sourcegraph.salus', import.meta.url).pathname
export const asOf = 20_000

/** The published models, of which accounts are scored by Default. */
export function sourcegraph(): Model {
  return compile(readFileSync(SOURCEGRAPH, 'utf8'), SOURCEGRAPH).model
}

export function defaultPlan(): Plan {
  return plan(sourcegraph(), { asOf, segment: 'Default' })
}

/** Edges of measure `k` of a wide model: the same for every form it is written in. */
export function wideEdges(k: number): readonly [number, number] {
  return [20 + k, 60 + k]
}

/** `dimensions` of four measures each, all judged by two edges, dimension `d` weighing `d + 1`. */
export function wideModel(dimensions: number): Model {
  const names = Array.from({ length: dimensions * 4 }, (_, k) => `m${k}`)
  const measure = (name: string, k: number) => {
    const [low, high] = wideEdges(k)
    return build.measure(name, build.chain('poor', ['<', low, 'concerning'], ['<', high, 'healthy']))
  }
  const root = build.whole(
    Array.from({ length: dimensions }, (_, d) => {
      const own = names.slice(d * 4, d * 4 + 4).map((name, j) => measure(name, d * 4 + j))
      return build.group(`d${d}`, own, { weight: build.weight((d + 1) / 100) })
    }),
  )
  return build.model({ inputs: names.map((name) => build.input(name)), root })
}
