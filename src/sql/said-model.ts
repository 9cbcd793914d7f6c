import { bandRanks } from '../model/band-ranks.ts'
import { isPart, membersByPath } from '../model/members-by-path.ts'
import type { Model, Segment } from '../model/model.ts'
import { choiceReadsScores } from '../model/reads-scores.ts'
import { sayDimension } from './dimension.ts'
import { explainWhole } from './explain.ts'
import { condition, say } from './expression.ts'
import type { Across } from './across.ts'
import { SETTLED } from './arithmetic.ts'
import { LARGEST, NOTHING, numeric, type Reader, type Said } from './said.ts'
import { mayChange } from './members.ts'
import type { SaidOverrides } from './overridden.ts'
import type { Place } from './place.ts'
import type { Kind, Phase, Sheet } from './sheet.ts'
import { isListed } from './listed.ts'
import { cases, casesOf, NULL, sql, type Sql } from './sql.ts'

/** The columns of a model: its segment, all members of its segments by path, its indicators. */
export interface SaidModel {
  readonly segment: Sql
  readonly column: (path: string, what: string, kind: Kind) => Sql
  readonly indicators: () => readonly Sql[]
  readonly reader: Reader
  /** What is null outside every segment. */
  readonly within: (value: Sql) => Sql
}

export interface SayWith {
  readonly sheet: Sheet
  readonly asOf: Sql | null
  readonly input: (name: string) => Said
  readonly refuse: (what: string, where: string) => void
  readonly across: Across
  /** Also says why. */
  readonly explains?: boolean
  readonly overrides?: SaidOverrides | null
}

/** Says a model, and those whose scores it uses under the names it uses for them. */
export function sayModel(model: Model, given: SayWith, called: Naming = prefixed('')): SaidModel {
  const { sheet, asOf } = given
  const column = (path: string, what: string, kind: Kind): Sql => sheet.column(called.member(path, what), kind)
  const imported = new Map(model.uses.map((use) => [use.name, use.model]))
  const said = new Map<string, SaidModel>()
  const inputs = new Set(model.inputs.map((input) => input.name))
  const lets = new Map(model.lets.map((one) => [one.name, one.formula]))
  const whatOf = pointsNames(model)
  let where = model.name

  const other = (name: string): SaidModel | null => {
    const found = imported.get(name)
    if (found !== undefined && !said.has(name))
      said.set(name, sayModel(found, { ...given, explains: false, overrides: null }, prefixed(called.model(name))))
    return said.get(name) ?? null
  }
  const figureOf = (name: string): Said | null =>
    given.across(model, name, sheet.column(called.segment, 'text'), reader)
  const letsSaid = new Map<string, Said>()
  const reader: Reader = {
    sheet,
    asOf,
    refuse: (what) => given.refuse(what, where),
    input: (name) => (inputs.has(name) ? (figureOf(name) ?? given.input(name)) : NOTHING),
    let: (name) => {
      const known = letsSaid.get(name)
      const formula = lets.get(name)
      if (known !== undefined || formula === undefined) return known ?? NOTHING
      const value = say(formula, reader)
      const made =
        value.kind === 'nothing'
          ? value
          : { ...value, sql: sheet.define(called.let(name), value.kind, 'lets', value.sql) }
      letsSaid.set(name, made)
      return made
    },
    points: (path, from) => {
      if (from !== null) {
        const source = imported.get(from)
        const what = source === undefined ? undefined : pointsNames(source).get(path)
        return what === undefined ? NOTHING : numeric(other(from)!.column(path, what, 'number'), LARGEST, SETTLED)
      }
      const what = whatOf.get(path)
      return what === undefined ? NOTHING : numeric(column(path, what, 'number'), LARGEST, SETTLED)
    },
    band: (path, from) => {
      const source = from === null ? model : imported.get(from)
      if (source === undefined || !isPart(source, path)) return NOTHING
      const band = from === null ? column(path, 'band', 'text') : other(from)!.column(path, 'band', 'text')
      return numeric(rankOf(source, band, reader), 1e3, 1)
    },
  }

  where = 'the choice of a segment'
  if (choiceReadsScores(model)) reader.refuse('a segment that reads scores')
  const chosen = segmentOf(model, reader)
  const segment = sheet.define(called.segment, 'text', 'segments', chosen.sql)
  const changing = new Set([''])
  for (const [path, members] of membersByPath(model))
    if (given.overrides?.reaches(path) || members.some(mayChange)) changing.add(path)
  const gathered = new Map<string, Gathered>()
  for (const one of model.segments) {
    const place: Place = {
      sheet,
      reader,
      ladder: model.ladder,
      explains: given.explains ?? false,
      overrides: given.overrides ?? null,
      numberOf: (path) => whatOf.get(path) ?? 'score',
      define: (path, what, kind, phase, value, follows = false) => {
        where = path === '' ? model.name : path
        const key = called.member(path, what)
        if (called.isSaid(path)) return sheet.column(key, kind)
        const entry = gathered.get(key) ?? { kind, phase, follows, bySegment: new Map() }
        entry.bySegment.set(one.name, value)
        gathered.set(key, { ...entry, follows: entry.follows && follows })
        return sheet.column(key, kind)
      },
    }
    const whole = one.root.off ? null : sayDimension(one.root, null, place)
    if (place.explains) explainWhole(one.root, whole, { place, changing })
  }
  for (const [key, { kind, phase, follows, bySegment }] of gathered) {
    sheet.define(key, kind, phase, ofSegments(bySegment, follows, model.segments, chosen.always, segment, sheet))
  }
  where = 'an indicator'
  const indicators = (): readonly Sql[] =>
    model.indicators.map((one) => {
      const holds = sql`coalesce(${condition(one.when, reader)}, false)`
      return chosen.always ? holds : sql`(${segment} is not null and ${holds})`
    })
  const within = (value: Sql): Sql => (chosen.always ? value : cases([[sql`${segment} is not null`, value]]))
  return { segment, column, indicators, reader, within }
}

