import { isoDate } from '../../engine/days.ts'
import type { MergedAccount } from '../merged-ids.ts'
import { countOf, moneyOf } from './shown.ts'

/** A merged id for people: it, what it counts as, since when, its lines, opening, closing, CRM events, scores and scores not counted. */
export function mergedShown(one: MergedAccount): readonly string[] {
  const since = one.date === null ? 'always' : `${isoDate(one.date)}${one.isApplied ? '' : ', not yet'}`
  const balances = [moneyOf(one.opening), moneyOf(one.closing)]
  return [
    one.from,
    one.to,
    since,
    countOf(one.lines),
    ...balances,
    ...[one.events, one.scores, one.outdone].map(countOf),
  ]
}
