import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sampleEvents } from '../../scripts/sample-events.ts'
import type { Explanation } from '../../src/model/explanation.ts'
import { sqlText, withDuckdb } from '../../src/tables/parquet/duckdb.ts'
import { salus } from '../cli/run.ts'

/**
 * The handbook's model from raw events against the same model from columns that somebody prepared with SQL of their own:
 * DuckDB reads the same files, and nothing of ours.
 */
const folder = mkdtempSync(join(tmpdir(), 'salus-events-'))
const AS_OF = '2025-06-30'
const files = sampleEvents(42, 20_250_630)
for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, `${name}.csv`), text)
const path = (name: string): string => join(folder, name)

const within = (days: number, periods = 1): string =>
  `day >= DATE '${AS_OF}' - ${days * periods} AND day < DATE '${AS_OF}' - ${days * (periods - 1)}`
const drop = (sum: string, days: number): string =>
  `(${sum} FILTER (${within(days, 2)}) - ${sum} FILTER (${within(days)})) / nullif((${sum} FILTER (${within(days, 2)}))::DOUBLE, 0)`
const counted = (condition: string, days: number): string =>
  `(count(*) FILTER (${condition} AND ${within(days, 2)}) - count(*) FILTER (${condition} AND ${within(days)}))
   / nullif(count(*) FILTER (${condition} AND ${within(days, 2)})::DOUBLE, 0)`
const latest = (value: string, condition: string): string => `arg_max(${value}, moment) FILTER (${condition})`
/** Without a line in the period there is nothing to say of it. */
const known = (figure: string, days: number): string => `CASE WHEN count(*) FILTER (${within(days)}) > 0 THEN ${figure} END`

const prepared = `
  WITH lines AS (
    SELECT *, moment::DATE AS day FROM (
      SELECT account, make_timestamp(epoch_us(CAST("at" AS TIMESTAMPTZ))) AS moment, event, role, detail, CAST(value AS DOUBLE) AS value
      FROM read_csv(${sqlText(path('events.csv'))}, all_varchar = true)
    ) WHERE moment < TIMESTAMP '${AS_OF}'
  ), days AS (
    SELECT account, CAST(day AS DATE) AS day, CAST(day AS DATE) AS moment, CAST(events AS DOUBLE) AS events, CAST(replays AS DOUBLE) AS replays,
      CAST(flag_requests AS DOUBLE) AS flag_requests, CAST(rows_synced AS DOUBLE) AS rows_synced,
      CAST(mrr AS DOUBLE) AS mrr, CAST(forecasted_mrr AS DOUBLE) AS forecasted_mrr
    FROM read_csv(${sqlText(path('daily.csv'))}, all_varchar = true) WHERE CAST(day AS DATE) < DATE '${AS_OF}'
  ), of_events AS (
    SELECT account,
      min(day) FILTER (event = 'organization created') AS "Organization created",
      count(*) FILTER (event = 'team member invited') AS "team member invited",
      count(*) FILTER (event = 'insight created') AS "Insights",
      count(*) FILTER (event = 'recording analyzed') AS "recording analyzed",
      count(*) FILTER (event = 'feature flag created') AS "Feature Flags",
      count(*) FILTER (event = 'survey created') AS "Surveys",
      ${counted(`event IN ('insight analyzed', 'dashboard analyzed')`, 14)} AS "Insight + Dashboard Analyzed last 14 days",
      ${counted(`event = 'recording analyzed'`, 14)} AS "Recordings Analyzed last 14 days",
      ${counted(`event = 'experiment viewed'`, 14)} AS "Experiment Viewed last 14 days",
      ${counted(`event = 'survey viewed'`, 14)} AS "Surveys Viewed last 14 days",
      ${latest('value', `event = 'nps answered'`)} AS "Current NPS Score",
      DATE '${AS_OF}' - max(day) FILTER (role = 'owner') AS "Account owner last seen",
      ${known(`count(*) FILTER (event = 'billing page viewed' AND ${within(7)})`, 7)} AS "Billing page visits last 7 days",
      count(*) FILTER (event = 'query failed' AND ${within(7)})
        / nullif(count(*) FILTER (event IN ('query run', 'query failed') AND ${within(7)})::DOUBLE, 0)
        AS "Query failure rate last 7 days",
      DATE '${AS_OF}' - max(day) FILTER (event = 'insight analyzed') AS "insight analyzed last seen",
      ${latest(`event = 'payment failed'`, `event LIKE 'payment %'`)} AS "Payment Failed",
      ${latest(`detail = 'startup'`, `event = 'plan changed'`)} AS "Startup plan",
      max(day) FILTER (event = 'role removed' AND detail = 'owner') AS "Owner role removed",
      max(day) FILTER (event = 'role added' AND detail = 'owner') AS "Owner role added"
    FROM lines GROUP BY account
  ), of_days AS (
    SELECT account,
      ${drop('sum(events)', 30)} AS "Event count last 30 days",
      ${drop('sum(replays)', 30)} AS "Replay count last 30 days",
      ${drop('sum(flag_requests)', 30)} AS "Feature Flag Requests last 30 days",
      ${drop('sum(rows_synced)', 30)} AS "Rows synced last 30 days",
      (coalesce(sum(events) FILTER (${within(7, 2)}), 0) - coalesce(sum(events) FILTER (${within(7)}), 0))
        / nullif(coalesce(sum(events) FILTER (${within(7, 2)}), 0), 0) AS "Event count last 7 days",
      ${latest('forecasted_mrr / mrr - 1', 'forecasted_mrr IS NOT NULL')} AS "Forecasted MRR Change",
      ${latest('forecasted_mrr', 'forecasted_mrr IS NOT NULL')} AS "Forecasted MRR"
    FROM days GROUP BY account
  )
  SELECT a.Account, of_events.* EXCLUDE (account), of_days.* EXCLUDE (account)
  FROM read_csv(${sqlText(path('accounts.csv'))}) a
  LEFT JOIN of_events ON of_events.account = a.Account LEFT JOIN of_days ON of_days.account = a.Account
  ORDER BY a.Account`

