import { folded } from '../model/domain.ts'
import type { Unit } from '../model/expression.ts'
import type { Measure } from '../model/group.ts'
import type {
  Axis,
  AxisKey,
  CaseResult,
  CasesJudge,
  GridJudge,
  LineEnd,
  LineJudge,
  Outcome,
  Range,
} from '../model/judge.ts'
import { byStretch, rungNamed } from './banding.ts'
import { condition, numberOf, say } from './expression.ts'
import type { Grid } from './grid.ts'
import { anyOf, chain, total } from './spread.ts'
import { oneSpaced } from './inputs.ts'
import { pointsOfBand, type Label, type Place } from './place.ts'
import { atom, atomOf, clean, isThere, NOTHING, textual, type Said, type SaidNumber } from './said.ts'
import { all, any, BLANK, cases, not, quoted, type Text } from './text.ts'

/** What a judge says of a value: one of some labels, or a number. An empty text where it is missing. */
export type Verdict =
  | { readonly kind: 'labels'; readonly text: Text; readonly labels: readonly Label[] }
  /** `unscored`: where it is deliberately no number. */
  | { readonly kind: 'number'; readonly text: Text; readonly unscored: Text }

/** What the judge of a measure says of its value. */
export function verdictOf(measure: Measure, value: Said, place: Place): Verdict {
  const { judge, path } = measure
  const { grid } = place
  switch (judge.kind) {
    case 'ranges': {
      const said = labelled(path, place)
      if (value.kind !== 'number') return said.verdict(BLANK)
      const names = judge.banding.outcomes.map(
        (one) => one?.band ?? (one?.points == null ? 'nothing' : `${one.points} points`),
      )
      const outcomes = judge.banding.outcomes.map(said.outcome)
      const written = { path, names, guard: 'relative' as const, format: formatOf(measure.value?.unit ?? null) }
      return said.verdict(byStretch(judge.banding, cellOf(value, grid), outcomes, written, place))
    }
    case 'choices': {
      const said = labelled(path, place)
      if (value.kind === 'nothing') return said.verdict(BLANK)
      const x = atomOf(value, place.grid)
      const rows = judge.rows.map((row): [Text, Text] => [isOneOf(x, row.values, place), said.outcome(row.outcome)])
      if (judge.otherwise !== null) rows.push([isThere(x), said.outcome(judge.otherwise)])
      return said.verdict(chain(rows, place))
    }
    case 'line':
      return value.kind === 'number'
        ? line(judge, atom(value, grid).text, measure, place)
        : { kind: 'number', text: BLANK, unscored: 'FALSE' }
    case 'points':
      return { kind: 'number', text: clean(numberOf(judge.formula, place.reader)), unscored: 'FALSE' }
    case 'cases':
      return judge.hit === 'first' ? firstCase(judge, path, place) : allCases(judge, path, place)
    case 'grid':
      return tableCell(judge, path, place)
  }
}

/** Where a number stands, and what must hold for it to be one: in the data itself, where it is read from there. */
function cellOf(value: SaidNumber, grid: Grid): { readonly cell: Text; readonly tests: readonly Text[] } {
  if (value.given !== undefined) return value.given
  const cell = atom(value, grid).text
  return { cell, tests: [`ISNUMBER(${cell})`] }
}

/** Thresholds look like what they are compared with. */
export function formatOf(unit: Unit | null): string | null {
  return unit === 'percent' ? '0.##%' : null
}

/** Gives every distinct outcome a label: its band where that says all, else with a number behind it. */
function labelled(path: string, place: Place) {
  const labels: Label[] = []
  const known = new Map<string, string>()
  const add = (key: string, wanted: string, band: string | null, points: Text | null): Text => {
    let label = known.get(key)
    if (label === undefined) {
      label = wanted
      for (let n = 2; labels.some((one) => one.label === label); n++) label = `${wanted} ${n}`
      known.set(key, label)
      labels.push({ label, band, points })
    }
    return quoted(label)
  }
  const fixed = (band: string | null, points: number | null): Text => {
    if (band === null && points === null) return add('unscored', 'unscored', null, null)
    return add(JSON.stringify([band, points]), band ?? `${points} points`, band, pointsFor(band, points, path, place))
  }
  return {
    outcome: (outcome: Outcome | null): Text => (outcome === null ? BLANK : fixed(outcome.band, outcome.points)),
    result: (result: CaseResult, at: number): Text => {
      if (result.kind === 'band') return fixed(result.band, result.points)
      if (result.kind === 'unscored') return fixed(null, null)
      return add(`case ${at}`, `case ${at}`, null, clean(numberOf(result.formula, place.reader)))
    },
    verdict: (text: Text): Verdict => ({ kind: 'labels', text, labels }),
  }
}

