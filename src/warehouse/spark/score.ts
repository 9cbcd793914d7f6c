import { allInputs } from '../../model/all-inputs.ts'
import type { Input } from '../../model/input.ts'
import type { Model } from '../../model/model.ts'
import type { Finding } from '../../findings/finding.ts'
import { DIALECTS, type Dialect } from '../../sql/index.ts'
import { matchColumns, type Matching } from '../../tables/match.ts'
import { scoredQuery, selectList } from '../scored-query.ts'
import type { SparkSession } from './session.ts'

export interface SparkScoring {
  /** A parquet file or folder, as Spark finds it: a path, or an address such as `s3a://…`. */
  readonly data: string
  readonly key?: string
  readonly asOf: number | null
  /** The name of a segment that all accounts are scored as. */
  readonly segment?: string
}

export type Prepared =
  | { readonly kind: 'refused'; readonly problem: string; readonly findings: readonly Finding[] }
  /** `sql`: the scored table as one query over the table that is open. */
  | { readonly kind: 'ready'; readonly sql: string; readonly findings: readonly Finding[] }

interface Column {
  readonly name: string
  readonly type: string
}

const SPARK = (): Dialect => DIALECTS.find(({ name }) => name === 'spark')!
const TABLE = 'salus_accounts'

/** Opens a table in Spark and finds the model's columns in it; the query that scores it, or why there is none. */
export async function prepareInSpark(session: SparkSession, model: Model, scoring: SparkScoring): Promise<Prepared> {
  const dialect = SPARK()
  const opened = await session.ask({ kind: 'open', path: scoring.data })
  const columns = opened['columns'] as readonly Column[]
  const header = columns.map(({ name }) => name)
  const inputs = allInputs(model)
  const matching = matchColumns(header, inputs, scoring.key ?? null)
  const refused = (problem: string, findings: readonly Finding[]): Prepared => ({ kind: 'refused', problem, findings })
  if (matching.findings.some(({ level }) => level === 'error')) return refused('', matching.findings)
  if (matching.account === null) return refused(`${scoring.data} names no accounts: add --key`, matching.findings)
  const odd = inputs.find((input) => !isFit(input, columnOf(input, columns, matching)))
  if (odd !== undefined) {
    const { name, type } = columnOf(odd, columns, matching)!
    return refused(`the column \`${name}\` is ${type}, which Spark does not read as a ${odd.type}`, matching.findings)
  }
  const { segment, asOf } = scoring
  const query = scoredQuery(model, {
    dialect,
    table: [TABLE],
    columnOf: (input) => columnOf(input, columns, matching)?.name ?? null,
    account: columns[matching.account]!.name,
    asOf,
    ...(segment !== undefined && { segment }),
  })
  if ('problem' in query) return refused(`${model.name} ${query.problem}`, query.findings)
  const sql = `select ${selectList(query.columns, dialect)} from (${query.text})`
  return { kind: 'ready', sql, findings: matching.findings }
}

function columnOf({ name }: Input, columns: readonly Column[], matching: Matching): Column | null {
  const at = matching.columns.get(name)
  return at === undefined ? null : columns[at]!
}

/** Text in a column of numbers or dates would stop the query at the first cell that is none. */
function isFit(input: Input, column: Column | null): boolean {
  if (column === null || input.type === 'text' || input.type === 'choice') return true
  if (input.type === 'date') return /^(?:date|timestamp)/.test(column.type)
  if (input.type === 'yes/no') return !/^(?:date|timestamp|array|map|struct|binary)/.test(column.type)
  return /^(?:tinyint|smallint|int|bigint|double|decimal)/.test(column.type)
}
