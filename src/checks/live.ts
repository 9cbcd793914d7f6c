import type { Member } from '../model/group.ts'

/** Whether anything is judged here: a measure that is not off, or a dimension that holds one. */
export function isLive(member: Member): boolean {
  return !member.off && (member.kind === 'measure' || member.children.some(isLive))
}
