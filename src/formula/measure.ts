import type { Dimension, Measure } from '../model/group.ts'
import { bandOfScore } from './banding.ts'
import { change } from './changes.ts'
import { pointsOfBand, type Place, type Said } from './place.ts'
import { weightOf } from './weights.ts'
import { pointsByLabel } from './points-by-label.ts'
import { all, BLANK, cases, not, quoted, type Text } from './text.ts'
import { chain } from './spread.ts'
import { judgedValue, verdictOf, type Verdict } from './verdict.ts'

/** Says one measure that is not off. `applies`: where it does, its own condition and those above. */
export function sayMeasure(measure: Measure, above: Dimension, applies: Text, place: Place): Said {
  const { path, label, missing: rule } = measure
  const shownPoints = { label: `${label} points`, part: 'measures' as const }
  const shownBand = { label: `${label} band`, part: 'measures' as const }
  const define = (what: string, value: Text): Text => place.define(path, what, value)
  const verdict = withData(verdictOf(measure, judgedValue(measure, place), place), measure, applies, place)
  const plain = measure.round === null && measure.modifiers.length === 0
  const bare = plain && (rule.kind === 'skip' || rule.kind === 'withhold')
  const simple =
    verdict.kind === 'labels' && verdict.labels.every((one) => one.band === one.label && one.points !== null)

  // The band is all that the judge says, in the simplest case: points are then read from it.
  const judged =
    verdict.kind !== 'labels'
      ? null
      : simple && bare
        ? place.define(path, 'band', verdict.text, shownBand)
        : define('judged', verdict.text)
  const points0 = pointsOf(verdict, judged, place)
  const byLabel = verdict.kind === 'labels' && judged !== null ? { cell: judged, labels: verdict.labels } : null
  const raw = bare
    ? place.define(path, 'number', points0, byLabel === null ? shownPoints : { ...shownPoints, follows: true, byLabel })
    : define('raw', points0)
  const active0 = all([applies, not(unscoredWhere(verdict, judged))])
  const active = active0 === 'TRUE' ? active0 : define('active', active0)

  const fallback = fallbackOf(measure, place)
  const filled =
    fallback === null
      ? raw
      : cases([
          [`ISNUMBER(${raw})`, raw],
          [active, fallback],
        ])
  const calculated = plain ? filled : define('calculated', filled)
  const changed = change(
    calculated,
    { path, round: measure.round, modifiers: measure.modifiers, bands: above, inside: null },
    place,
  )
  const points = bare
    ? raw
    : place.define(path, 'number', plain ? changed.points : cases([[active, changed.points]]), shownPoints)

  if (!(simple && bare)) {
    const own = judgedBand(verdict, judged, raw, rule.kind === 'band' ? rule.band : null, active, place)
    const kept = own === null || plain ? own : cases([[all([`ISNUMBER(${points})`, `${points}=${calculated}`]), own]])
    const byPoints = bandOfScore(above, points, place)
    const bands = [changed.band, kept, byPoints].filter((one) => one !== null)
    const first = bands.slice(0, -1).reduceRight((rest, one) => {
      const cell = place.grid.once(one)
      return cases([[`${cell}<>""`, cell]], rest)
    }, bands.at(-1)!)
    place.define(path, 'band', cases([[active, first]]), shownBand)
  }
  const lacking = all([not(`ISNUMBER(${raw})`), not(`ISNUMBER(${points})`), active])
  return {
    weight: weightOf(measure, above, place),
    points,
    active,
    coverage: `ISNUMBER(${raw})`,
    coverageMayLack: false,
    coverageIsTest: true,
    withheld: rule.kind === 'withhold' ? define('withheld', lacking) : 'FALSE',
  }
}

/** Points that the missing rule gives; null where it gives none. */
function fallbackOf({ missing: rule, path }: Measure, place: Place): Text | null {
  if (rule.kind === 'skip' || rule.kind === 'withhold') return null
  const { points } = rule
  if (points === null) return pointsOfBand(place, rule.kind === 'band' ? rule.band : null)
  const label = 'points where missing'
  return place.numbers.say(place.numberOf(path, label, { label, value: points, format: null, guard: null }))
}

/** Nothing is judged where the measure does not apply, nor where its data is stale and that counts as missing. */
function withData(verdict: Verdict, { stale, path }: Measure, applies: Text, place: Place): Verdict {
  const tests = [applies]
  if (stale !== null && stale.treat === 'missing') {
    const label = 'stale after (days)'
    const after = place.numbers.say(
      place.numberOf(path, label, { label, value: stale.after, format: null, guard: null }),
    )
    const by = place.reader.input(stale.by)
    tests.push(by.kind === 'number' ? `IFERROR(${place.reader.asOf().text}-${by.text}<=${after},FALSE)` : 'FALSE')
  }
  const when = all(tests)
  if (when === 'TRUE') return verdict
  const text = cases([[place.grid.once(when), verdict.text]])
  return verdict.kind === 'labels'
    ? { ...verdict, text }
    : { ...verdict, text, unscored: all([when, verdict.unscored]) }
}

function pointsOf(verdict: Verdict, judged: Text | null, place: Place): Text {
  if (verdict.kind === 'number' || judged === null) return verdict.kind === 'number' ? verdict.text : BLANK
  return pointsByLabel(judged, verdict.labels, place)
}

/** Where it is left unscored on purpose. */
function unscoredWhere(verdict: Verdict, judged: Text | null): Text {
  if (verdict.kind === 'number') return verdict.unscored
  const unscored = verdict.labels.find((label) => label.points === null)
  return unscored === undefined || judged === null ? 'FALSE' : `${judged}=${quoted(unscored.label)}`
}

/** The band that the judge itself gave, or the missing rule; null where neither gives one. */
function judgedBand(
  verdict: Verdict,
  judged: Text | null,
  raw: Text,
  ruled: string | null,
  active: Text,
  place: Place,
): Text | null {
  const named = verdict.kind === 'labels' ? verdict.labels.filter((label) => label.band !== null) : []
  const own =
    judged === null || named.length === 0
      ? null
      : chain(
          named.map((label): [Text, Text] => [`${judged}=${quoted(label.label)}`, quoted(label.band!)]),
          place,
        )
  if (ruled === null) return own
  return cases([[all([not(`ISNUMBER(${raw})`), active]), quoted(ruled)]], own ?? BLANK)
}
