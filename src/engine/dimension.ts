import type { Dimension, Member } from '../model/group.ts'
import type { OverrideRow } from '../model/override.ts'
import { bandOfScore } from './bands.ts'
import { combine, rescalingOf, totalWeight, type Part } from './combining.ts'
import { holds, type Scope } from './expression.ts'
import { unscoredMeasure } from './measure.ts'
import { applyChanges } from './modifiers.ts'
import { counts, isActive, takesPart, type Scored, type ScoredDimension } from './scored.ts'

/** What a dimension is scored in. */
export interface DimensionContext {
  readonly scope: Scope
  readonly child: (member: Member) => Scored
  readonly overrides: readonly OverrideRow[]
}

/** Scores one dimension, or the whole, that is not below something off or not applicable. */
export function scoreDimension(dimension: Dimension, context: DimensionContext): ScoredDimension {
  if (dimension.off) return unscoredDimension(dimension, 'off')
  if (dimension.appliesWhen !== null && !holds(dimension.appliesWhen, context.scope)) {
    return unscoredDimension(dimension, 'notApplicable')
  }
  const children = dimension.children.map(context.child)
  if (!children.some(isActive)) return { ...unscoredDimension(dimension, 'notApplicable'), children }

  const counted = children.filter(counts)
  const taking = counted.filter(takesPart)
  const rescaling = rescalingOf(dimension.combine, counted.map(weighed), taking.map(weighed))
  const calculated = combine(
    dimension.combine,
    taking.map((child) => ({ ...weighed(child), points: child.points })),
    rescaling,
  )
  const coverage = coverageOf(counted)
  const tooLittle = dimension.withholdBelow !== null && coverage !== null && coverage < dimension.withholdBelow
  const withheldBelow = counted.find((child) => child.withheld !== null)?.withheld ?? null
  const changed = applyChanges(
    tooLittle || withheldBelow !== null ? null : calculated,
    {
      round: dimension.round,
      modifiers: dimension.modifiers,
      overrides: context.overrides,
      inside: dimension.scale.clamp ? dimension.scale : null,
    },
    dimension,
    context.scope,
  )
  const points = changed.points
  return {
    kind: 'dimension',
    member: dimension,
    state: points === null ? 'missing' : 'scored',
    calculated,
    points,
    band: changed.band ?? (points === null ? null : bandOfScore(dimension, points)),
    best: combine(dimension.combine, taking.map(bestOf), rescaling) ?? points,
    coverage,
    withheld: points === null ? withheldBelow : null,
    steps: changed.steps,
    children,
  }
}

/** A dimension that is not computed, and nothing below it either. */
export function unscoredDimension(dimension: Dimension, state: 'off' | 'notApplicable'): ScoredDimension {
  return {
    kind: 'dimension',
    member: dimension,
    state,
    calculated: null,
    points: null,
    band: null,
    best: null,
    coverage: null,
    withheld: null,
    steps: [],
    children: dimension.children.map((child) =>
      child.kind === 'measure' ? unscoredMeasure(child, state) : unscoredDimension(child, state),
    ),
  }
}

/** The share of counted weight that had data; null where nothing that could have data counts. */
function coverageOf(counted: readonly Scored[]): number | null {
  const known = counted.filter((child) => child.coverage !== null)
  if (known.length === 0) return null
  return (
    known.reduce((total, child) => total + child.member.weight.integer * (child.coverage ?? 0), 0) /
    totalWeight(known.map(weighed))
  )
}

function weighed(child: Scored): Pick<Part, 'weight'> {
  return { weight: child.member.weight }
}

function bestOf(child: Scored & { readonly points: number }): Part {
  return { ...weighed(child), points: child.best ?? child.points }
}