/** Fractions as percentages, since that is what a bare number in a column of percentages is. */
const PERCENTAGES = /last 14 days|last 30 days|rate last|Event count last 7|MRR Change/

async function prepare(): Promise<string> {
  return withDuckdb({}, async (connection) => {
    const result = await connection.runAndReadAll(prepared)
    const names = result.columnNames()
    const cell = (value: unknown, name: string): string => {
      if (value === null) return ''
      if (!PERCENTAGES.test(name)) return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
      // As text with its point moved, so that not a digit is lost.
      return `${Number(value).toFixed(20)}`.replace(/^(-?)(\d+)\.(\d\d)/, '$1$2$3.')
    }
    const rows = result.getRows().map((row) => row.map((value, at) => cell(value, names[at]!)).join(','))
    return `${[names.join(','), ...rows].join('\n')}\n`
  })
}

async function scores(args: readonly string[]): Promise<readonly Explanation[]> {
  const { code, out, err } = await salus(['score', '--model', 'models/posthog.salus', '--as-of', AS_OF, '--format', 'json', ...args])
  // A busy machine takes longer than the second after which progress is told.
  const told = err.replaceAll(/^[\d,]+ accounts scored\n/gm, '')
  expect({ code, told }).toEqual({ code: 0, told: '' })
  return JSON.parse(out) as Explanation[]
}

test('from raw events as from prepared columns', async () => {
  writeFileSync(path('prepared.csv'), await prepare())
  const raw = await scores(['--data', path('accounts.csv'), '--events', path('events.csv'), '--daily', path('daily.csv')])
  const columns = await scores(['--data', path('prepared.csv')])
  expect(raw).toEqual(columns)
  // The comparison says something only where everything comes up; the last account is in no log.
  const labels = new Set(raw.flatMap(({ indicators }) => indicators.map(({ label }) => label)))
  expect([...labels].toSorted()).toEqual([
    'Forecasted MRR Decrease',
    'Forecasted MRR Growth',
    'Increased Billing Page Visits',
    'No insights analyzed past week',
    'Organization Owner Recently Added',
    'Organization Owner Recently Removed',
    'Payment Failed',
    'Query failure rate > 10%',
    'Startup credit will run out this billing cycle',
    'Sudden decrease in event volume',
  ])
  expect(new Set(raw.map(({ band }) => band))).toEqual(new Set(['poor', 'concerning', 'healthy', null]))
  expect(new Set(raw.map(({ segment }) => segment))).toEqual(new Set(['new', 'established']))
})
