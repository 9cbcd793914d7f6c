import { folded } from '../model/domain.ts'
import type { Measure } from '../model/group.ts'
import type {
  AxisKey,
  Axis,
  CaseResult,
  CasesJudge,
  GridJudge,
  LineEnd,
  LineJudge,
  Outcome,
  Range,
} from '../model/judge.ts'
import { minus, over, plus, settled, times, totalOf } from './arithmetic.ts'
import { byStretch } from './banding.ts'
import { condition, finite, numberOf, say } from './expression.ts'
import { constant, numeric, type Said } from './said.ts'
import { foldedText } from './literals.ts'
import { isListed } from './listed.ts'
import { pointsOfBand, type Place } from './place.ts'
import type { Sheet } from './sheet.ts'
import { cases, joined, NULL, sql, UNKNOWN, type Sql } from './sql.ts'

/** What a judge says: one of some labels as text, or a number. Both are null where it is missing. */
export type Verdict =
  /** `points`: what the label is worth, found without it, which is sooner; null where conditions are too long to be said twice. */
  | { readonly kind: 'labels'; readonly sql: Sql; readonly points: Sql | null; readonly labels: readonly Label[] }
  /** `unscored`: where it is deliberately no number. `because`: the reasons, where it is said why. */
  | { readonly kind: 'number'; readonly said: Said; readonly unscored: Sql | null; readonly because: Sql | null }

/** An outcome by a name of its own. Without points it is unscored. */
export interface Label {
  readonly label: string
  readonly band: string | null
  readonly points: Said | null
  /** Told apart only where it is said why. */
  readonly because: string | null
}

/** What the judge of a measure says of its value. */
export function verdictOf(measure: Measure, value: Said, place: Place): Verdict {
  const { judge } = measure
  const computed = measure.value?.computed ?? false
  switch (judge.kind) {
    case 'ranges': {
      const said = labelled(place)
      if (value.kind !== 'number') return said.verdict(NULL)
      const x = place.sheet.once(value.sql, 'number')
      return said.twice((outcome) => byStretch(judge.banding, x, judge.banding.outcomes.map(outcome), place))
    }
    case 'choices': {
      const said = labelled(place)
      if (value.kind === 'nothing') return said.verdict(NULL)
      const x = { ...value, sql: place.sheet.once(value.sql, value.kind) }
      const tests = judge.rows.map((row) => isOneOf(x, row.values, place))
      if (judge.otherwise !== null) tests.push(sql`${x.sql} is not null`)
      const outcomes = [...judge.rows.map((row) => row.outcome), judge.otherwise]
      return said.twice((outcome) => cases(tests.map((test, n) => [test, outcome(outcomes[n]!)])))
    }
    case 'line':
      return value.kind === 'number'
        ? line(judge, value, computed, place)
        : { kind: 'number', said: numeric(NULL, 0), unscored: null, because: null }
    case 'points': {
      const said = settled(numberOf(judge.formula, place.reader), place.sheet)
      return { kind: 'number', said, unscored: null, because: null }
    }
    case 'cases':
      return judge.hit === 'first' ? firstCase(judge, place) : allCases(judge, place)
    case 'grid':
      return grid(judge, place)
  }
}

/** Gives every distinct outcome a label: its band where that says all, else with a number behind it. */
function labelled(place: Place) {
  const labels: Label[] = []
  const known = new Map<string, string>()
  const add = (key: string, wanted: string, band: string | null, points: Said | null, why: string | null): Sql => {
    const because = place.explains ? why : null
    let label = known.get(JSON.stringify([key, because]))
    if (label === undefined) {
      label = wanted
      for (let n = 2; labels.some((one) => one.label === label); n++) label = `${wanted} ${n}`
      known.set(JSON.stringify([key, because]), label)
      labels.push({ label, band, points, because })
    }
    return sql`${place.sheet.dialect.text(label)}`
  }
  const pointsOf = (one: Outcome | null): Sql =>
    one === null || (one.band === null && one.points === null)
      ? NULL
      : place.sheet.number(one.points ?? pointsOfBand(place, one.band!))
  const fixed = (band: string | null, points: number | null, why: string | null): Sql => {
    if (band === null && points === null) return add('unscored', 'unscored', null, null, why)
    const worth = points ?? pointsOfBand(place, band)
    return add(
      JSON.stringify([band, worth]),
      band ?? `${worth} points`,
      band,
      { ...constant(worth, place.sheet), sql: place.sheet.plainNumber(worth) },
      why,
    )
  }
  const outcome = (one: Outcome | null): Sql => (one === null ? NULL : fixed(one.band, one.points, one.because))
  const verdict = (text: Sql, points: Sql | null = null): Verdict => ({ kind: 'labels', sql: text, points, labels })
  return {
    outcome,
    result: (result: CaseResult, at: number, why: string | null): Sql => {
      if (result.kind === 'band') return fixed(result.band, result.points, why)
      if (result.kind === 'unscored') return fixed(null, null, why)
      return add(`case ${at}`, `case ${at}`, null, settled(numberOf(result.formula, place.reader), place.sheet), why)
    },
    verdict,
    /** By labels, and by what they are worth. */
    twice: (rows: (of: (one: Outcome | null) => Sql) => Sql): Verdict => verdict(rows(outcome), rows(pointsOf)),
  }
}

