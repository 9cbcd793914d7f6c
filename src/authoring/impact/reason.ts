import type { DimensionExplanation, Explanation, MeasureExplanation } from '../../model/explanation.ts'

/** The one thing that changed most for an account between two versions of a model, in words. */
export function reasonFor(before: Explanation, after: Explanation): string {
  if (before.segment !== after.segment)
    return `it is in ${after.segment ?? 'no segment'} now, was in ${before.segment ?? 'none'}`
  if (after.score === null && after.noScoreBecause !== null) return after.noScoreBecause
  const [most] = changes(before, after).toSorted((a, b) => b.size - a.size)
  if (most !== undefined && most.size > 0) return most.text
  const step = after.modifiers.find(({ kind, because }) =>
    before.modifiers.every((one) => one.kind !== kind || one.because !== because),
  )
  if (step !== undefined) return step.because ?? `a ${step.kind} applies now`
  if (after.modifiers.length < before.modifiers.length) return 'a bonus, limit or override no longer applies'
  return before.score === after.score
    ? 'the bands of the score begin elsewhere'
    : 'the score is put together differently'
}

interface Change {
  readonly size: number
  readonly text: string
}

function changes(before: Explanation, after: Explanation): readonly Change[] {
  const [old, now] = [membersOf(before), membersOf(after)]
  const paths = [...new Set([...old.keys(), ...now.keys()])]
  return paths.flatMap((path) => changeOf(old.get(path), now.get(path)))
}

/** A measure judged otherwise goes before the same measure weighing otherwise. */
function changeOf(old: MeasureExplanation | undefined, now: MeasureExplanation | undefined): readonly Change[] {
  const size = Math.abs((now?.contribution ?? 0) - (old?.contribution ?? 0))
  if (old === undefined || now === undefined) {
    const [one, what] = old === undefined ? [now!, 'is new'] : [old, 'is gone']
    return counts(one) ? [{ size, text: `${one.label} ${what}` }] : []
  }
  const value = now.valueShown === null ? '' : `, at ${now.valueShown}`
  if (old.band !== now.band)
    return [{ size, text: `${now.label} is ${now.band ?? now.state} now, was ${old.band ?? old.state}${value}` }]
  if (old.points !== now.points)
    return [{ size, text: `${now.label} gives ${points(now)} points now, gave ${points(old)}${value}` }]
  if (Math.abs(old.effectiveWeight - now.effectiveWeight) < 1e-12) return []
  const [was, is] = [old, now].map((one) => `${Number((one.effectiveWeight * 100).toFixed(1))}%`)
  return [{ size, text: `${now.label} weighs ${is} of the score now, weighed ${was}` }]
}

function counts({ effectiveWeight }: MeasureExplanation): boolean {
  return effectiveWeight > 0
}

function points(one: MeasureExplanation): string {
  return one.points === null ? 'no' : String(Number(one.points.toFixed(2)))
}

function membersOf(explanation: Explanation): ReadonlyMap<string, MeasureExplanation> {
  const found = new Map<string, MeasureExplanation>()
  const visit = (group: Pick<DimensionExplanation, 'dimensions' | 'measures'>, above: string): void => {
    for (const measure of group.measures) found.set(above + measure.name, measure)
    for (const dimension of group.dimensions) visit(dimension, `${above}${dimension.name}.`)
  }
  visit(explanation, '')
  return found
}
