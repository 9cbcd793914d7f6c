import { measureCells } from '../model/measure-cells.ts'
import { found, type Check } from './check.ts'
import { judgedPlaces, placed } from './places.ts'
import { pieceOf, takeOut } from './repairs.ts'

/** An `otherwise` after rows that claim everything misleads whoever reads it. */
export const otherwiseNever: Check = (model) =>
  judgedPlaces(model).flatMap((place) => {
    const { judge, name, span } = place.member
    if ((judge.kind !== 'ranges' && judge.kind !== 'choices') || judge.otherwise === null) return []
    const cells = measureCells(model, place.member)
    if (cells === null || cells.some(({ decides }) => decides === 'otherwise')) return []
    const rest = pieceOf(model, 'otherwise', judge.span)
    return found(
      'otherwise-never',
      { name },
      {
        span: rest ?? judge.span ?? span,
        fixes: takeOut('take it out', rest),
        ...placed(place),
        question: 'which row claims more than it should?',
      },
    )
  })
