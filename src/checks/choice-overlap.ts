import { measureCells } from '../model/measure-cells.ts'
import { outcomeName } from './bands-of.ts'
import { found, type Check } from './check.ts'
import { equals } from './equals.ts'
import { placed, judgedPlaces } from './places.ts'
import { witnessTo } from './witness.ts'

/** One value of a choice has one band: `band-overlap` for choices. */
export const choiceOverlap: Check = (model) =>
  judgedPlaces(model).flatMap((place) => {
    const { judge, value } = place.member
    if (judge.kind !== 'choices' || value === null) return []
    return (measureCells(model, place.member) ?? []).flatMap(({ cell, claims }) => {
      if (claims.length < 2 || cell.kind !== 'value') return []
      const [first, second] = [judge.rows[claims[0]!]!, judge.rows[claims[1]!]!]
      const word = typeof cell.value === 'string' ? cell.value : cell.value ? 'yes' : 'no'
      const names = { first: outcomeName(first.outcome), second: outcomeName(second.outcome) }
      const touches = equals(value.expression, cell.value)
      return found(
        'band-overlap',
        { ...names, at: `\`${word}\`` },
        {
          span: second.span,
          related: first.span === null ? [] : [{ span: first.span, label: `\`${names.first}\` claims it here` }],
          ...placed(place),
          witness: witnessTo(model, touches, place),
          question: `is \`${word}\` \`${names.first}\` or \`${names.second}\`?`,
          touches,
        },
      )
    })
  })
