import type { Dimension, Modifier, Rounding, Scale } from '../model/group.ts'
import { bandNamed } from './banding.ts'
import { condition, numberOf, say } from './expression.ts'
import type { Place } from './place.ts'
import { rounded } from './rounding.ts'
import { clean, isPresent, type SaidNumber } from './said.ts'
import { all, BLANK, cases, isAtom, number, quoted, type Text } from './text.ts'

/** A number after rounding and modifiers. */
export interface Changed {
  readonly points: Text
  /** Set by an override; null where none can. */
  readonly band: Text | null
}

export interface Changing {
  readonly path: string
  readonly round: Rounding | null
  readonly modifiers: readonly Modifier[]
  /** The dimension whose bands an override names. */
  readonly bands: Dimension
  /** Held inside afterwards; null where no scale was declared. */
  readonly inside: Pick<Scale, 'low' | 'high'> | null
}

/** What makes of a number what counts, one column a step, in the written order. */
export function change(calculated: Text, changing: Changing, place: Place): Changed {
  const { path, round, modifiers, inside } = changing
  let points = calculated
  let band: Text | null = null
  let steps = 0
  const step = (value: Text): void => {
    points = place.define(path, `step ${++steps}`, value)
  }
  if ((round !== null || modifiers.length > 0 || inside !== null) && !isAtom(points)) step(points)
  if (round !== null) step(`IFERROR(${rounded(points, round.direction, round.places, number(round.guard))},${points})`)
  for (const [n, modifier] of modifiers.entries()) {
    const applies = place.define(path, `change ${n + 1} applies`, inForce(modifier, changing, place))
    const given = amountOf(modifier, n, path, place)
    if (modifier.kind === 'override') {
      const set = place.grid.once(bandSet(modifier, changing.bands, place))
      const has = given === null ? `${set}<>""` : isPresent(given)
      const takes = place.define(path, `change ${n + 1} takes`, all([applies, has]))
      band = place.define(path, `change ${n + 1} band`, cases([[takes, set]], band ?? BLANK))
      if (given !== null) step(cases([[takes, given.text]], points))
    } else if (given !== null) step(changedBy(modifier.kind, points, given, applies))
  }
  if (inside !== null) points = held(points, inside, path, place)
  return { points, band }
}

function changedBy(kind: Exclude<Modifier['kind'], 'override'>, before: Text, amount: SaidNumber, applies: Text): Text {
  const x = amount.text
  const when = all([applies, `ISNUMBER(${before})`, isPresent(amount)])
  switch (kind) {
    case 'cap':
    case 'floor':
      return cases([[all([when, `${before}${kind === 'cap' ? '>' : '<'}${x}`]), x]], before)
    default: {
      const sign = kind === 'multiply' ? '*' : kind === 'penalty' ? '-' : '+'
      return `IFERROR(${cases([[when, `${before}${sign}${x}`]], before)},${before})`
    }
  }
}

function held(points: Text, { low, high }: Pick<Scale, 'low' | 'high'>, path: string, place: Place): Text {
  const limit = (label: string, value: number): Text =>
    place.numbers.say(place.numberOf(path, label, { label, value, format: null, guard: null }))
  const [least, most] = [limit('lowest score', low), limit('highest score', high)]
  return `IF(ISNUMBER(${points}),${cases(
    [
      [`${points}<${least}`, least],
      [`${points}>${most}`, most],
    ],
    points,
  )},"")`
}

/** Its amount as a cell: a number that is written is one people may change. */
function amountOf(modifier: Modifier, n: number, path: string, place: Place): SaidNumber | null {
  if (modifier.amount === null) return null
  const { expression, text } = modifier.amount
  if (expression.kind === 'number') {
    const label = `change ${n + 1}: ${modifier.kind}${modifier.because === null ? '' : ` (${modifier.because})`}`
    const one = { label, value: expression.value, format: text.endsWith('%') ? '0.##%' : null, guard: null }
    return {
      kind: 'number',
      text: place.numbers.say(place.numberOf(path, `change ${n + 1}`, one)),
      lacks: false,
      loose: false,
    }
  }
  const said = numberOf(modifier.amount, place.reader, { numbers: place.numbers, of: path })
  return { ...said, text: place.grid.once(clean(said)), loose: false }
}

/** Whether its condition, its last day and its reason let it apply. */
function inForce(modifier: Modifier, { path }: Changing, place: Place): Text {
  const { reader } = place
  const { when, until, becauseFrom, because, reasonRequired } = modifier
  const tests: Text[] = []
  if (when !== null) tests.push(condition(when, reader, { numbers: place.numbers, of: path }))
  if (until !== null) {
    const last = place.grid.once(clean(numberOf(until, reader)))
    const asOf = reader.asOf().text
    tests.push(`IF(ISNUMBER(${last}),IF(ISNUMBER(${asOf}),${last}>=${asOf},FALSE),TRUE)`)
  }
  if (reasonRequired && !(because !== null && because.trim() !== '')) {
    const given = becauseFrom === null ? null : say(becauseFrom, reader)
    tests.push(given?.kind === 'text' ? (given.lacks ? `${given.text}<>""` : 'TRUE') : 'FALSE')
  }
  return all(tests)
}

function bandSet(modifier: Modifier, { bands }: Dimension, place: Place): Text {
  if (modifier.bandFrom === null) return modifier.band === null ? BLANK : quoted(modifier.band)
  const given = say(modifier.bandFrom, place.reader)
  if (given.kind === 'text') return bandNamed(bands, place.grid.once(given.text))
  if (given.kind !== 'number') return BLANK
  const rank = place.grid.once(clean(given))
  return cases(bands.map((band, n): [Text, Text] => [`${rank}=${n}`, quoted(band.name)]))
}
