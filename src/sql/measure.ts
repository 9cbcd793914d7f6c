import type { Dimension, Measure } from '../model/group.ts'
import { bandOf } from './banding.ts'
import { change, type Changed } from './changes.ts'
import { say } from './expression.ts'
import { NOTHING, numeric, textual, type Said } from './said.ts'
import { mayChange } from './members.ts'
import { pointsOfBand, type Part, type Place } from './place.ts'
import { cases, casesOf, NULL, sql, type Sql } from './sql.ts'
import { verdictOf, type Verdict } from './verdict.ts'

/** Says one measure that is not off. `applies`: where it does, its own condition and those above; null: always. */
export function sayMeasure(measure: Measure, above: Dimension, applies: Sql | null, place: Place): Part {
  const { path, missing: rule } = measure
  const define = (what: string, kind: 'number' | 'text' | 'truth', value: Sql, follows = false): Sql =>
    place.define(path, what, kind, 'measures', value, follows)
  const verdict = withData(verdictOf(measure, valueOf(measure, place), place), measure, applies, place)
  const plain = !mayChange(measure) && place.overrides?.reaches(path) !== true
  const bare = plain && (rule.kind === 'skip' || rule.kind === 'withhold')
  const isBand = bare && isSimple(verdict)
  const judged = verdict.kind === 'labels' ? define(isBand ? 'band' : 'judged', 'text', verdict.sql) : null
  const raw = define(bare ? place.numberOf(path) : 'raw', 'number', pointsOf(verdict, judged, place), fixed(verdict))

  const scored = scoredWhere(verdict, judged, place)
  const both = applies !== null && scored !== null ? sql`(${applies} and ${scored})` : (applies ?? scored)
  const active = both === null ? null : define('active', 'truth', both)

  const fallback =
    rule.kind === 'points' ? rule.points : rule.kind === 'band' ? (rule.points ?? pointsOfBand(place, rule.band)) : null
  const filled = fallback === null ? raw : onlyWhere(active, sql`coalesce(${raw}, ${place.sheet.number(fallback)})`)
  const size = Math.max(sizeOf(verdict), Math.abs(fallback ?? 0))
  const calculated = plain ? filled : define('calculated', 'number', filled)
  const changing = {
    path,
    phase: 'measures' as const,
    round: measure.round,
    modifiers: measure.modifiers,
    bands: above,
    inside: null,
  }
  const changed: Changed = change(numeric(calculated, size), changing, place)
  const points = bare ? raw : define(place.numberOf(path), 'number', onlyWhere(plain ? null : active, changed.points))

  if (!isBand) {
    const own = judgedBand(verdict, judged, raw, rule.kind === 'band' ? rule.band : null, active, place)
    const kept = own === null || plain ? own : cases([[sql`${points} = ${calculated}`, own]])
    const always =
      verdict.kind === 'labels' && verdict.labels.every((label) => label.band !== null || label.points === null)
    const needsPoints = !(plain && always && (rule.kind === 'skip' || rule.kind === 'withhold' || rule.kind === 'band'))
    const candidates = [changed.band, kept, needsPoints ? bandOf(above.banding, points, place) : null].filter(
      (one) => one !== null,
    )
    define('band', 'text', onlyWhere(changed.band === null ? null : active, coalesced(candidates)), bare)
  }

  const missing = sql`${raw} is null`
  const because = place.explains ? becauseOf(verdict, judged, raw, place) : null
  const lacking = sql`(${missing} and ${points} is null)`
  return {
    member: measure,
    children: [],
    weight: measure.weight,
    points,
    calculated: plain ? points : calculated,
    changes: !plain,
    missing,
    because: because === null ? null : define('because', 'text', because),
    active,
    coverage: cases([[sql`${raw} is not null`, place.sheet.number(1)]], place.sheet.number(0)),
    coverageMayLack: false,
    withheld:
      rule.kind === 'withhold'
        ? define('withheld', 'truth', active === null ? lacking : sql`(${active} and ${lacking})`)
        : null,
    size: changed.size,
  }
}

/** What is judged: a rung by its name. */
function valueOf(measure: Measure, place: Place): Said {
  if (measure.value === null) return NOTHING
  const said = say(measure.value, place.reader)
  if (measure.value.type !== 'band' || said.kind !== 'number') return said
  const { text } = place.sheet.dialect
  return textual(
    casesOf(
      said.sql,
      place.ladder.map((band, rank) => [sql`${String(rank)}`, sql`${text(band.name.toLowerCase())}`]),
    ),
  )
}

