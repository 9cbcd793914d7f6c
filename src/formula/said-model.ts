import { asSegment } from '../model/as-segment.ts'
import { bandRanks } from '../model/band-ranks.ts'
import { isPart } from '../model/members-by-path.ts'
import type { Model, Segment } from '../model/model.ts'
import { choiceReadsScores } from '../model/reads-scores.ts'
import { rungNamed } from './banding.ts'
import { sayDimension } from './dimension.ts'
import { condition, inCell, say } from './expression.ts'
import type { Column, Grid } from './grid.ts'
import { numbersFor, type Numbers } from './numbers.ts'
import type { Place, Shown } from './place.ts'
import { oneList, pointsByLabel } from './points-by-label.ts'
import { NOTHING, numeric, valueOf, type Reader, type Said, type SaidNumber } from './said.ts'
import { all, any, BLANK, cases, quoted, sizeOf, type Text } from './text.ts'
import { chain } from './spread.ts'

/** A model as formulas: its numbers, and how its parts are called. */
export interface SaidModel {
  readonly model: Model
  /** Before the keys of its columns and numbers. */
  readonly prefix: string
  readonly numbers: Numbers
  /** The column that holds the number of an account's segment, from 1; null: all are in the only one. */
  readonly segmentNumber: string | null
  readonly column: (path: string, what: string) => Text
  /** It, and those whose scores it uses. */
  readonly models: readonly SaidModel[]
}

export interface SayWith {
  readonly grid: Grid
  readonly input: (name: string) => Said
  readonly asOf: () => SaidNumber
  /** Says from here on what is being said, for names and refusals. */
  readonly at: (where: string) => void
  readonly where: () => string
  readonly refuse: (what: string) => void
  /** The name of a segment that all accounts are scored as. */
  readonly segment: string | null
}

