import type { Dimension } from './group.ts'
import type { Model } from './model.ts'

/** The whole score of a segment by its name; that of the default, which stands last, where no segment is named or has that name. */
export function segmentRoot({ segments }: Model, name: string | null): Dimension | undefined {
  return (segments.find((segment) => segment.name === name) ?? segments.at(-1))?.root
}
