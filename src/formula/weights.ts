import type { Dimension, Member, Weight } from '../model/group.ts'
import type { Place } from './place.ts'
import type { Text } from './text.ts'

/** A member's weight as a cell: as it is written, or in whole numbers where none was written. */
export function weightOf(member: Member, above: Dimension, place: Place): Weight & { readonly cell: Text } {
  const { weight } = member
  const isFactor = above.combine.operator === 'sum'
  const value = isFactor || weight.text !== null ? weight.value : weight.integer
  const one = place.numberOf(member.path, 'weight', {
    label: isFactor ? 'factor' : 'weight',
    value,
    format: weight.text?.endsWith('%') ? '0.##%' : null,
    guard: null,
  })
  return { ...weight, cell: place.numbers.say(one) }
}
