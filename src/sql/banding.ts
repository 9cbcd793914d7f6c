import { folded } from '../model/domain.ts'
import type { Band, Banding } from '../model/judge.ts'
import type { Place } from './place.ts'
import type { Sheet } from './sheet.ts'
import { cases, sql, type Sql } from './sql.ts'

/** What each stretch of numbers gives, from the highest down; null without a value. `value` is a column. */
export function byStretch(banding: Banding, value: Sql, outcomes: readonly Sql[], place: Place): Sql {
  const edges = banding.cuts.map(({ at, owner, guard }) => (owner === 'above' ? at - guard : at + guard))
  const ascend = edges.every((edge, n) => {
    if (n === 0) return true
    const before = edges[n - 1]!
    return edge > before || (edge === before && banding.cuts[n - 1]!.owner === 'above')
  })
  if (!ascend) place.reader.refuse('edges closer together than their guards')
  const branches = banding.cuts.map(({ owner }, n): [Sql, Sql] => {
    const edge = edges[n]!
    return [sql`${value} ${owner === 'above' ? '>=' : '>'} ${place.sheet.plainNumber(edge)}`, outcomes[n + 1]!]
  })
  return cases([...branches.toReversed(), [sql`${value} is not null`, outcomes[0]!]])
}

/** The band of a number by a dimension's bands; null without one. */
export function bandOf(banding: Banding, value: Sql, place: Place): Sql {
  const { text, band: named = text } = place.sheet.dialect
  const bands = banding.outcomes.map((outcome) =>
    outcome === null || outcome.band === null ? sql`null` : sql`${named(outcome.band)}`,
  )
  return byStretch(banding, value, bands, place)
}

/** The band that a text names, by name or label, case forgiven; the text is folded. */
export function bandNamed(bands: readonly Band[], given: Sql, { dialect: { text } }: Sheet): Sql {
  const spelt = (band: Band, word: string): [Sql, Sql] => [
    sql`${given} = lower(${text(word.trim())})`,
    sql`${text(band.name)}`,
  ]
  return cases([...bands.map((band) => spelt(band, band.name)), ...bands.map((band) => spelt(band, band.label))])
}

/** A band by its name or label, case forgiven. */
export function rungNamed(bands: readonly Band[], written: string): Band | null {
  const wanted = folded(written)
  return (
    bands.find(({ name }) => folded(name) === wanted) ?? bands.find(({ label }) => folded(label) === wanted) ?? null
  )
}

/** The numbers, or `otherwise`, by rank. */
export function byRank(given: Sql, values: readonly Sql[]): Sql {
  return cases(values.map((value, rank) => [sql`${given} = ${String(rank)}`, value]))
}
