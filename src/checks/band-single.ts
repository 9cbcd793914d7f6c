import type { Fix } from '../findings/finding.ts'
import type { Measure } from '../model/group.ts'
import type { Outcome } from '../model/judge.ts'
import { measureCells } from '../model/measure-cells.ts'
import { outcomeName } from './bands-of.ts'
import { found, type Check } from './check.ts'
import { addAfter } from './repairs.ts'
import { isLive } from './live.ts'
import { judgedPlaces, placed, type Place } from './places.ts'

/** A measure that judges every value alike says nothing about an account. */
export const bandSingle: Check = (model) =>
  judgedPlaces(model).flatMap((place) => {
    const { judge, span, name } = place.member
    if (judge.kind !== 'ranges' && judge.kind !== 'choices') return []
    const cells = measureCells(model, place.member)?.filter(({ cell }) => cell.kind !== 'missing') ?? []
    const outcomes = cells.map(({ outcome }) => outcome).filter((outcome): outcome is Outcome => outcome !== null)
    const first = outcomes[0]
    if (first === undefined || outcomes.length < cells.length) return []
    if (!outcomes.every((outcome) => outcome.points === first.points && outcome.band === first.band)) return []
    return found(
      'band-single',
      { name, outcome: `\`${outcomeName(first)}\`` },
      {
        span: judge.span ?? span,
        ...placed(place),
        fixes: turnOff(place),
        question: `which values of \`${name}\` are something else?`,
      },
    )
  })

/** Only where others are left to be judged and no weights change with it. */
function turnOff({ member, group }: Place<Measure>): readonly Fix[] {
  const others = group?.children.some((other) => other !== member && isLive(other)) ?? false
  return others && member.weight.text === null ? addAfter(`turn \`${member.name}\` off`, member.judge.span, ' off') : []
}