function firstCase(judge: CasesJudge, place: Place): Verdict {
  const said = labelled(place)
  const rows = judge.cases.map((one, n): [Sql, Sql] => [
    condition(one.when, place.reader),
    said.result(one.result, n + 1, one.because),
  ])
  const otherwise = judge.otherwise === null ? null : said.result(judge.otherwise, 0, null)
  return said.verdict(cases(rows, otherwise))
}

/** What does not hold adds nothing; points that are missing make all missing. */
function allCases(judge: CasesJudge, place: Place): Verdict {
  const { sheet, reader, explains } = place
  const { number } = sheet
  const worth = (result: CaseResult): Said => {
    if (result.kind === 'points') return numberOf(result.formula, reader)
    const points = result.kind === 'band' ? (result.points ?? pointsOfBand(place, result.band)) : 0
    return constant(points, sheet)
  }
  const conditions = judge.cases.map((one) => sheet.once(condition(one.when, reader), 'truth'))
  const terms = [
    constant(judge.from, sheet),
    ...judge.cases.map((one, n): Said => {
      const points = worth(one.result)
      return { ...points, sql: cases([[conditions[n]!, points.sql]], number(0)) }
    }),
  ]
  if (judge.otherwise !== null && judge.otherwise.kind !== 'unscored') {
    const points = worth(judge.otherwise)
    terms.push({ ...points, sql: cases([[joined(conditions, ' or '), number(0)]], points.sql) })
  }
  const sum = totalOf(terms, sheet)
  const said = settled(finite({ ...sum, sql: sql`(${sum.sql})` }, sheet), sheet)
  const because = explains ? reasonsOf(judge, conditions, sheet) : null
  return { kind: 'number', said, unscored: null, because }
}

/** The reasons of all that hold, one after the other. */
function reasonsOf(judge: CasesJudge, conditions: readonly Sql[], sheet: Sheet): Sql | null {
  const reasons = judge.cases.flatMap(({ because }, n) => (because === null ? [] : [{ because, when: conditions[n]! }]))
  if (reasons.length === 0) return null
  const { text } = sheet.dialect
  const each = reasons.map(({ because, when }) => cases([[when, sql`${text(`; ${because}`)}`]], sql`''`))
  const some = joined(
    reasons.map(({ when }) => when),
    ' or ',
  )
  return cases([[some, sql`substr(${joined(each, ' || ')}, 3)`]])
}

function line(judge: LineJudge, value: Said, computed: boolean, { sheet }: Place): Verdict {
  const { knots } = judge
  const { number } = sheet
  const given = settled(value, sheet)
  const x = sheet.once(given.sql, 'number')
  const met = knots.map((knot): [Sql, Sql] => [
    computed
      ? sql`abs(${x} - ${number(knot.at)}) <= ${number(1e-9 * Math.max(1, Math.abs(knot.at)))}`
      : sql`${x} = ${number(knot.at)}`,
    number(knot.owner === 'above' ? knot.after : knot.before),
  ])
  const farthest = Math.max(...knots.map((knot) => Math.abs(knot.at)))
  const piece = (at: number, size: number): Sql => {
    const left = knots[at]!
    const right = knots[at + 1]!
    const along = minus(numeric(x, size, given.least), constant(left.at, sheet), sheet)
    const rise = times(along, constant(right.before - left.after, sheet), sheet)
    return plus(constant(left.after, sheet), over(rise, constant(right.at - left.at, sheet), sheet), sheet).sql
  }
  const beyond = (end: LineEnd, edge: number, at: number): Sql => {
    if (end.kind === 'unscored') return NULL
    if (end.kind === 'points') return number(end.points)
    return end.kind === 'hold' || knots.length === 1 ? number(edge) : piece(at, given.size)
  }
  const below: [Sql, Sql] = [sql`${x} < ${number(knots[0]!.at)}`, beyond(judge.below, knots[0]!.before, 0)]
  const between = knots
    .slice(1)
    .map((knot, n): [Sql, Sql] => [sql`${x} < ${number(knot.at)}`, piece(n, Math.min(farthest, given.size))])
  const above: [Sql, Sql] = [sql`${x} is not null`, beyond(judge.above, knots.at(-1)!.after, knots.length - 2)]
  const goesOn = judge.below.kind === 'extend' || judge.above.kind === 'extend'
  const ends = [judge.below, judge.above].map((end) => (end.kind === 'points' ? Math.abs(end.points) : 0))
  const size = Math.max(...ends, ...knots.flatMap((knot) => [Math.abs(knot.before), Math.abs(knot.after)]))
  const said = numeric(cases([...met, below, ...between, above]), goesOn ? Infinity : size * 4)
  const flags = [below, ...between, above].map(([when], n, all): [Sql, Sql] => {
    const end = n === 0 ? judge.below : n === all.length - 1 ? judge.above : null
    return [when, sql`${String(end?.kind === 'unscored')}`]
  })
  const mayLack = judge.below.kind === 'unscored' || judge.above.kind === 'unscored'
  return {
    kind: 'number',
    said: settled(finite(said, sheet), sheet),
    unscored: mayLack ? cases([...met.map(([when]): [Sql, Sql] => [when, sql`false`]), ...flags], sql`false`) : null,
    because: null,
  }
}

