import { findAccount } from '../model/account-search.ts'
import type { CasesJudge } from '../model/judge.ts'
import type { Model } from '../model/model.ts'
import { found, type Check, type ModelFinding } from './check.ts'
import { judgedPlaces, type Place } from './places.ts'
import { isWhole } from './whole.ts'

/** Every case of a measure can decide something: `case-never` and `case-shadowed`. */
export const casesReached: Check = (model) =>
  judgedPlaces(model).flatMap((place) => {
    const { judge } = place.member
    return judge.kind === 'cases' ? judge.cases.flatMap((_, n) => unreached(model, judge, n, place)) : []
  })

function unreached(model: Model, judge: CasesJudge, n: number, place: Place): readonly ModelFinding[] {
  const { when, span } = judge.cases[n]!
  if (!isWhole(when.expression)) return []
  const wanted = { condition: when.expression, holds: true }
  const particulars = {
    span: when.span ?? span,
    trail: place.trail,
    fixes: span === null ? [] : [{ title: 'take the case out', edits: [{ span, text: '' }] }],
  }
  if (findAccount(model, [wanted]).kind === 'none')
    return [found('case-never', { condition: when.text }, { ...particulars, question: 'which accounts are meant?' })]
  const earlier = judge.cases.slice(0, n).filter((other) => isWhole(other.when.expression))
  if (judge.hit === 'all' || earlier.length === 0) return []
  const without = earlier.map((other) => ({ condition: other.when.expression, holds: false }))
  if (findAccount(model, [wanted, ...without]).kind !== 'none') return []
  const by = earlier.find((_, at) => findAccount(model, [wanted, without[at]!]).kind === 'none') ?? earlier[0]!
  return [
    found(
      'case-shadowed',
      { condition: when.text },
      {
        ...particulars,
        related: by.when.span === null ? [] : [{ span: by.when.span, label: 'this case is asked first' }],
        question: 'should it stand before the others?',
      },
    ),
  ]
}
