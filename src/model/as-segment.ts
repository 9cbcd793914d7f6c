import type { Model } from './model.ts'

/** The model in which all accounts are in the segment of that name, whatever its condition says. */
export function asSegment(model: Model, name: string): Model {
  const only = model.segments.filter((segment) => segment.name === name)
  return { ...model, segments: only.map((segment) => ({ ...segment, when: null })) }
}
