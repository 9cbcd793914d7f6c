import type { Combine, Dimension, Member, Scale } from '../model/group.ts'
import type { MissingTree } from '../parser/tree.ts'
import type { Context, Place } from './context.ts'
import type { DimensionDraft, MemberDraft } from './draft.ts'
import { compileCondition } from './expressions.ts'
import { compileMeasure } from './measures.ts'
import { compileModifier, compileRounding, scorePlace } from './modifiers.ts'
import { checkScale, compileScale, titleOf } from './scales.ts'
import { compileScoreBands, type ScoreBands } from './score-bands.ts'
import { compileWeights } from './weights.ts'
import type { Weight } from '../model/group.ts'

/** What a group hands down to those inside it. */
interface Above {
  readonly scale: Scale
  readonly bands: ScoreBands
  readonly missing: MissingTree | null
  readonly weightsAsGiven: boolean
}

const sole: Weight = { value: 1, integer: 1, text: null, span: null }

/** The whole scored tree of one segment. `places` must be those of this draft. */
export function compileRoot(context: Context, draft: DimensionDraft, label: string): Dimension {
  return compileDimension(context, draft, '', sole, null, label)
}

function compileDimension(
  above: Context,
  draft: DimensionDraft,
  path: string,
  weight: Weight,
  outer: Above | null,
  label: string,
): Dimension {
  const context = outer === null ? above : { ...above, trail: [...above.trail, draft.name] }
  const { settings } = draft
  const scale = compileScale(settings, outer?.scale ?? null)
  checkScale(context, settings)
  const bands = compileScoreBands(context, settings, scale, outer && { scale: outer.scale, bands: outer.bands })
  const combine = compileCombine(settings.combine, scale)
  const inner: Above = {
    scale,
    bands,
    missing: settings.missing ?? outer?.missing ?? null,
    weightsAsGiven: settings.weightsAsGiven !== null || (outer?.weightsAsGiven ?? false),
  }
  const place = scorePlace(scale, bands.bands, bands.banding)
  return {
    kind: 'dimension',
    name: draft.name,
    label,
    path,
    doc: draft.doc,
    weight,
    off: draft.off,
    appliesWhen: draft.applies ? compileCondition(context, draft.applies) : null,
    round: compileRounding(settings.round, scale),
    modifiers: draft.modifiers.map((modifier) => compileModifier(context, place, modifier)),
    span: draft.nameSpan ?? draft.span,
    combine,
    children: compileChildren(context, draft, path, inner, combine),
    scale,
    bands: bands.bands,
    banding: bands.banding,
    judgeShown: settings.judge?.shown ?? false,
    withholdBelow: settings.withhold?.coverage?.value ?? null,
    weightsAsGiven: inner.weightsAsGiven,
  }
}

function compileChildren(
  context: Context,
  draft: DimensionDraft,
  path: string,
  inner: Above,
  combine: Combine,
): Member[] {
  const weighed = draft.children.map(({ name, nameSpan, weight, off }) => ({ name, span: nameSpan, weight, off }))
  const weights = compileWeights(context, weighed, combine.operator !== 'mean')
  return draft.children.map((child, at) => {
    const weight = weights[at]!
    const own = path === '' ? child.name : `${path}.${child.name}`
    if (child.kind === 'measure') {
      return compileMeasure(context, child, { path: own, weight, scale: inner.scale, missing: inner.missing })
    }
    return compileDimension(context, child, own, weight, inner, child.label?.text ?? titleOf(child.name))
  })
}

/** `worst` and `best` follow the direction of the scale. */
function compileCombine(tree: DimensionDraft['settings']['combine'], scale: Scale): Combine {
  const written = tree?.operator ?? 'mean'
  const low = scale.higherIsWorse ? 'max' : 'min'
  const high = scale.higherIsWorse ? 'min' : 'max'
  const operator = written === 'worst' ? low : written === 'best' ? high : written
  return { operator, from: tree?.from?.value ?? 0, rescale: tree?.rescaled ?? false }
}

/** Every path of a draft with the bands it can have, before anything that may refer to it is compiled. */
export function placesOf(context: Context, draft: DimensionDraft): Map<string, Place> {
  const silent: Context = { ...context, findings: [] }
  const places = new Map<string, Place>()
  const visit = (member: MemberDraft, path: string, outer: Pick<Above, 'scale' | 'bands'> | null): void => {
    if (member.kind === 'measure') {
      places.set(path, { path, kind: 'measure', ladder: context.ladder })
      return
    }
    const scale = compileScale(member.settings, outer?.scale ?? null)
    const bands = compileScoreBands(silent, member.settings, scale, outer)
    places.set(path, { path, kind: 'dimension', ladder: bands.bands })
    for (const child of member.children)
      visit(child, path === '' ? child.name : `${path}.${child.name}`, { scale, bands })
  }
  visit(draft, '', null)
  return places
}
