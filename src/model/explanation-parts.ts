import type { DimensionExplanation, Explanation, MeasureExplanation } from './explanation.ts'

type Group = Pick<DimensionExplanation, 'dimensions' | 'measures'>

/** The measure at a path (`technical.defects_90d`) of an explanation; null where there is none. */
export function measureAt(explanation: Explanation, path: string): MeasureExplanation | null {
  const { above, name } = split(explanation, path)
  return above?.measures.find((one) => one.name === name) ?? null
}

/** The dimension at a path of an explanation; null where there is none. */
export function dimensionAt(explanation: Explanation, path: string): DimensionExplanation | null {
  const { above, name } = split(explanation, path)
  return above?.dimensions.find((one) => one.name === name) ?? null
}

function split(explanation: Explanation, path: string): { above: Group | null; name: string | undefined } {
  const names = path.split('.')
  let above: Group | null = explanation
  for (const name of names.slice(0, -1)) above = above?.dimensions.find((one) => one.name === name) ?? null
  return { above, name: names.at(-1) }
}
