import type { Input } from '../../src/model/input.ts'
import { DIALECTS, queryFor, type Query } from '../../src/sql/index.ts'
import type { Engine } from './engines/index.ts'
import type { Outcome } from './outcome.ts'
import { KEY, type Subject } from './subject.ts'

/** The query of a model in the dialect of that name. */
export function queryOf({ model, asOf, rows, logs }: Subject, dialect: string): Query {
  const found = DIALECTS.find((one) => one.name === dialect)
  if (found === undefined) return { text: null, columns: [], findings: [] }
  const columns = new Set(rows.table.columns.map((column) => column.name))
  return queryFor(model, {
    dialect: found,
    table: [rows.table.name],
    columnOf: ({ name }) => (columns.has(name) ? name : null),
    account: KEY,
    asOf,
    ...(logs !== undefined && {
      logs: {
        tables: new Map([...logs].map(([name, table]) => [name, [table.name]])),
        columnOf: (column: Input) => column.name,
      },
    }),
  })
}

/** What a query gives, account by account in their order. */
export async function queryOutcome(engine: Engine, query: string): Promise<Outcome> {
  const { rows } = await engine.ask(query)
  const ordered: (typeof rows)[number][] = []
  for (const [account, ...values] of rows) {
    if (ordered[Number(account)] !== undefined) throw new Error(`account ${account} comes twice`)
    ordered[Number(account)] = values
  }
  return { rows: ordered }
}
