import type { Dimension, Measure, Member } from '../../model/group.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import { choiceOf, thresholds } from './judge.ts'

/** A measure that reads one input and has at most three outcomes besides missing: two bits hold what became of it. */
export type SimpleMeasure =
  | { readonly kind: 'number'; readonly measure: Measure; readonly input: Input; readonly edges: Float64Array }
  | { readonly kind: 'choice'; readonly measure: Measure; readonly input: Input; readonly edges: null }

/** The two bits for a measure without data. */
export const NO_DATA = 3

/** null for a measure that needs more. */
export function simpleMeasure(model: Model, member: Member): SimpleMeasure | null {
  if (member.kind === 'dimension' || !isPlain(member) || member.stale !== null) return null
  const { judge, value, missing } = member
  if (missing.kind === 'withhold' || value === null || value.expression.kind !== 'input') return null
  const { name } = value.expression
  const input = model.inputs.find((one) => one.name === name)
  if (input === undefined) return null
  const isNumber = value.type === 'number' || value.type === 'date'
  const isText = input.type === 'text' || input.type === 'choice'
  if (judge.kind === 'ranges' && !isText && input.type !== 'yes/no' && isNumber && judge.banding.outcomes.length <= 3) {
    const edges = Float64Array.of(Infinity, Infinity)
    edges.set(thresholds(judge.banding))
    return { kind: 'number', measure: member, input, edges }
  }
  // No is 0 and yes is 1: what is above 0 is yes.
  if (judge.kind === 'choices' && input.type === 'yes/no') {
    return { kind: 'number', measure: member, input, edges: Float64Array.of(Number.MIN_VALUE, Infinity) }
  }
  const outcomes = judge.kind === 'choices' ? judge.rows.length + (judge.otherwise === null ? 0 : 1) : Infinity
  return isText && outcomes <= 3 ? { kind: 'choice', measure: member, input, edges: null } : null
}

/** Nothing that depends on the row stands between what it holds and what it gives. */
export function isPlain(member: Member): boolean {
  return !member.off && member.appliesWhen === null && member.modifiers.length === 0
}

/** Its measures, where all are simple and few enough for one table; else null. */
export function simpleMeasures(model: Model, dimension: Dimension): readonly SimpleMeasure[] | null {
  if (!isPlain(dimension) || dimension.children.length > 6 || dimension.children.length === 0) return null
  const simple = dimension.children.map((child) => simpleMeasure(model, child))
  // Numbers first: one kernel takes up to four of them.
  const found = simple.filter((one) => one !== null)
  const inOrder = [...found.filter((one) => one.kind === 'number'), ...found.filter((one) => one.kind === 'choice')]
  return found.length === simple.length ? inOrder : null
}

/** The general code of an outcome for its two bits; those that no value has stand for missing. */
export function generalCode({ measure, input }: SimpleMeasure, bits: number): number {
  const { judge } = measure
  if (judge.kind === 'choices' && input.type === 'yes/no') {
    return bits > 1 ? judge.rows.length + 1 : choiceOf(judge, bits === 1 ? 'yes' : 'no')
  }
  if (judge.kind === 'ranges') return Math.min(bits, judge.banding.outcomes.length)
  if (judge.kind !== 'choices') return 0
  const claimed = judge.rows.length + (judge.otherwise === null ? 0 : 1)
  return bits < claimed ? bits : judge.rows.length + 1
}

/** The two bits of a text that a choice measure judges. */
export function choiceBits({ judge }: Measure, text: string): number {
  if (judge.kind !== 'choices' || text.trim() === '') return NO_DATA
  const row = choiceOf(judge, text)
  return row === judge.rows.length && judge.otherwise === null ? NO_DATA : row
}

/** The two bits of a value of its input; what is not finite counts as missing. */
export function valueBits({ measure, edges }: SimpleMeasure, value: number | string | null): number {
  if (edges === null) return value === null ? NO_DATA : choiceBits(measure, String(value))
  if (typeof value !== 'number' || !Number.isFinite(value)) return NO_DATA
  return Number(value >= edges[0]!) + Number(value >= edges[1]!)
}
