import { membersByPath } from '../model/members-by-path.ts'
import type { Member } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { mayChange } from './members.ts'
import type { Output } from './outputs.ts'
import type { SaidModel } from './said-model.ts'

/** The columns that say why, behind those of the score itself. */
export function explainedOutputs(model: Model, said: SaidModel, reaches: (path: string) => boolean): readonly Output[] {
  const number = (path: string, what: string, about: string): Output => ({
    of: path,
    what,
    kind: 'number',
    sql: said.column(path, what, 'number'),
    about,
  })
  const text = (path: string, what: string, about: string): Output => ({
    of: path,
    what,
    kind: 'text',
    sql: said.column(path, what, 'text'),
    about,
  })
  const ofMember = ([path, members]: readonly [string, readonly Member[]]): readonly Output[] => {
    const label = members[0]!.label
    return [
      text(path, 'state', `${label}: scored, missing, stale, notApplicable or off`),
      number(path, 'effective_weight', `${label}: its share of the whole score`),
      number(path, 'contribution', `${label}: the points it brings into the whole score`),
      number(path, 'lost', `${label}: the points of the whole score it costs`),
      ...(reaches(path) || members.some(mayChange)
        ? [number(path, 'changes_lost', `${label}: the points its rounding, modifiers and overrides cost`)]
        : []),
      ...(members.some(givesReasons) ? [text(path, 'because', `${label}: the reason`)] : []),
    ]
  }
  return [
    number('', 'shortfall', 'The best reachable score minus the score; all that is lost adds up to it'),
    number('', 'changes_lost', 'The points that rounding, modifiers and overrides of the whole cost'),
    ...[...membersByPath(model)].flatMap(ofMember),
  ]
}

/** Whether any outcome of its judge is written with a reason. */
function givesReasons(member: Member): boolean {
  return member.kind === 'measure' && hasReason(member.judge)
}

function hasReason(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasReason)
  if (typeof value !== 'object' || value === null) return false
  if ('because' in value && value.because !== null) return true
  return Object.values(value).some(hasReason)
}