function pointsFor(band: string | null, points: number | null, path: string, place: Place): Text {
  if (points === null) return pointsOfBand(place, band)
  const label = band === null ? `points (${points} in the model)` : `points of ${band}`
  return place.numbers.say(
    place.numberOf(path, `points ${band ?? ''} ${points}`, { label, value: points, format: null, guard: null }),
  )
}

function firstCase(judge: CasesJudge, path: string, place: Place): Verdict {
  const said = labelled(path, place)
  const listed = { numbers: place.numbers, of: path }
  const rows = judge.cases.map((one, n): [Text, Text] => [
    place.grid.small(condition(one.when, place.reader, listed)),
    said.result(one.result, n + 1),
  ])
  return said.verdict(chain(rows, place, judge.otherwise === null ? BLANK : said.result(judge.otherwise, 0)))
}

/** What does not hold adds nothing; points that are missing make all missing. */
function allCases(judge: CasesJudge, path: string, place: Place): Verdict {
  const { grid, reader, numbers } = place
  const listed = { numbers, of: path }
  const worth = (result: CaseResult, at: number): Text => {
    if (result.kind === 'unscored') return '0'
    if (result.kind === 'band') return pointsFor(result.band, result.points, path, place)
    const { expression } = result.formula
    if (expression.kind !== 'number') return numberOf(result.formula, reader).text
    const label = at < 0 ? 'points otherwise' : `points where ${judge.cases[at]!.when.text}`
    return numbers.say(
      place.numberOf(path, `case ${at}`, { label, value: expression.value, format: null, guard: null }),
    )
  }
  const conditions = judge.cases.map((one) => grid.once(condition(one.when, reader, listed)))
  const from = numbers.say(
    place.numberOf(path, 'from', { label: 'starts from', value: judge.from, format: null, guard: null }),
  )
  const terms = judge.cases.map((one, n) => `IF(${conditions[n]!},${worth(one.result, n)},0)`)
  if (judge.otherwise !== null) terms.push(`IF(${any(conditions)},0,${worth(judge.otherwise, -1)})`)
  return { kind: 'number', text: `IFERROR(${total([from, ...terms], place)},"")`, unscored: 'FALSE' }
}

function line(judge: LineJudge, x: Text, measure: Measure, place: Place): Verdict {
  const { knots } = judge
  const { numbers } = place
  const computed = measure.value?.computed ?? false
  const knot = (n: number, what: 'at' | 'before' | 'after'): Text => {
    const { at, before, after, text } = knots[n]!
    const label = what === 'at' ? `knot ${n + 1}` : before === after ? `points at ${text}` : `points ${what} ${text}`
    const name = what !== 'at' && before === after ? 'points' : what
    const value = what === 'at' ? at : what === 'before' ? before : after
    const format = what === 'at' ? formatOf(measure.value?.unit ?? null) : null
    return numbers.say(place.numberOf(measure.path, `knot ${n + 1} ${name}`, { label, value, format, guard: null }))
  }
  const met = knots.map(({ owner }, n): [Text, Text] => [
    computed ? `ABS(${x}-${knot(n, 'at')})<=1E-9*MAX(1,ABS(${knot(n, 'at')}))` : `${x}=${knot(n, 'at')}`,
    knot(n, owner === 'above' ? 'after' : 'before'),
  ])
  const piece = (n: number): Text => {
    const [at, from] = [knot(n, 'at'), knot(n, 'after')]
    return `${from}+(${x}-${at})*(${knot(n + 1, 'before')}-${from})/(${knot(n + 1, 'at')}-${at})`
  }
  const last = knots.length - 1
  const beyond = (end: LineEnd, edge: Text, at: number): Text => {
    if (end.kind === 'unscored') return BLANK
    if (end.kind === 'points') {
      const label = `points ${at === 0 && end === judge.below ? 'below' : 'above'} all knots`
      return numbers.say(place.numberOf(measure.path, label, { label, value: end.points, format: null, guard: null }))
    }
    return end.kind === 'hold' || knots.length === 1 ? edge : piece(at)
  }
  const below: [Text, Text] = [`${x}<${knot(0, 'at')}`, beyond(judge.below, knot(0, 'before'), 0)]
  const between = knots.slice(1).map((_, n): [Text, Text] => [`${x}<${knot(n + 1, 'at')}`, piece(n)])
  const above = beyond(judge.above, knot(last, 'after'), last - 1)
  const value = chain([[`NOT(ISNUMBER(${x}))`, BLANK], ...met, below, ...between], place, above)
  const lacks = (end: LineEnd, test: Text): Text => (end.kind === 'unscored' ? test : 'FALSE')
  const onKnot = any(met.map(([test]) => test))
  const out = any([lacks(judge.below, below[0]), lacks(judge.above, `${x}>${knot(last, 'at')}`)])
  const unscored = out === 'FALSE' ? out : `IF(ISNUMBER(${x}),${all([out, not(onKnot)])},FALSE)`
  return { kind: 'number', text: `IFERROR(${value},"")`, unscored }
}

