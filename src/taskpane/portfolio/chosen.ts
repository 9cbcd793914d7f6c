import type { SavedFilter } from '../../host/document/document.ts'
import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { Fields } from '../../host/filter/field.ts'
import { matching, type Test, testOf } from '../../host/filter/matches.ts'

/** The accounts of any of the segments that match any of the filters; no segment is all of them, and so is no filter. */
export function chosenPlaces(
  { applied, scores }: Portfolio,
  fields: Fields,
  saved: readonly SavedFilter[],
  segments: readonly string[],
  filters: readonly string[],
): Int32Array {
  const all = applied.model.segments
  const wanted = all.map(({ name }) => segments.includes(name))
  // A segment or a filter that is gone chooses nothing.
  const inSegment: Test = wanted.includes(true) ? (index) => wanted[scores.segment[index]!] === true : () => true
  const tests = saved
    .filter(({ name }) => filters.includes(name))
    .map(({ filter }) => testOf(filter, fields, applied.asOf))
  const inFilter: Test = tests.length === 0 ? () => true : (index) => tests.some((test) => test(index))
  return matching(scores.length, (index) => inSegment(index) && inFilter(index))
}