function grid(judge: GridJudge, place: Place): Verdict {
  const said = labelled(place)
  const down = place.sheet.once(keyOf(judge.down, place), 'number')
  const across = place.sheet.once(keyOf(judge.across, place), 'number')
  const rows = judge.cells.map((cells, n): [Sql, Sql] => [
    sql`${down} = ${String(n + 1)}`,
    cases(cells.map((cell, k) => [sql`${across} = ${String(k + 1)}`, said.outcome(cell)])),
  ])
  return said.verdict(cases(rows))
}

/** The place of the first key that holds, from 1, `otherwise` last; null where none does. */
function keyOf(axis: Axis, place: Place): Sql {
  const value = say(axis.value, place.reader)
  const x = value.kind === 'nothing' ? UNKNOWN : place.sheet.once(value.sql, value.kind)
  const read: Said = { ...value, sql: x }
  const rows = axis.keys.map((key, n): [Sql, Sql] => [
    keyHolds(key, read, axis.value.computed, place),
    sql`${String(n + 1)}`,
  ])
  const otherwise = axis.keys.findIndex((key) => key.kind === 'otherwise')
  if (otherwise !== -1) rows.push([sql`${x} is not null`, sql`${String(otherwise + 1)}`])
  return sql`cast(${cases(rows)} as integer)`
}

function keyHolds(key: AxisKey, value: Said, computed: boolean, place: Place): Sql {
  switch (key.kind) {
    case 'missing':
      return sql`${value.sql} is null`
    case 'otherwise':
      return sql`false`
    case 'values':
      return isOneOf(value, key.values, place)
    case 'ranges':
      if (value.kind !== 'number') return sql`false`
      return sql`(${joined(
        key.ranges.map((range) => isWithin(range, value.sql, computed, place.sheet)),
        ' or ',
      )})`
  }
}

function isWithin(
  { low, high, lowIncluded, highIncluded }: Range,
  x: Sql,
  computed: boolean,
  { plainNumber }: Sheet,
): Sql {
  const guard = (at: number): number => (computed ? 1e-9 * Math.max(1, Math.abs(at)) : 0)
  const tests = [sql`${x} is not null`]
  if (low !== null) {
    const edge = lowIncluded ? low - guard(low) : low + guard(low)
    tests.push(sql`${x} ${lowIncluded ? '>=' : '>'} ${plainNumber(edge)}`)
  }
  if (high !== null) {
    const edge = highIncluded ? high + guard(high) : high - guard(high)
    tests.push(sql`${x} ${highIncluded ? '<=' : '<'} ${plainNumber(edge)}`)
  }
  return joined(tests, ' and ')
}

/** Whether a value is one of those, as choices are written: yes and no for a condition. */
function isOneOf(value: Said, values: readonly string[], place: Place): Sql {
  const x = value.sql
  if (value.kind === 'truth') {
    const words = new Set(values.map(folded))
    const either = [...(words.has('yes') ? [x] : []), ...(words.has('no') ? [sql`not ${x}`] : [])]
    return either.length === 0 ? sql`false` : joined(either, ' or ')
  }
  if (value.kind === 'number') place.reader.refuse('numbers judged as words')
  if (value.kind !== 'text' || values.length === 0) return sql`false`
  const all = values.map((one) => foldedText(place.sheet.dialect, one))
  return all.length === 1 ? sql`${x} = ${all[0]!}` : isListed(x, all, place.sheet.dialect)
}
