import { withDuckdb } from '../src/tables/parquet/duckdb.ts'

/** What says of an account in which of the published segments it is. */
export const SEGMENTED = {
  airgapped: 'random() < 0.05',
  onboarding: 'random() < 0.1',
  team: `['Digital', 'ELA', 'Named'][1 + floor(random() * 3)::int]`,
}

/** Accounts with the inputs of the Default model, a tenth of every cell empty, the same each time; `more`: further columns, in SQL. */
export async function writeAccounts(
  path: string,
  length: number,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const some = (value: string): string => `case when random() >= 0.1 then ${value} end`
  const columns = {
    Account: `'ACC-' || lpad(i::varchar, 8, '0')`,
    'Account - TA Sentiment': some(`['Poor', 'Concerning', 'Healthy'][1 + floor(random() * 3)::int]`),
    'Versions Behind': some('floor(random() * 8)'),
    'Last 90 Days Defect Tickets': some('floor(random() * 8)'),
    'Last 90 Days Question Tickets': some('floor(random() * 20)'),
    'Active Champion?': some('random() < 0.5'),
    'Access to Buyer?': some('random() < 0.5'),
    'Last month MAU / Seats': some('floor(random() * 121)'),
    'Last 4 Wk DAU / MAU': some('floor(random() * 51) / 100'),
    ...more,
  }
  const select = Object.entries(columns).map(([name, sql]) => `${sql} as "${name}"`)
  await withDuckdb({ threads: '1' }, async (connection) => {
    await connection.run('select setseed(0.5)')
    await connection.run(`copy (select ${select.join(', ')} from range(${length}) t(i)) to '${path}' (format parquet)`)
  })
}
