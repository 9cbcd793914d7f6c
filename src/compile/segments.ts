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
  readonly label: string | null
  readonly doc: string | null
  readonly root: DimensionDraft
}

/**
 * Amendments of all segments applied, in the written order, the default last. A segment may amend another wherever that
 * stands: the exception of an exception has to stand before it, or no account would reach it.
 */
export function draftSegments(
  context: Context,
  root: DimensionDraft,
  segments: readonly SegmentTree[],
  reject: AmendReject,
): SegmentDraft[] {
  const named = segments.find(isNameOfDefault) ?? null
  const own = segments.filter((tree) => !isNameOfDefault(tree) && isNameFree(context, tree))
  const trees = new Map(own.map((tree) => [nameOf(tree), tree]))
  const drafts = new Map<string, SegmentDraft>()
  const draft = (tree: SegmentTree, above: readonly string[]): SegmentDraft => {
    const name = nameOf(tree)
    const known = drafts.get(name)
    if (known) return known
    const amended = amendedBy(context, tree, trees, [...above, name])
    const below = amended === null ? root : draft(amended, [...above, name]).root
    const label = tree.label?.text ?? null
    const drafted = { tree, name, label, doc: tree.doc, root: amend(below, tree.items, reject) }
    drafts.set(name, drafted)
    return drafted
  }
  const drafted = [...trees.values()].map((tree) => draft(tree, []))
  return [...drafted, { tree: null, name: DEFAULT, label: named?.label?.text ?? null, doc: named?.doc ?? null, root }]
}

/** `segment default "Everyone else" {}` says what the accounts in no other segment are called, and nothing else. */
function isNameOfDefault({ name, when, amends, items }: SegmentTree): boolean {
  return name?.text === DEFAULT && when === null && amends === null && items.length === 0
}

function isNameFree(context: Context, tree: SegmentTree): boolean {
  if (nameOf(tree) !== DEFAULT) return true
  const parameters = { name: DEFAULT, what: 'a segment', means: 'the whole model' }
  report(context, 'name-reserved', parameters, tree.name?.span ?? tree.span, {
    question: 'what should it be called? What stands outside all segments is the default already.',
  })
  return false
}

function nameOf(tree: SegmentTree): string {
  return tree.name?.text ?? `?${tree.span.start}`
}

/** The segment that another amends; null for the default, and where none of that name can be amended. */
function amendedBy(
  context: Context,
  tree: SegmentTree,
  trees: ReadonlyMap<string, SegmentTree>,
  chain: readonly string[],
): SegmentTree | null {
  const { amends } = tree
  if (!amends || amends.text === DEFAULT) return null
  const at = chain.indexOf(amends.text)
  if (at >= 0) {
    report(context, 'reference-cycle', { names: [...chain.slice(at), amends.text] }, amends.span, {
      question: 'which of them stands on its own?',
    })
    return null
  }
  const amended = trees.get(amends.text)
  if (amended === undefined) {
    const suggestion = nearest(amends.text, [DEFAULT, ...trees.keys()])
    report(context, 'segment-unknown', { name: amends.text, nearest: suggestion }, amends.span, {
      ...renameFix(amends.span, suggestion),
      question: suggestion === null ? 'which segment does it amend?' : null,
    })
  }
  return amended ?? null
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
    label: draft.label ?? titleOf(draft.name),
    doc: draft.doc,
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
