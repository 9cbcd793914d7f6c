import { writtenNumber } from '../model/written.ts'
import { found, type Check } from './check.ts'
import { pieceOf, takeOut } from './repairs.ts'
import { groupPlaces } from './places.ts'

/** Coverage runs from 0% to 100%: a threshold outside decides nothing, or everything. */
export const coverageThreshold: Check = (model) =>
  groupPlaces(model).flatMap(({ member, group, trail }) => {
    const threshold = member.withholdBelow
    if (threshold === null || (threshold > 0 && threshold <= 1)) return []
    const place = group === null ? model.span : member.span
    const setting = pieceOf(model, 'withhold below', place)
    return found(
      'coverage-threshold',
      { threshold: writtenNumber(threshold, 'percent'), outcome: threshold > 1 ? 'always' : 'never' },
      {
        span: setting ?? place,
        trail,
        fixes: takeOut('take it out', setting),
        question: 'below which share of weight with data should there be no score?',
      },
    )
  })
