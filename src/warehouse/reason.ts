import type { Member } from '../model/group.ts'
import type { Model, Segment } from '../model/model.ts'
import type { Dialect } from '../sql/index.ts'

/** The columns of a scored account that a reason reads. */
export interface Scored {
  readonly segment: string
  readonly score: string
  readonly coverage: string
}

/** Why an account has no score, in the words of the evaluator; null where the model can lack one for reasons that no column tells. */
export function reasonWhyNot(model: Model, { segment, score, coverage }: Scored, { text }: Dialect): string | null {
  const outside = outsideBecause(model)
  const inside = model.segments.map((one) => insideBecause(one, coverage, text))
  if (outside === null || inside.includes(null)) return null
  const bySegment = model.segments.map((one, n) => `when ${text(one.name)} then ${inside[n]!}`)
  return `case
    when ${score} is not null then null
    when ${segment} is null then ${text(outside)}
    else case ${segment} ${bySegment.join(' ')} end
  end`
}

/** Why an account is in no segment; null where there are two reasons. */
function outsideBecause({ appliesWhen, segments }: Model): string | null {
  if (appliesWhen === null) return 'no segment applies to this account'
  return segments.some((one) => one.when === null) ? 'the model does not apply to this account' : null
}

function insideBecause({ root }: Segment, coverage: string, text: Dialect['text']): string | null {
  if (!alwaysApplies(root) || withholdsAlone(root)) return null
  const nothing = text('nothing that counts has data')
  const { withholdBelow } = root
  if (withholdBelow === null) return nothing
  const less = text(` of the weight, less than ${Number((withholdBelow * 100).toFixed(1))}%`)
  return `case when ${coverage} < ${withholdBelow}e0 then 'data covers ' || ${percent(coverage)} || ${less} else ${nothing} end`
}

/** Whether all below counts for every account: then what has no score lacks data. */
function alwaysApplies(member: Member): boolean {
  if (member.off || member.appliesWhen !== null) return member.off
  if (member.kind === 'measure') return !mayBeUnscored(member.judge)
  return member.children.some((child) => !child.off) && member.children.every(alwaysApplies)
}

/** An outcome, or an end of a line, that is deliberately no number. */
function mayBeUnscored(judge: unknown): boolean {
  if (Array.isArray(judge)) return judge.some(mayBeUnscored)
  if (typeof judge !== 'object' || judge === null) return false
  if ('kind' in judge && judge.kind === 'unscored') return true
  if ('band' in judge && 'points' in judge && judge.band === null && judge.points === null) return true
  return Object.values(judge).some(mayBeUnscored)
}

/** Whether a single measure without data withholds the score: then the reason names it. */
function withholdsAlone(member: Member): boolean {
  if (member.kind === 'measure') return member.missing.kind === 'withhold'
  return member.children.some(withholdsAlone)
}

/** A share as a percentage with one decimal where it has one, halves up: halves are the quarters of a percent point that are not whole. */
function percent(share: string): string {
  const hundred = `(${share} * 100e0)`
  const isTie = `${hundred} * 4e0 = floor(${hundred} * 4e0) and floor(${hundred} * 4e0) % 2 = 1`
  return `replace(printf('%.1f', case when ${isTie} then ${hundred} + 0.01e0 else ${hundred} end), '.0', '') || '%'`
}
