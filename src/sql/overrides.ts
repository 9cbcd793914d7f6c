import { membersByPath } from '../model/members-by-path.ts'
import { bareInput } from '../model/bare-input.ts'
import { folded } from '../model/domain.ts'
import type { Band } from '../model/judge.ts'
import type { Model } from '../model/model.ts'
import { bandNamed, rungNamed } from './banding.ts'
import { ctesOf, tableNamed } from './ctes.ts'
import { sayInput } from './inputs.ts'
import { foldedText } from './literals.ts'
import type { Output } from './outputs.ts'
import type { SaidOverrides } from './overridden.ts'
import { FARTHEST_DAY, LARGEST, NOTHING, type Said } from './said.ts'
import type { SaidModel } from './said-model.ts'
import { sheetFor, type Kind, type Sheet } from './sheet.ts'
import { cases, casesOf, joined, sql, type Sql } from './sql.ts'

/** The columns a table of overrides may have; all but the account, and one of score and band, may be absent. */
export const OVERRIDE_COLUMNS = ['account', 'path', 'score', 'band', 'reason', 'author', 'date', 'expiry'] as const

/** Where people's overrides are. */
export interface OverridesTable {
  readonly table: readonly string[]
  /** Columns that are not there. */
  readonly without: ReadonlySet<string>
  /** The column by which a later row is told from an earlier one; null: its date. */
  readonly order: string | null
}

/** Joins the overrides of a table: of each part the latest row in force counts, and the latest number. */
export function sayOverrides(
  model: Model,
  given: OverridesTable & { readonly said: string | null },
  asOf: Sql | null,
  sheet: Sheet,
): SaidOverrides {
  const rows = sheetFor(sheet.dialect)
  const table = sayRows(model, given, asOf, rows)
  const latest: { readonly name: string; readonly value: Sql }[] = []
  const orders = new Map<string, Ranked>()
  const take = (key: string, kind: Kind, when: readonly Sql[], value: Sql): Sql => {
    const column = sheet.joined(key, kind)
    if (!latest.some((one) => one.name === column.text)) {
      latest.push({ name: column.text, value: sql`max(${cases([[joined(when, ' and '), value]])})` })
    }
    return column
  }
  const rankedBy = (bands: readonly Band[]): Ranked => {
    const signature = JSON.stringify(bands.map(({ name, label }) => [name, label]))
    const known = orders.get(signature) ?? table.ranked(bands, orders.size + 1)
    orders.set(signature, known)
    return known
  }
  const keyOf = (path: string, { n }: Ranked, what: string): string =>
    `override |${path === '' ? '' : `${path}|`}${what}${n === 1 ? '' : `_${n}`}`
  return {
    reaches: (path) => path === '' || !given.without.has('path'),
    of: (path, bands) => {
      const ranked = rankedBy(bands)
      const part = sql`${table.part} = ${table.partOf(path)}`
      const last = [part, sql`${ranked.last} = 1`, ranked.counts]
      const set = take(keyOf(path, ranked, 'given'), 'number', last, sql`1`)
      return {
        given: sql`coalesce(${set} = 1, false)`,
        score: take(
          keyOf(path, ranked, 'score'),
          'number',
          [part, sql`${table.lastScore} = 1`, table.valid],
          table.score,
        ),
        band: take(keyOf(path, ranked, 'band'), 'text', last, ranked.band),
      }
    },
    words: (path, bands, column) => {
      if (given.without.has(column)) return null
      const ranked = rankedBy(bands)
      const last = [sql`${table.part} = ${table.partOf(path)}`, sql`${ranked.last} = 1`, ranked.counts]
      return take(keyOf(path, ranked, column), 'text', last, table.words(column))
    },
    ctes: (accounts, named) => {
      const { dialect } = sheet
      const { text: key } = sheet.joined('override |account', 'text')
      const stages = rows.stages((part) => named(`override_${part}`)) ?? []
      const one = named('overridden')
      const lines = latest.map(({ name, value }) => `${value.text.replaceAll('\n', '\n    ')} as ${name}`)
      const chosen = [`${table.account.text} as ${key}`, ...lines].join(',\n    ')
      const grouped = `from ${stages.at(-1)!.name}\n  group by ${table.account.text}${dialect.fence}`
      const join = `left join ${one} on ${one}.${key} = ${accounts}.account`
      return [
        ...ctesOf(stages, given.said ?? tableNamed(given.table, dialect), dialect),
        { name: one, text: `select\n    ${chosen}\n  ${grouped}` },
        { name: named('with_overrides'), text: `select *\n  from ${accounts}\n  ${join}${dialect.fence}` },
      ]
    },
  }
}

/** The rows by the bands of a part: another band counts as none. */
interface Ranked {
  readonly n: number
  readonly band: Sql
  readonly counts: Sql
  /** 1 for the latest that counts of an account and part. */
  readonly last: Sql
}

