import { writtenNumber } from '../model/written.ts'
import { found, type Check } from './check.ts'
import { pieceOf } from './repairs.ts'
import { groupPlaces } from './places.ts'

/** Bands of a score stand on its scale: `score-band-unreachable`. */
export const scoreBands: Check = (model) =>
  groupPlaces(model).flatMap(({ member, group, trail }) => {
    // A dimension without bands of its own has those of the group above.
    if (group !== null && JSON.stringify(group.banding) === JSON.stringify(member.banding)) return []
    const { cuts, outcomes } = member.banding
    const place = group === null ? model.span : member.span
    const particulars = { span: pieceOf(model, 'bands', place) ?? place, trail }
    const { low, high } = member.scale
    return outcomes.flatMap((outcome, n) => {
      const [from, to] = [cuts[n - 1], cuts[n]]
      const above = from !== undefined && (from.owner === 'above' ? from.at > high : from.at >= high)
      const below = to !== undefined && (to.owner === 'below' ? to.at < low : to.at <= low)
      if (!(above || below) || outcome?.band == null || !member.scale.clamp) return []
      return found(
        'score-band-unreachable',
        { band: outcome.band, low: writtenNumber(low, null), high: writtenNumber(high, null) },
        { ...particulars, question: `from which score on is an account \`${outcome.band}\`?` },
      )
    })
  })
