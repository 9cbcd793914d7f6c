import type { Dimension } from '../../model/group.ts'
import type { Model, Segment } from '../../model/model.ts'
import { membersOf, type BandNames } from './band-names.ts'
import { vectorOf } from './expression.ts'
import { explanationVectors, type ShareVectors } from './explanation.ts'
import { foreignVector } from './foreign.ts'
import type { Program, Scope } from './scope.ts'
import type { Detail } from './scores.ts'
import type { Texts } from './texts.ts'
import type { MemberVectors, Tree } from './member.ts'
import { treeOf } from './tree.ts'
import { BLOCK, type Vector } from './vector.ts'

/** One segment of a model, compiled for one detail: run it over a block, then read its vectors. */
export interface SegmentProgram {
  readonly program: Program
  readonly whole: MemberVectors
  /** The whole without overrides; itself where there are none. */
  readonly before: MemberVectors
  /** Every member by path. */
  readonly members: ReadonlyMap<string, MemberVectors>
  readonly indicators: readonly Vector[]
  readonly results: readonly Vector[]
  /** Empty unless explained. */
  readonly shares: ReadonlyMap<string, ShareVectors>
}

export interface Setting {
  readonly asOf: number
  readonly names: BandNames
  readonly texts: Texts
}

/** Formulas beside the score, with no more of the segment than they read. */
export interface FormulaProgram {
  readonly program: Program
  readonly indicators: readonly Vector[]
  readonly results: readonly Vector[]
}

export function segmentProgram(model: Model, segment: Segment, setting: Setting, detail: Detail): SegmentProgram {
  const { program, scopeOf } = start(model, setting)
  const { names } = setting
  const tree = treeOf(segment, names, true, scopeOf)
  const whole = tree.of('')!
  const all = membersOf(segment.root)
  const members = new Map(all.map((member) => [member.path, tree.of(member.path)!]))
  const inDetail = detail !== 'scores'
  const hasOverrides = all.some((member) => member.modifiers.some((one) => one.kind === 'override'))
  const before = inDetail && hasOverrides ? treeOf(segment, names, false, scopeOf).of('')! : whole
  return {
    program,
    whole,
    before,
    members,
    ...(inDetail ? formulaVectors(model, tree) : { indicators: [], results: [] }),
    shares: detail === 'explanation' ? explanationVectors(tree, whole) : new Map(),
  }
}

export function formulaProgram(model: Model, segment: Segment, setting: Setting): FormulaProgram {
  const { program, scopeOf } = start(model, setting)
  return { program, ...formulaVectors(model, treeOf(segment, setting.names, true, scopeOf)) }
}

function formulaVectors(model: Model, { scope }: Tree): Pick<FormulaProgram, 'indicators' | 'results'> {
  return {
    indicators: model.indicators.map((one) => vectorOf(scope, one.when.expression)),
    results: model.results.map((one) => vectorOf(scope, one.formula.expression)),
  }
}

function start(model: Model, { asOf, texts }: Setting) {
  const program: Program = { steps: [], binders: [], frame: { rows: new Int32Array(BLOCK), n: 0 } }
  const scopeOf = (member: Scope['member']): Scope => {
    const scope: Scope = {
      model,
      asOf,
      texts,
      program,
      vectors: new Map(),
      member,
      foreign: (kind, path, name) => foreignVector(scope, kind, path, name),
    }
    return scope
  }
  return { program, scopeOf }
}

export function rootOf(segment: SegmentProgram): Dimension {
  return segment.whole.member as Dimension
}
