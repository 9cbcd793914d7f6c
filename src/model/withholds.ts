import type { Member } from './group.ts'

/** Whether anything in a member can withhold the whole score: then why there is none is another thing for each account. */
export function withholds(member: Member): boolean {
  if (member.kind === 'measure') return member.missing.kind === 'withhold'
  return member.withholdBelow !== null || member.children.some(withholds)
}
