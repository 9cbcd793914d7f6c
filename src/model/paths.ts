import type { Dimension, Member } from './group.ts'
import type { Model } from './model.ts'

/** A measure or dimension somewhere in the model: its path and the first place that has it. */
export interface PathOf {
  readonly path: string
  readonly member: Member
}

/** Every path of every segment once, in written order, the default's first. The whole score is not among them. */
export function pathsOf(model: Model): PathOf[] {
  const found = new Map<string, Member>()
  const visit = (dimension: Dimension): void => {
    for (const child of dimension.children) {
      if (!found.has(child.path)) found.set(child.path, child)
      if (child.kind === 'dimension') visit(child)
    }
  }
  for (const segment of model.segments.toReversed()) visit(segment.root)
  return [...found].map(([path, member]) => ({ path, member }))
}
