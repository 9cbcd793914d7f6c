import type { Segment } from '../model/model.ts'
import type { ExpressionTree, SegmentTree } from '../parser/tree.ts'
import { amend, type AmendReject } from './amend.ts'
import { nearest, renameFix, report, type Context, type Place } from './context.ts'
import { compileRoot, placesOf } from './dimensions.ts'
import type { DimensionDraft } from './draft.ts'
import { compileCondition } from './expressions.ts'
import { titleOf } from './scales.ts'

export const DEFAULT = 'default'

/** A segment's tree before it is compiled: the default, or what it amends, with its amendments. */
export interface SegmentDraft {
  readonly tree: SegmentTree | null
  readonly name: string
  readonly root: DimensionDraft
}

/** Amendments of all segments applied, in the written order, the default last. A segment may amend an earlier one. */
export function draftSegments(
  context: Context,
  root: DimensionDraft,
  segments: readonly SegmentTree[],
  reject: AmendReject,
): SegmentDraft[] {
  const drafts = new Map<string, SegmentDraft>()
  for (const tree of segments) {
    const name = tree.name?.text ?? `?${tree.span.start}`
    const amended = tree.amends && tree.amends.text !== DEFAULT ? drafts.get(tree.amends.text) : undefined
    if (tree.amends && tree.amends.text !== DEFAULT && amended === undefined) {
      const suggestion = nearest(tree.amends.text, [DEFAULT, ...drafts.keys()])
      report(context, 'segment-unknown', { name: tree.amends.text, nearest: suggestion }, tree.amends.span, {
        ...renameFix(tree.amends.span, suggestion),
        question: suggestion === null ? 'which earlier segment does it amend?' : null,
      })
    }
    drafts.set(name, { tree, name, root: amend(amended?.root ?? root, tree.items, reject) })
  }
  return [...drafts.values(), { tree: null, name: DEFAULT, root }]
}

/** `applies` is the condition of the whole model, which a segment has from the default and does not repeat. */
export function compileSegment(
  context: Context,
  draft: SegmentDraft,
  label: string,
  applies: ExpressionTree | null,
): Segment {
  const { tree } = draft
  const own: Context = { ...context, places: placesOf(context, draft.root) }
  if (tree && tree.when === null) {
    report(context, 'segment-without-when', { name: draft.name }, tree.name?.span ?? tree.span, {
      question: 'which accounts are in it? Write `when …` after its name.',
    })
  }
  const amended = draft.root.applies === applies ? null : draft.root.applies
  const whole = compileRoot(own, { ...draft.root, applies: amended }, label)
  return {
    name: draft.name,
    label: tree?.label?.text ?? titleOf(draft.name),
    doc: tree?.doc ?? null,
    when: tree?.when ? compileCondition(context, tree.when) : null,
    root: whole,
    amends: tree === null ? null : (tree.amends?.text ?? DEFAULT),
    span: tree?.name?.span ?? null,
  }
}

/** All places of all segments: what conditions that stand beside the segments may refer to. */
export function unionOfPlaces(context: Context, drafts: readonly SegmentDraft[]): Map<string, Place> {
  return new Map(drafts.toReversed().flatMap((draft) => [...placesOf(context, draft.root)]))
}
