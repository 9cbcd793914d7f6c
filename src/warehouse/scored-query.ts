import type { Finding } from '../findings/finding.ts'
import { plan } from '../engine/kernels/plan.ts'
import { asSegment } from '../model/as-segment.ts'
import type { Member } from '../model/group.ts'
import type { Model } from '../model/model.ts'
import { pointsNames, queryFor, type Dialect, type QueryOptions } from '../sql/index.ts'
import { numberAsText } from './cells/number-as-text.ts'
import { reasonWhyNot } from './reason.ts'

/** A column of the scored table: its name and what it is in the query's columns. */
export interface WrittenColumn {
  readonly name: string
  /** `same`: a text that is the same in every row, as a literal. */
  readonly kind: 'number' | 'text' | 'band' | 'same'
  readonly sql: string
}

/** Why an engine cannot give all that a scored table has: the end of a sentence that begins with the model. */
export interface Unwritten {
  readonly problem: string
  readonly findings: readonly Finding[]
}

/** A model's scores as one query, and the columns that a scored table makes of it. */
export interface ScoredQuery {
  readonly text: string
  readonly columns: readonly WrittenColumn[]
  readonly findings: readonly Finding[]
}

/**
 * The query of a model with the columns that `salus score` writes: account, model, segment, score, shown, band, coverage,
 * the same before overrides, why there is no score, dimensions, results and indicators.
 */
export function scoredQuery(model: Model, options: QueryOptions): ScoredQuery | Unwritten {
  const { dialect, segment } = options
  const touched = model.segments.some(({ root }) => overrides(root))
  const query = queryFor(model, { ...options, explain: touched })
  if (query.text === null) return { problem: `says what ${dialect.label} cannot`, findings: query.findings }
  const names = query.columns.map(({ name }) => dialect.quoted(name))
  const [account, inSegment, score, shown, band, coverage, ...rest] = names as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const scored = segment === undefined ? model : asSegment(model, segment)
  const because = reasonWhyNot(scored, { segment: inSegment, score, coverage }, dialect)
  if (because === null)
    return { problem: `can lack a score for reasons that no column of ${dialect.label} tells`, findings: [] }

  const paths = [...pointsNames(model).keys()].filter((path) => path !== '')
  const member = new Map(paths.map((path, n) => [path, { score: rest[2 * n]!, band: rest[2 * n + 1]! }]))
  const results = rest.slice(2 * paths.length)
  const indicators = results.slice(model.results.length)
  const [scoreBefore = score, bandBefore = band] = indicators.slice(model.indicators.length)
  const number = (name: string, sql: string): WrittenColumn => ({ name, kind: 'number', sql })
  const text = (name: string, sql: string): WrittenColumn => ({ name, kind: 'text', sql })
  const same = (name: string, value: string): WrittenColumn => ({ name, kind: 'same', sql: dialect.text(value) })
  const banded = (name: string, sql: string): WrittenColumn => ({ name, kind: 'band', sql })
  const columns = [
    text('account', account),
    same('model', model.name),
    segment === undefined ? text('segment', inSegment) : same('segment', segment),
    number('score', score),
    text('shown', shown),
    banded('band', band),
    number('coverage', coverage),
    number('score_before', scoreBefore),
    banded('band_before', bandBefore),
    text('no_score_because', because),
    ...plan(model, { asOf: null, segment }).dimensions.flatMap((path) => [
      number(`${path}.score`, member.get(path)?.score ?? `cast(null as ${dialect.double})`),
      banded(`${path}.band`, member.get(path)?.band ?? `cast(null as ${dialect.string})`),
    ]),
    ...model.results.map(({ name, formula: { type } }, n) => {
      const column = results[n]!
      if (type === 'number') return number(name, column)
      const answer = `case when ${column} then 'yes' when not ${column} then 'no' end`
      return text(name, type === 'yes/no' ? answer : type === 'date' ? `cast(${column} as ${dialect.string})` : column)
    }),
    text('indicators', held(model, indicators, dialect)),
  ]
  return { text: query.text.replace(/;\s*$/, ''), columns, findings: [] }
}

/** Labels of the indicators that hold. */
function held({ indicators }: Model, columns: readonly string[], { text, string }: Dialect): string {
  if (indicators.length === 0) return `cast(null as ${string})`
  const labels = indicators.map(({ label }, n) => `case when ${columns[n]!} then ${text(label)} end`)
  return `nullif(concat_ws('; ', ${labels.join(', ')}), '')`
}

function overrides(member: Member): boolean {
  if (member.modifiers.some(({ kind }) => kind === 'override')) return true
  return member.kind === 'dimension' && member.children.some(overrides)
}

/**
 * The select list of a file that keeps names apart only by their letters: those that differ in case alone get a number.
 * `same` says how to write a text that is the same in every row.
 */
export function selectList(
  columns: readonly WrittenColumn[],
  { quoted }: Dialect,
  same = (text: string): string => text,
): string {
  const taken = new Map<string, number>()
  const named = columns.map(({ name, kind, sql: value }) => {
    const sql = kind === 'same' ? same(value) : value
    const earlier = taken.get(name.toLowerCase()) ?? 0
    taken.set(name.toLowerCase(), earlier + 1)
    return `${sql} as ${quoted(earlier === 0 ? name : `${name}_${earlier + 1}`)}`
  })
  return named.join(',\n  ')
}

/** The same as the cells of a csv, which DuckDB writes. */
export function csvSelectList(columns: readonly WrittenColumn[], { quoted }: Dialect): string {
  const cells = columns.map(({ name, kind, sql }) => {
    const cell = kind === 'number' ? numberAsText(sql) : kind === 'band' ? sql : `nullif(${sql}, '')`
    return `${cell} as ${quoted(name)}`
  })
  return cells.join(',\n  ')
}
