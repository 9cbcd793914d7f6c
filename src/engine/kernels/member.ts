import type { Member } from '../../model/group.ts'
import type { BandNames } from './band-names.ts'
import type { Scope } from './scope.ts'
import type { Vector } from './vector.ts'

/** States by code, in the order of their codes. */
export const states = ['scored', 'missing', 'stale', 'notApplicable', 'off'] as const
export const SCORED = 0
export const MISSING = 1
export const STALE = 2
export const NOT_APPLICABLE = 3
export const OFF = 4

/** What became of one member in each row of the block. */
export interface MemberVectors {
  readonly member: Member
  readonly state: Uint8Array
  /** Before rounding and modifiers; NaN where there are none, as in all that follow. */
  readonly calculated: Vector
  readonly points: Vector
  /** Code among all names. */
  readonly band: Vector
  readonly coverage: Vector
  /** 1 where the whole account has no score on its account; null where that cannot be. */
  readonly withheld: Uint8Array | null
  readonly children: readonly MemberVectors[]
}

/** Vectors that are filled from outside instead of being computed, by path. */
export interface Given {
  /** Outcomes of measures. */
  readonly codes?: ReadonlyMap<string, Uint16Array>
  /** Whole members. */
  readonly members?: ReadonlyMap<string, MemberVectors>
}

/** One segment's members as vectors; a member is made when it is first asked for, so that formulas may read any other. */
export interface Tree {
  readonly scope: Scope
  readonly names: BandNames
  readonly withOverrides: boolean
  readonly given: Given
  readonly of: (path: string) => MemberVectors | null
  /** State of a member that is off or not applicable, or below one that is, else SCORED; null where that cannot be. */
  readonly inactivity: (member: Member) => Uint8Array | null
}

/** A member's modifiers, without overrides where those are left out. */
export function modifiersOf(tree: Tree, member: Member): Member['modifiers'] {
  return tree.withOverrides ? member.modifiers : member.modifiers.filter((one) => one.kind !== 'override')
}
