import { DuckDBInstance } from '@duckdb/node-api'

/** `node ledger-duckdb.ts ledger.csv`: what is in force at the month ends of a year, in SQL, on two threads. */
const [path] = process.argv.slice(2)
const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
const connection = await instance.connect()
const found = await connection.runAndReadAll(`
  with lines as (
    select account_id, start_date, end_date, currency, round(annual_value * 100)::bigint as cents
    from read_csv('${path}', header = true) where charge_type = 'recurring'),
  months as (select unnest(generate_series(date '2024-01-01', date '2024-12-01', interval 1 month)) as first),
  ends as (select (first + interval 1 month - interval 1 day)::date as day from months),
  held as (
    select day, account_id, currency, sum(cents) as cents
    from ends join lines on start_date <= day and day < end_date
    group by all)
  select day, sum(case currency when 'USD' then cents * 100 when 'EUR' then cents * 110 else cents * 125 end)::double
  from held group by day order by day`)
console.log(JSON.stringify({ closing: found.getRows().map(([, cents]) => Number(cents) / 100) }))
