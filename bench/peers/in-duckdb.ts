import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'
import { DIALECTS, queryFor } from '../../src/sql/index.ts'
import { sentiments, type Accounts } from '../accounts.ts'
import { sourcegraph } from '../models.ts'
import { handWritten } from './hand-written.ts'

const TABLE = 'accounts'
const HEADERS = {
  Account: 'varchar',
  'Account - TA Sentiment': 'varchar',
  'Versions Behind': 'double',
  'Last 90 Days Defect Tickets': 'double',
  'Last 90 Days Question Tickets': 'double',
  'Active Champion?': 'boolean',
  'Access to Buyer?': 'boolean',
  'Last month MAU / Seats': 'double',
  'Last 4 Wk DAU / MAU': 'double',
}

/** The accounts as a table of DuckDB, on one core and in memory, under the handbook's headers. */
export async function tableOf(accounts: Accounts): Promise<DuckDBConnection> {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  const columns = Object.entries(HEADERS).map(([name, type]) => `"${name}" ${type}`)
  await connection.run(`create table ${TABLE} (${columns.join(', ')})`)
  const appender = await connection.createAppender(TABLE)
  const number = (value: number): void => (Number.isNaN(value) ? appender.appendNull() : appender.appendDouble(value))
  const yesNo = (code: number): void => (code === 3 ? appender.appendNull() : appender.appendBoolean(code === 1))
  for (let i = 0; i < accounts.length; i++) {
    appender.appendVarchar(`ACC-${i}`)
    const sentiment = sentiments[accounts.sentiment[i]!]
    if (sentiment === undefined) appender.appendNull()
    else appender.appendVarchar(sentiment)
    number(accounts.versions[i]!)
    number(accounts.defects[i]!)
    number(accounts.questions[i]!)
    yesNo(accounts.champion[i]!)
    yesNo(accounts.buyer[i]!)
    number(Math.round(accounts.mauPerSeat[i]! * 100))
    number(accounts.dauPerMau[i]!)
    appender.endRow()
  }
  appender.closeSync()
  return connection
}

/** Score and band of every account by what `salus sql` writes, or by the SQL written by hand. */
export function scoresBy(author: 'salus' | 'hand'): string {
  const query = author === 'hand' ? handWritten(TABLE) : written()
  return `select score, band from (${query})`
}

function written(): string {
  const { text, findings } = queryFor(sourcegraph(), {
    dialect: DIALECTS.find(({ name }) => name === 'duckdb')!,
    table: [TABLE],
    columnOf: ({ labels }) => labels.find((label) => label in HEADERS) ?? null,
    account: 'Account',
    asOf: null,
    segment: 'default',
  })
  if (text === null) throw new Error(findings.map(({ slug }) => slug).join(', '))
  return text.replace(/;\s*$/, '')
}