/** Says a model, and those whose scores it uses under the names it uses for them. */
export function sayModel(whole: Model, given: SayWith, prefix = ''): SaidModel {
  const { grid } = given
  const model = given.segment === null || prefix !== '' ? reachable(whole) : asSegment(whole, given.segment)
  const numbers = numbersFor(model.segments.map((one) => one.name))
  const keyOf = (path: string, what: string): string => `${prefix}${path}|${what}`
  const column = (path: string, what: string): Text => grid.column(keyOf(path, what))
  const imported = new Map(model.uses.map((use) => [use.name, use.model]))
  const others = new Map<string, SaidModel>()
  const inputs = new Set(model.inputs.map((input) => input.name))
  const lets = new Map(model.lets.map((one) => [one.name, one]))

  const other = (name: string): SaidModel | null => {
    const found = imported.get(name)
    if (found !== undefined && !others.has(name)) {
      const before = given.where()
      others.set(name, sayModel(found, given, `${prefix}${name} |`))
      given.at(before)
    }
    return others.get(name) ?? null
  }
  const letsSaid = new Map<string, Said>()
  const reader: Reader = {
    grid,
    where: given.where,
    refuse: given.refuse,
    asOf: given.asOf,
    input: (name) => (inputs.has(name) ? given.input(name) : NOTHING),
    let: (name) => {
      const known = letsSaid.get(name)
      const one = lets.get(name)
      if (known !== undefined || one === undefined) return known ?? NOTHING
      const format = one.formula.unit === 'percent' ? '0.0%' : one.formula.type === 'date' ? 'yyyy-mm-dd' : null
      const part = prefix === '' ? 'figures' : 'workings'
      const made = inCell(say(one.formula, reader), (formula) =>
        grid.define({ key: `${prefix}let |${name}`, label: one.label, part, format, formula }),
      )
      letsSaid.set(name, made)
      return made
    },
    points: (path, from) => {
      if (from === null) return isPart(model, path) ? numeric(column(path, 'number')) : NOTHING
      const source = other(from)
      return source !== null && isPart(source.model, path) ? numeric(source.column(path, 'number')) : NOTHING
    },
    band: (path, from) => {
      const source = from === null ? model : imported.get(from)
      if (source === undefined || !isPart(source, path)) return NOTHING
      const band = from === null ? column(path, 'band') : other(from)!.column(path, 'band')
      return numeric(grid.once(rankOf(source, band, reader)))
    },
  }

  given.at('the choice of a segment')
  if (choiceReadsScores(model)) given.refuse('a segment that reads scores')
  const chosen = segmentOf(model, reader)
  const hidden = (key: string, label: string, formula: Text): Text =>
    grid.define({ key, label, part: 'workings', format: null, formula, keep: true })
  const only = chosen === '1'
  const always = only || (model.appliesWhen === null && model.segments.at(-1)?.when === null)
  const segment = only ? '1' : hidden(keyOf('', 'segment number'), 'Segment number', chosen)
  const names = quotedNames(model.segments)
  const named = only
    ? quoted(model.segments[0]!.name)
    : chain(
        names.slice(0, always ? -1 : undefined).map((name, n): [Text, Text] => [`${segment}=${n + 1}`, name]),
        { grid },
        always ? names.at(-1)! : BLANK,
      )
  const headline = prefix === '' ? 'headline' : 'workings'
  grid.define({ key: keyOf('', 'segment'), label: 'Segment', part: headline, format: null, formula: named })

  const gathered = new Map<string, Gathered>()
  for (const one of model.segments) {
    numbers.segment = one.name
    const place: Place = {
      grid,
      reader,
      numbers,
      ladder: model.ladder,
      numberOf: (path, what, rest) => ({ ...rest, key: keyOf(path, what), of: path }),
      define: (path, what, value, shown) => {
        given.at(path === '' ? model.name : path)
        const key = keyOf(path, what)
        const entry = gathered.get(key) ?? {
          bySegment: new Map<string, Text>(),
          column: columnFor(key, path, what, shown, prefix),
          shown: [],
        }
        gathered.set(key, entry)
        entry.bySegment.set(one.name, value)
        entry.shown.push(shown ?? null)
        return grid.column(key)
      },
    }
    if (!one.root.off) sayDimension(one.root, null, 'TRUE', place)
  }
  numbers.segment = null
  const chosenSegment: Chosen = { segment, only, always }
  for (const one of gathered.values()) {
    const formula = byLabelOf(one, grid) ?? ofSegments(one, model.segments, chosenSegment, { grid, numbers })
    grid.define({ ...one.column, formula })
  }
  for (const { kind, label, when } of model.indicators) {
    if (prefix !== '') continue
    given.at(label)
    const holds = condition(when, reader, { numbers, of: `${kind}: ${label}` })
    const told = always ? holds : all([`ISNUMBER(${segment})`, holds])
    grid.define({
      key: `${kind} |${label}`,
      label: `${kind}: ${label}`,
      part: 'indicators',
      format: null,
      formula: told,
    })
  }
  for (const { name, label, formula } of model.results) {
    if (prefix !== '') continue
    given.at(name)
    const said = say(formula, reader)
    const value =
      formula.type === 'band' && said.kind === 'number' ? rungNamed(model.ladder, said, grid) : valueOf(said)
    const format = formula.type === 'date' ? 'yyyy-mm-dd' : formula.unit === 'percent' ? '0.0%' : null
    const told = always ? value : cases([[`ISNUMBER(${segment})`, value]])
    grid.define({ key: `result |${name}`, label, part: 'results', format, formula: told })
  }
  const said: Omit<SaidModel, 'models'> = {
    model,
    prefix,
    numbers,
    segmentNumber: only ? null : keyOf('', 'segment number'),
    column,
  }
  const self: SaidModel = { ...said, models: [] }
  return { ...self, models: [self, ...[...others.values()].flatMap((one) => one.models)] }
}

interface Gathered {
  readonly bySegment: Map<string, Text>
  readonly column: Omit<Column, 'formula'>
  /** As it was defined in each segment that has it. */
  readonly shown: (Shown | null)[]
}

function columnFor(
  key: string,
  path: string,
  what: string,
  shown: Parameters<Place['define']>[3],
  prefix: string,
): Omit<Column, 'formula'> {
  if (shown === undefined || prefix !== '') {
    return { key, label: `${prefix}${path} ${what}`.trim(), part: 'workings', format: shown?.format ?? null }
  }
  return { key, label: shown.label, part: shown.part, format: shown.format ?? null }
}

