import type { Dimension } from '../model/group.ts'
import type { Band, Banding } from '../model/judge.ts'
import type { Grid } from './grid.ts'
import { oneSpaced } from './inputs.ts'
import type { Guard } from './numbers.ts'
import type { Place } from './place.ts'
import { atom, within, type SaidNumber } from './said.ts'
import { chain } from './spread.ts'
import { BLANK, cases, quoted, type Text } from './text.ts'

/**
 * What each stretch of numbers gives, from the highest down; missing without a value. `value` is a cell, a number where
 * `tests` hold. `names` are what the stretches are called beside their edges.
 */
export function byStretch(
  banding: Banding,
  { cell: value, tests }: { readonly cell: Text; readonly tests: readonly Text[] },
  outcomes: readonly Text[],
  written: {
    readonly path: string
    readonly names: readonly string[]
    readonly guard: Guard['kind']
    readonly format: string | null
  },
  place: Place,
): Text {
  const above = banding.cuts.map(({ at, owner, guard }, n): [Text, Text] => {
    const kind = guard === 0 ? 'as it is' : `${written.guard} ${guard}`
    const one = place.numberOf(written.path, `cut ${n + 1} ${written.names[n + 1]} ${owner} ${kind}`, {
      label: `${written.names[n + 1]} ${owner === 'above' ? 'at or above' : 'above'}`,
      value: at,
      format: written.format,
      guard: guard === 0 ? null : { kind: written.guard, by: written.guard === 'relative' ? 1e-9 : guard },
    })
    const edge = place.numbers.edge(one, owner === 'above' ? 'low' : 'high')
    return [`${value}${owner === 'above' ? '>=' : '>'}${edge}`, outcomes[n + 1]!]
  })
  return within(tests, cases(above.toReversed(), outcomes[0]!))
}

/** The band of a number by a dimension's bands; `value` is a cell. */
export function bandOfScore({ path, banding }: Dimension, value: Text, place: Place): Text {
  const outcomes = banding.outcomes.map((one) => (one?.band == null ? BLANK : quoted(one.band)))
  const names = banding.outcomes.map((one) => one?.band ?? 'nothing')
  return byStretch(
    banding,
    { cell: value, tests: [`ISNUMBER(${value})`] },
    outcomes,
    { path, names: names.map((name) => `score ${name}`), guard: 'absolute', format: null },
    place,
  )
}

/** The band that a text names, by name or label, case forgiven. */
export function bandNamed(bands: readonly Band[], given: Text): Text {
  const spelt = (band: Band, word: string): [Text, Text] => [`${given}=${quoted(oneSpaced(word))}`, quoted(band.name)]
  return cases([...bands.map((band) => spelt(band, band.name)), ...bands.map((band) => spelt(band, band.label))], BLANK)
}

/** The name of a rung by its rank. */
export function rungNamed(ladder: readonly Band[], said: SaidNumber, grid: Grid): Text {
  const rank = atom(said, grid).text
  return chain(
    ladder.map((band, n): [Text, Text] => [`${rank}=${n}`, quoted(band.name)]),
    { grid },
  )
}
