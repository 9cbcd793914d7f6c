import type { Dialect } from './dialect.ts'
import { freeNames } from './free-names.ts'
import { number, plainNumber } from './literals.ts'
import { NULL, sql, type Sql } from './sql.ts'

export type Kind = 'number' | 'text' | 'truth' | 'date'

/** What a column is part of: a stage of the query is named after the first of its columns' parts. */
const PHASES = [
  'cells',
  'inputs',
  'lets',
  'segments',
  'measures',
  'dimensions',
  'score',
  'indicators',
  'results',
  'explanation',
  'figures',
] as const
export type Phase = (typeof PHASES)[number]

export interface Column {
  readonly name: string
  readonly value: Sql
  /** Whose rows the value is computed over, as an aggregate; null: of its own row. */
  readonly over: Family | null
}

/** The columns by which rows are children of others: those whose parent is another's account. */
export interface Family {
  readonly account: Sql
  readonly parent: Sql
}

/** Columns that may be computed together, from those of the stages before. */
export interface Stage {
  readonly name: string
  readonly columns: readonly Column[]
}

/** All columns of a query, told in any order. */
export interface Sheet {
  readonly dialect: Dialect
  /** A number as a double, and one that only counts or compares. */
  readonly number: (value: number) => Sql
  readonly plainNumber: (value: number) => Sql
  /** A column by its key, which may be defined later, or never: then it is null. */
  readonly column: (key: string, kind: Kind) => Sql
  /** What a column is called, without quotes. */
  readonly nameOf: (column: Sql) => string
  /** A column that is joined behind the first stage. */
  readonly joined: (key: string, kind: Kind) => Sql
  readonly define: (key: string, kind: Kind, phase: Phase, value: Sql) => Sql
  /** A value that is read more than once, as a column. */
  readonly once: (value: Sql, kind: Kind) => Sql
  /** A number aggregated over the rows of a row's children, as a column. */
  readonly ofChildren: (aggregate: Sql, family: Family) => Sql
  /** In an order in which each needs only those before, `named` after its part of the query; null where columns need each other. */
  readonly stages: (named: (part: string) => string) => readonly Stage[] | null
}

interface Entry {
  readonly name: string
  readonly kind: Kind
  phase: Phase | 'joined'
  value: Sql | null
  over: Family | null
}

export function sheetFor(dialect: Dialect): Sheet {
  const entries = new Map<string, Entry>()
  const named = freeNames([], dialect.longest)
  let figures = 0

  const entry = (key: string, kind: Kind): Entry => {
    const known = entries.get(key)
    if (known !== undefined) return known
    const name = named(dialect.legal(key.replaceAll(/ ?[.|]/g, '__')))
    const made: Entry = { name, kind, phase: 'figures', value: null, over: null }
    entries.set(key, made)
    return made
  }
  const column = (key: string, kind: Kind): Sql => ({ text: identifier(dialect, entry(key, kind).name), uses: [key] })
  const define = (key: string, kind: Kind, phase: Phase, value: Sql): Sql => {
    const made = entry(key, kind)
    made.value = value.text === NULL.text ? typedNull(dialect, kind) : value
    made.phase = phase
    return column(key, kind)
  }
  const joined = (key: string, kind: Kind): Sql => {
    entry(key, kind).phase = 'joined'
    return column(key, kind)
  }
  const nameOf = ({ uses: [key = ''] }: Sql): string => entries.get(key)?.name ?? key
  const byText = new Map<string, Sql>()
  const once = (value: Sql, kind: Kind): Sql => {
    if (value.uses.length === 0) return value
    if (value.uses.length === 1 && value.text === column(value.uses[0]!, kind).text) return value
    const known = byText.get(value.text)
    if (known !== undefined) return known
    const made = define(`figure |${++figures}`, kind, 'figures', value)
    byText.set(value.text, made)
    return made
  }
  const ofChildren = (aggregate: Sql, family: Family): Sql => {
    const key = `children |${aggregate.text} by ${family.parent.text}`
    if (entries.has(key)) return column(key, 'number')
    entries.set(key, {
      name: named(`figure__${++figures}`),
      kind: 'number',
      phase: 'figures',
      value: aggregate,
      over: family,
    })
    return column(key, 'number')
  }
  const stages: Sheet['stages'] = (stageNamed) => {
    const depths = depthsOf(entries)
    if (depths === null) return null
    return Array.from({ length: Math.max(...depths.values()) + 1 }, (_, depth) => {
      const here = [...entries]
        .filter(([key, { phase }]) => depths.get(key) === depth && phase !== 'joined')
        .map(([, one]) => one)
      const phase = PHASES.find((part) => here.some((one) => one.phase === part)) ?? 'figures'
      const columns = here.map((one) => ({
        name: one.name,
        value: one.value ?? typedNull(dialect, one.kind),
        over: one.over,
      }))
      return { name: stageNamed(phase), columns }
    })
  }
  return {
    dialect,
    number: (value) => number(value, dialect),
    plainNumber: (value) => plainNumber(value, dialect),
    column,
    nameOf,
    joined,
    define,
    once,
    ofChildren,
    stages,
  }
}

/** Cells first; then each column behind all that it reads. */
function depthsOf(entries: ReadonlyMap<string, Entry>): ReadonlyMap<string, number> | null {
  const depths = new Map<string, number>()
  const open = new Set<string>()
  const visit = (key: string): boolean => {
    if (depths.has(key)) return true
    if (open.has(key)) return false
    open.add(key)
    const { phase, value, over } = entries.get(key)!
    const uses = [...(value?.uses ?? []), ...(over === null ? [] : [...over.account.uses, ...over.parent.uses])]
    if (!uses.every(visit)) return false
    depths.set(
      key,
      phase === 'cells' || phase === 'joined' ? 0 : 1 + Math.max(0, ...uses.map((use) => depths.get(use)!)),
    )
    return true
  }
  return [...entries.keys()].every(visit) ? depths : null
}

/** A name as it stands where it can, else in quotes. */
export function identifier(dialect: Dialect, name: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(name) ? name : dialect.quoted(name)
}

function typedNull(dialect: Dialect, kind: Kind): Sql {
  const types = { number: dialect.double, text: dialect.string, truth: 'boolean', date: 'date' }
  return sql`cast(null as ${types[kind]})`
}