/** Without the segments behind one that holds for all. */
function reachable(model: Model): Model {
  const last = model.segments.findIndex((one) => one.when === null)
  return last === -1 ? model : { ...model, segments: model.segments.slice(0, last + 1) }
}

/** One formula for all segments where what their labels give is the same; null where it is not. */
function byLabelOf({ shown }: Gathered, grid: Grid): Text | null {
  const said = shown.flatMap((one) => (one?.byLabel === undefined ? [] : [one.byLabel]))
  const labels = oneList(said.map((one) => one.labels))
  const cells = new Set(said.map((one) => one.cell))
  if (labels === null || said.length < shown.length || cells.size !== 1) return null
  return pointsByLabel(said[0]!.cell, labels, { grid })
}

/** One value for all segments where they agree, else by segment; the same value once, and that of most segments last. */
function ofSegments(
  { bySegment, shown }: Gathered,
  segments: readonly Segment[],
  { segment, only, always }: Chosen,
  { grid, numbers }: { readonly grid: Grid; readonly numbers: Numbers },
): Text {
  const follows = shown.every((one) => one?.follows === true)
  const groups = new Map<Text, number[]>()
  for (const [n, { name }] of segments.entries()) {
    const value = bySegment.get(name) ?? (follows ? null : BLANK)
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), n + 1])
  }
  const entries = [...groups]
    .flatMap(([value, members]) => readingInPlace(value, members, numbers))
    .toSorted(([, a], [, b]) => a.length - b.length)
  const [usual] = entries.at(-1)!
  if (only || ((always || follows) && entries.length === 1)) return usual
  const long = entries.some(([value]) => sizeOf(value).length > 1500) && entries.length > 1
  const part = (value: Text): Text => (long ? grid.once(value) : grid.small(value))
  const rows = entries.slice(0, -1).map(([value, members]): [Text, Text] => {
    return [any(members.map((n) => `${segment}=${n}`)), part(value)]
  })
  const told = chain(rows, { grid }, part(usual))
  return always || follows || usual === BLANK ? told : cases([[`ISNUMBER(${segment})`, told]])
}

/**
 * A formula that looks up several numbers by segment becomes one for each, which reads them where they stand: asking for
 * the segment once costs less than looking up twice.
 */
function readingInPlace(
  value: Text,
  members: readonly number[],
  numbers: Numbers,
): readonly (readonly [Text, readonly number[]])[] {
  const lookups = numbers.lookups(value)
  const isWorth = members.length === 1 || (lookups > 1 && members.length * sizeOf(value).length <= LONGEST_IN_PLACE)
  if (lookups === 0 || !isWorth) return [[value, members]]
  return members.map((n) => [numbers.inSegment(value, n), [n]])
}
const LONGEST_IN_PLACE = 4000

/** The cell with the number of an account's segment; whether there is but one, and whether every account is in one. */
interface Chosen {
  readonly segment: Text
  readonly only: boolean
  readonly always: boolean
}

function quotedNames(segments: readonly Segment[]): readonly Text[] {
  return segments.map((one) => quoted(one.name))
}

/** The number of the first segment that holds, from 1, where the model applies. */
function segmentOf(model: Model, reader: Reader): Text {
  const last = model.segments.findIndex((one) => one.when === null)
  const tried = last === -1 ? model.segments : model.segments.slice(0, last)
  const rows = tried.map((one, n): [Text, Text] => [reader.grid.small(condition(one.when!, reader)), String(n + 1)])
  const first = chain(rows, reader, last === -1 ? BLANK : String(last + 1))
  return model.appliesWhen === null ? first : cases([[condition(model.appliesWhen, reader), first]])
}

/** The rank of a band; of a band that no rung has, nothing. */
function rankOf(model: Model, band: Text, reader: Reader): Text {
  const ranks = bandRanks(model)
  if (ranks === null) reader.refuse('a band with other ranks in other segments')
  return chain(
    [...(ranks ?? [])].map(([name, rank]): [Text, Text] => [`${band}=${quoted(name)}`, String(rank)]),
    reader,
  )
}