/** How columns are called by their keys. */
export interface Naming {
  readonly segment: string
  readonly member: (path: string, what: string) => string
  /** Whether the columns of a member are there already, said for a model in which it is the same. */
  readonly isSaid: (path: string) => boolean
  readonly let: (name: string) => string
  /** What stands before all columns of an imported model. */
  readonly model: (name: string) => string
}

export function prefixed(prefix: string): Naming {
  return {
    segment: `${prefix}segment`,
    member: (path, what) => `${prefix}${path === '' ? what : `${path}|${what}`}`,
    isSaid: () => false,
    let: (name) => `${prefix}let |${name}`,
    model: (name) => `${prefix}${name} |`,
  }
}

interface Gathered {
  readonly kind: Kind
  readonly phase: Phase
  readonly follows: boolean
  readonly bySegment: Map<string, Sql>
}

/** One value for all segments where they agree, else by segment; the same value once. */
function ofSegments(
  values: ReadonlyMap<string, Sql>,
  follows: boolean,
  segments: readonly Segment[],
  always: boolean,
  segment: Sql,
  { dialect }: Sheet,
): Sql {
  const groups = new Map<string, { names: string[]; value: Sql }>()
  for (const [name, value] of values) {
    const group = groups.get(value.text) ?? { names: [], value }
    group.names.push(name)
    groups.set(value.text, group)
  }
  const all = [...groups.values()]
  if (follows && all.length === 1) return all[0]!.value
  const only = all.length === 1 && values.size === segments.length ? all[0] : undefined
  if (only !== undefined) return always ? only.value : cases([[sql`${segment} is not null`, only.value]])
  return cases(
    all.map(({ names, value }) => {
      const list = names.map((name) => sql`${dialect.text(name)}`)
      return [list.length === 1 ? sql`${segment} = ${list[0]!}` : isListed(segment, list, dialect), value]
    }),
  )
}

/** The first segment that holds, where the model applies. */
function segmentOf(model: Model, reader: Reader): { readonly sql: Sql; readonly always: boolean } {
  const { text } = reader.sheet.dialect
  const last = model.segments.findIndex((one) => one.when === null)
  const tried = last === -1 ? model.segments : model.segments.slice(0, last)
  const rows = tried.map((one): [Sql, Sql] => [condition(one.when!, reader), sql`${text(one.name)}`])
  const otherwise = last === -1 ? null : sql`${text(model.segments[last]!.name)}`
  const first = cases(rows, otherwise)
  if (model.appliesWhen === null) return { sql: first, always: otherwise !== null }
  return { sql: cases([[condition(model.appliesWhen, reader), first]]), always: false }
}

/** How the number of each part is called, by path; a path may be a measure in one segment and a dimension in another. */
export function pointsNames(model: Model): ReadonlyMap<string, 'points' | 'score'> {
  const members = [...membersByPath(model)].map(
    ([path, [first]]) => [path, first!.kind === 'measure' ? 'points' : 'score'] as const,
  )
  return new Map([['', 'score'], ...members])
}

/** The rank of a band; of a band that no rung has, nothing. */
function rankOf(model: Model, band: Sql, reader: Reader): Sql {
  const ranks = bandRanks(model)
  if (ranks === null) reader.refuse('a band with other ranks in other segments')
  const rows = [...(ranks ?? [])].map(([name, rank]): [Sql, Sql] => [
    sql`${reader.sheet.dialect.text(name)}`,
    reader.sheet.number(rank),
  ])
  return rows.length === 0 ? NULL : casesOf(band, rows)
}