function sayRows(model: Model, { without, order }: OverridesTable, asOf: Sql | null, rows: Sheet) {
  const { dialect } = rows
  const read = (name: string, type: 'text' | 'number' | 'date'): Said =>
    without.has(name) ? NOTHING : sayInput(bareInput(name, type), name, rows)
  const trimmed = (name: string): Sql => sql`${dialect.trimmed(`cast(${dialect.quoted(name)} as ${dialect.string})`)}`
  const account = rows.define('account', 'text', 'cells', trimmed('account'))
  const [score, date, expiry] = [read('score', 'number').sql, read('date', 'date').sql, read('expiry', 'date').sql]
  const written = read('band', 'text')
  const bands = [...model.ladder, ...model.segments.flatMap(({ root }) => root.bands)]
  const rung = rows.define(
    'rung',
    'text',
    'lets',
    written.kind === 'nothing' ? written.sql : bandNamed(bands, written.sql, rows),
  )
  const parts = partsOf(model)
  const path = read('path', 'text')
  const part = rows.define(
    'part',
    'number',
    'lets',
    path.kind === 'nothing' ? rows.number(0) : cases(partRows(model, parts, path.sql, rows)),
  )
  const valid = rows.define(
    'valid',
    'truth',
    'segments',
    sql`coalesce(${joined(
      [
        sql`${account} <> ''`,
        sql`${part} is not null`,
        sql`(${written.sql} is null or ${rung} is not null)`,
        ...(asOf === null
          ? [sql`${expiry} is null`]
          : [sql`coalesce(${expiry} >= ${asOf}, true)`, sql`coalesce(${date} <= ${asOf}, true)`]),
      ],
      ' and ',
    )}, false)`,
  )
  const later = laterFirst(order, date, rows)
  const ties = sql`coalesce(${score}, ${rows.number(-LARGEST)}) desc, coalesce(${rung}, '') desc`
  const rank = (key: string, counts: Sql): Sql => {
    const first = sql`case when ${counts} then 0 else 1 end`
    const over = sql`partition by ${account}, ${part} order by ${first}, ${later}, ${ties}`
    return rows.define(key, 'number', 'figures', sql`row_number() over (${over})`)
  }
  return {
    account,
    part,
    partOf: (name: string): Sql => rows.number(parts.indexOf(name)),
    score,
    valid,
    lastScore: rank('last_score', sql`${valid} and ${score} is not null`),
    words: (column: string): Sql => rows.define(column, 'text', 'cells', trimmed(column)),
    ranked: (own: readonly Band[], n: number): Ranked => {
      const named = [...new Set(bands.map(({ name }) => name))].flatMap((name): [Sql, Sql][] => {
        const found = rungNamed(own, name)
        return found === null ? [] : [[sql`${dialect.text(name)}`, sql`${dialect.text(found.name)}`]]
      })
      const band = rows.define(`band_${n}`, 'text', 'segments', casesOf(rung, named))
      const counts = rows.define(
        `counts_${n}`,
        'truth',
        'segments',
        sql`(${valid} and (${score} is not null or ${band} is not null))`,
      )
      return { n, band, counts, last: rank(`last_${n}`, counts) }
    },
  }
}

/** What puts the latest row first: a column, or the date, rows without one being the earliest. */
function laterFirst(order: string | null, date: Sql, rows: Sheet): Sql {
  if (order === null) return sql`coalesce(${date}, ${rows.number(-FARTHEST_DAY)}) desc`
  const at = rows.define('given_order', 'number', 'cells', sql`${rows.dialect.quoted(order)}`)
  return sql`case when ${at} is null then 1 else 0 end, ${at} desc`
}

/** All parts that can be overridden, the whole first. */
function partsOf(model: Model): readonly string[] {
  return ['', ...membersByPath(model).keys()]
}

/** A part as a person names it: its path, or a name or label that only one path has; blank, `score` and the model's own name are the whole. */
function partRows(
  model: Model,
  parts: readonly string[],
  path: Sql,
  { dialect, number }: Sheet,
): readonly (readonly [Sql, Sql])[] {
  const members = membersByPath(model)
  const called = new Map<string, Set<string>>()
  for (const [own, same] of members) {
    // Of a path in several segments the last one names it, as where a file of overrides is read.
    const { name, label } = same.at(-1)!
    for (const word of [name, label]) called.set(folded(word), (called.get(folded(word)) ?? new Set()).add(own))
  }
  const paths = new Map([...members.keys()].toReversed().map((own) => [folded(own), own]))
  const whole = ['score', model.name, model.label].map(folded)
  const words = [...called].flatMap(([word, own]): [string, string][] =>
    own.size === 1 && !paths.has(word) ? [[word, [...own][0]!]] : [],
  )
  const rows = [...paths, ...words].filter(([word]) => !whole.includes(word))
  const is = (word: string): Sql => sql`${path} = ${foldedText(dialect, word)}`
  return [
    [sql`${path} is null`, number(0)],
    ...whole.map((word): [Sql, Sql] => [is(word), number(0)]),
    ...rows.map(([word, own]): [Sql, Sql] => [is(word), number(parts.indexOf(own))]),
  ]
}

/** Why the whole score is overridden, and by whom. */
export function overrideOutputs(
  model: Model,
  overrides: SaidOverrides,
  { segment, within }: SaidModel,
  sheet: Sheet,
): readonly Output[] {
  return (['reason', 'author'] as const).flatMap((what): readonly Output[] => {
    const rows = model.segments.flatMap(({ name, root }): [Sql, Sql][] => {
      const words = overrides.words('', root.bands, what)
      return words === null ? [] : [[sql`${segment} = ${sheet.dialect.text(name)}`, words]]
    })
    if (rows.length === 0) return []
    const alike = rows.every(([, words]) => words.text === rows[0]![1].text)
    const value = alike ? within(rows[0]![1]) : cases(rows)
    const column = sheet.define(`override_${what}`, 'text', 'explanation', value)
    return [{ of: '', what: `override_${what}`, kind: 'text', sql: column, about: `The ${what} of its override` }]
  })
}
