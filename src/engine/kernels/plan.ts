import type { Model } from '../../model/model.ts'
import { findSegment, membersOf } from '../segments.ts'
import { bandNames, type BandNames } from './band-names.ts'
import { selection, type Selection } from './selection.ts'
import { formulaProgram, segmentProgram, type FormulaProgram, type SegmentProgram } from './segment-program.ts'
import type { Detail } from './scores.ts'
import { tablesOf, type Tables } from './tables.ts'
import { textsOf, type Texts } from './texts.ts'

/** A model made ready to score tables: compiled once, used for as many as there are. One table at a time. */
export interface Plan {
  readonly model: Model
  /** In days since 1970-01-01; null: whatever needs the scoring date is missing. */
  readonly asOf: number | null
  /** What band codes stand for. */
  readonly bands: readonly string[]
  /** Paths of the dimensions and measures of all segments, in the order in which they are first written. */
  readonly dimensions: readonly string[]
  readonly measures: readonly string[]
  readonly parts: PlanParts
}

/** What only the kernels use. */
export interface PlanParts {
  /** The index of the one segment that is used whatever the conditions say; -1 for a name that is none. */
  readonly forced: number | null
  readonly names: BandNames
  readonly texts: Texts
  readonly imported: ReadonlyMap<string, Plan>
  readonly selection: Selection
  /** By segment and detail, made when first needed. */
  readonly program: (segment: number, detail: Detail) => SegmentProgram
  /** By segment; null where it is not that simple. */
  readonly tables: (segment: number) => Tables | null
  /** Indicators and results alone. */
  readonly formulas: (segment: number) => FormulaProgram
}

export interface PlanOptions {
  readonly asOf: number | null
  /** Name or label of a segment that is used whatever the segments' conditions say. */
  readonly segment?: string | undefined
}

export function plan(model: Model, options: PlanOptions): Plan {
  const asOf = options.asOf ?? NaN
  const names = bandNames(model)
  const spelled = textsOf(model)
  const forced =
    options.segment === undefined
      ? null
      : model.segments.findIndex((one) => one === findSegment(model, options.segment!))
  const members = model.segments.flatMap((segment) => [...membersOf(segment).values()].map(({ member }) => member))
  const paths = (kind: 'dimension' | 'measure'): readonly string[] => [
    ...new Set(members.filter((one) => one.kind === kind && one.path !== '').map((one) => one.path)),
  ]
  const setting = { asOf, names, texts: spelled }
  const once = memo()
  return {
    model,
    asOf: options.asOf,
    bands: names.names,
    dimensions: paths('dimension'),
    measures: paths('measure'),
    parts: {
      forced,
      names,
      texts: spelled,
      imported: new Map(model.uses.map((use) => [use.name, plan(use.model, { asOf: options.asOf })])),
      selection: selection(model, forced, { asOf, texts: spelled }),
      program: (segment, detail) =>
        once(`program ${segment} ${detail}`, () => segmentProgram(model, model.segments[segment]!, setting, detail)),
      tables: (segment) => once(`tables ${segment}`, () => tablesOf(model, model.segments[segment]!, setting)),
      formulas: (segment) =>
        once(`formulas ${segment}`, () => formulaProgram(model, model.segments[segment]!, setting)),
    },
  }
}

/** Makes what a key stands for when it is first asked for. */
function memo(): <T>(key: string, make: () => T) => T {
  const made = new Map<string, unknown>()
  return <T>(key: string, make: () => T): T => {
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as T
  }
}
