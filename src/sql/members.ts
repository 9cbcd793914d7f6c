import type { Member } from '../model/group.ts'

/** Whether rounding, modifiers or the ends of a scale may make something else of what was calculated. */
export function mayChange(member: Member): boolean {
  return member.round !== null || member.modifiers.length > 0 || (member.kind === 'dimension' && member.scale.clamp)
}
