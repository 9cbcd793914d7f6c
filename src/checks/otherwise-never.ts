import { measureCells } from '../model/measure-cells.ts'
import { found, type Check } from './check.ts'
import { placed, measurePlaces } from './places.ts'

/** An `otherwise` after rows that claim everything misleads whoever reads it. */
export const otherwiseNever: Check = (model) =>
  measurePlaces(model).flatMap((place) => {
    const { judge, name, span } = place.member
    if ((judge.kind !== 'ranges' && judge.kind !== 'choices') || judge.otherwise === null) return []
    const cells = measureCells(model, place.member)
    if (cells === null || cells.some(({ decides }) => decides === 'otherwise')) return []
    return found(
      'otherwise-never',
      { name },
      { span: judge.span ?? span, ...placed(place), question: 'which row claims more than it should?' },
    )
  })