function tableCell(judge: GridJudge, path: string, place: Place): Verdict {
  const said = labelled(path, place)
  const down = place.grid.once(keyOf(judge.down, `${path}|down`, path, place))
  const across = place.grid.once(keyOf(judge.across, `${path}|across`, path, place))
  const rows = judge.cells.map((cells, n): [Text, Text] => [
    `${down}=${n + 1}`,
    place.grid.small(cases(cells.map((cell, k): [Text, Text] => [`${across}=${k + 1}`, said.outcome(cell)]))),
  ])
  return said.verdict(chain(rows, place))
}

/** The place of the first key that holds, from 1, `otherwise` last; missing where none does. */
function keyOf(axis: Axis, name: string, path: string, place: Place): Text {
  const x = atomOf(say(axis.value, place.reader), place.grid)
  const rows = axis.keys.map((key, n): [Text, Text] => [
    keyHolds(key, x, `${name} ${n + 1}`, axis, path, place),
    String(n + 1),
  ])
  const otherwise = axis.keys.findIndex((key) => key.kind === 'otherwise')
  if (otherwise !== -1) rows.push([isThere(x), String(otherwise + 1)])
  return chain(rows, place)
}

function keyHolds(key: AxisKey, value: Said, name: string, axis: Axis, path: string, place: Place): Text {
  switch (key.kind) {
    case 'missing':
      return not(isThere(value))
    case 'otherwise':
      return 'FALSE'
    case 'values':
      return isOneOf(value, key.values, place)
    case 'ranges':
      if (value.kind !== 'number') return 'FALSE'
      return any(key.ranges.map((range, n) => isWithin(range, value.text, `${name} ${n}`, axis, path, place)))
  }
}

function isWithin(range: Range, x: Text, name: string, axis: Axis, path: string, place: Place): Text {
  const end = (at: number, included: boolean, which: 'low' | 'high'): Text => {
    const one = place.numberOf(path, `${name} ${which}`, {
      label: `${axis.value.text}: ${which === 'low' ? 'from' : 'to'}`,
      value: at,
      format: formatOf(axis.value.unit),
      guard: axis.value.computed ? { kind: 'relative', by: 1e-9 } : null,
    })
    const side = which === 'low' ? (included ? 'low' : 'high') : included ? 'high' : 'low'
    return `${x}${which === 'low' ? '>' : '<'}${included ? '=' : ''}${place.numbers.edge(one, side)}`
  }
  return all([
    `ISNUMBER(${x})`,
    ...(range.low === null ? [] : [end(range.low, range.lowIncluded, 'low')]),
    ...(range.high === null ? [] : [end(range.high, range.highIncluded, 'high')]),
  ])
}

/** Whether a value is one of those, as choices are written: yes and no for a condition. */
function isOneOf(value: Said, values: readonly string[], place: Place): Text {
  if (value.kind === 'truth') {
    const words = new Set(values.map(folded))
    return any([words.has('yes') ? value.holds : 'FALSE', words.has('no') ? value.fails : 'FALSE'])
  }
  if (value.kind === 'number') place.reader.refuse('numbers judged as words')
  if (value.kind !== 'text') return 'FALSE'
  return anyOf(
    values.filter((one) => one.trim() !== '').map((one) => `${value.text}=${quoted(oneSpaced(one))}`),
    place,
  )
}

/** What is judged: a rung by its name. */
export function judgedValue(measure: Measure, place: Place): Said {
  if (measure.value === null) return NOTHING
  const said = say(measure.value, place.reader)
  if (measure.value.type !== 'band' || said.kind !== 'number') return said
  return textual(rungNamed(place.ladder, said, place.grid))
}
