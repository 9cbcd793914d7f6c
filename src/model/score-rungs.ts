import type { Band } from './judge.ts'
import type { Model } from './model.ts'

/** The bands a whole score can have, each name once, worst first: those of the longest ladder, then those that only other segments have. */
export function scoreRungs({ segments }: Pick<Model, 'segments'>): readonly Band[] {
  const ladders = segments.map(({ root }) => root.bands).toSorted((a, b) => b.length - a.length)
  return distinctRungs(ladders.flat())
}

/** The first of each name. */
export function distinctRungs(bands: readonly Band[]): readonly Band[] {
  const rungs = new Map<string, Band>()
  for (const band of bands) if (!rungs.has(band.name)) rungs.set(band.name, band)
  return [...rungs.values()]
}