/** Nothing is judged where the measure does not apply, nor where its data is stale and that counts as missing. */
function withData(verdict: Verdict, { stale }: Measure, applies: Sql | null, place: Place): Verdict {
  const tests = applies === null ? [] : [applies]
  if (stale !== null && stale.treat === 'missing') {
    const { asOf } = place.reader
    const by = place.reader.input(stale.by)
    tests.push(
      asOf === null || by.kind !== 'number'
        ? sql`false`
        : sql`${asOf} - ${by.sql} <= ${place.sheet.plainNumber(stale.after)}`,
    )
  }
  if (tests.length === 0) return verdict
  const when = tests.length === 1 ? tests[0]! : sql`${tests[0]!} and ${tests[1]!}`
  if (verdict.kind === 'labels')
    return {
      ...verdict,
      sql: cases([[when, verdict.sql]]),
      points: verdict.points === null ? null : cases([[when, verdict.points]]),
    }
  const { said, unscored } = verdict
  return {
    ...verdict,
    said: { ...said, sql: cases([[when, said.sql]]) },
    unscored: unscored === null ? null : cases([[when, unscored]], sql`false`),
  }
}

function pointsOf(verdict: Verdict, judged: Sql | null, place: Place): Sql {
  if (verdict.kind === 'number') return verdict.said.sql
  if (verdict.points !== null) return verdict.points
  if (judged === null) return NULL
  const points = casesOf(
    judged,
    verdict.labels.flatMap((label): [Sql, Sql][] =>
      label.points === null || label.points.kind !== 'number' ? [] : [[quoted(label.label, place), label.points.sql]],
    ),
  )
  return sql`cast(${points} as ${place.sheet.dialect.double})`
}

/** Whether its numbers are written in the model, by label: null where nothing is judged. */
function fixed(verdict: Verdict): boolean {
  return (
    verdict.kind === 'labels' &&
    verdict.points === null &&
    verdict.labels.every(({ points }) => (points?.sql.uses.length ?? 0) === 0)
  )
}

function sizeOf(verdict: Verdict): number {
  if (verdict.kind === 'number') return verdict.said.size
  return Math.max(0, ...verdict.labels.map((label) => label.points?.size ?? 0))
}

/** Whether all that it says are bands, by their names. */
function isSimple(verdict: Verdict): boolean {
  return verdict.kind === 'labels' && verdict.labels.every((label) => label.band === label.label)
}

/** Where it is not left unscored on purpose; null: everywhere. */
function scoredWhere(verdict: Verdict, judged: Sql | null, place: Place): Sql | null {
  if (verdict.kind === 'number') return verdict.unscored === null ? null : sql`(not ${verdict.unscored})`
  const unscored = verdict.labels.find((label) => label.points === null)
  return unscored === undefined || judged === null
    ? null
    : sql`coalesce(${judged} <> ${quoted(unscored.label, place)}, true)`
}

/** The reason of the outcome; null where the judge gives none. Points that are missing are no outcome. */
function becauseOf(verdict: Verdict, judged: Sql | null, raw: Sql, place: Place): Sql | null {
  if (verdict.kind === 'number') {
    return verdict.because === null ? null : cases([[sql`${raw} is not null`, verdict.because]])
  }
  const { text } = place.sheet.dialect
  const reasons = verdict.labels.flatMap((label): [Sql, Sql][] => {
    if (label.because === null) return []
    const given = sql`${judged!} = ${text(label.label)}`
    const mayLack = label.points !== null && label.points.sql.uses.length > 0
    return [[mayLack ? sql`${given} and ${raw} is not null` : given, sql`${text(label.because)}`]]
  })
  return reasons.length === 0 ? null : cases(reasons)
}

/** The band that the judge itself gave, or the missing rule; null where neither gives one. */
function judgedBand(
  verdict: Verdict,
  judged: Sql | null,
  raw: Sql,
  ruled: string | null,
  active: Sql | null,
  place: Place,
): Sql | null {
  const { dialect } = place.sheet
  const named = verdict.kind === 'labels' ? verdict.labels.filter((label) => label.band !== null) : []
  const own =
    judged === null || named.length === 0
      ? null
      : isSimple(verdict)
        ? judged
        : casesOf(
            judged,
            named.map((label) => [quoted(label.label, place), sql`${dialect.text(label.band!)}`]),
          )
  if (ruled === null) return own
  return onlyWhere(active, cases([[sql`${raw} is null`, sql`${dialect.text(ruled)}`]], own))
}

function onlyWhere(active: Sql | null, value: Sql): Sql {
  return active === null ? value : cases([[active, value]])
}

function coalesced(parts: readonly Sql[]): Sql {
  if (parts.length <= 1) return parts[0] ?? NULL
  return parts.slice(1).reduce((all, part) => sql`coalesce(${all}, ${part})`, parts[0]!)
}

function quoted(label: string, { sheet: { dialect } }: Place): Sql {
  return sql`${dialect.text(label)}`
}
