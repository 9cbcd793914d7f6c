import type { Dimension, Member } from '../../model/group.ts'
import type { Band } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import { findBand } from '../bands.ts'

/** Every band a model can give by a number, so that bands of all ladders fit in columns of small integers. */
export interface BandNames {
  readonly names: readonly string[]
  /** -1 for a name that is on no ladder. */
  readonly codeOf: (name: string) => number
}

export function bandNames(model: Model): BandNames {
  const codes = new Map<string, number>()
  const add = (name: string | null) => name !== null && !codes.has(name) && codes.set(name, codes.size)
  for (const band of model.ladder) add(band.name)
  for (const segment of model.segments) {
    for (const member of membersOf(segment.root)) {
      for (const modifier of member.modifiers) add(modifier.band)
      if (member.kind === 'measure') continue
      for (const band of member.bands) add(band.name)
      for (const outcome of member.banding.outcomes) add(outcome?.band ?? null)
    }
  }
  return { names: [...codes.keys()], codeOf: (name) => codes.get(name) ?? -1 }
}

/** A member and all below it, from the root down in the written order. */
export function membersOf(member: Member): readonly Member[] {
  return member.kind === 'measure' ? [member] : [member, ...member.children.flatMap(membersOf)]
}

/** The rank of each name on the measures' ladder where that has it, else on that of the whole; NaN where neither has. */
export function ranksOf({ names }: BandNames, ladder: readonly Band[], root: Dimension): Float64Array {
  return Float64Array.from(names, (name) => {
    const rank = (findBand(ladder, name) === null ? root.bands : ladder).findIndex((rung) => rung.name === name)
    return rank === -1 ? NaN : rank
  })
}
