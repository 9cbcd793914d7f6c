import type { ParametersOf, Slug } from '../findings/catalogue/index.ts'
import type { Finding } from '../findings/finding.ts'
import { finding } from '../findings/report.ts'
import type { Span } from '../findings/span.ts'
import type { Expression } from '../model/expression.ts'
import type { Model } from '../model/model.ts'

/** A finding that knows which accounts it is about: those for which `touches` holds. */
export interface ModelFinding extends Finding {
  readonly touches?: Expression
  /** All the text it draws on. Where that holds an error already, the finding says nothing new. */
  readonly within?: Span
}

/** One question asked of a whole compiled model. Pure: the same model gives the same findings. */
export type Check = (model: Model) => readonly ModelFinding[]

/** Makes a finding of a check; see `finding`. */
export function found<S extends Slug>(
  slug: S,
  parameters: ParametersOf<S>,
  particulars: Partial<Omit<ModelFinding, 'slug' | 'parameters'>>,
): ModelFinding {
  return finding(slug, parameters, particulars) as Finding as ModelFinding
}
