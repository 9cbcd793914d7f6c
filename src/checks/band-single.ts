import type { Outcome } from '../model/judge.ts'
import { measureCells } from '../model/measure-cells.ts'
import { outcomeName } from './bands-of.ts'
import { found, type Check } from './check.ts'
import { placed, measurePlaces } from './places.ts'

/** A measure that judges every value alike says nothing about an account. */
export const bandSingle: Check = (model) =>
  measurePlaces(model).flatMap((place) => {
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
      { span: judge.span ?? span, ...placed(place), question: `which values of \`${name}\` are something else?` },
    )
  })
