import { fillAcross } from '../../engine/across/fill.ts'
import { plan } from '../../engine/kernels/plan.ts'
import { score } from '../../engine/kernels/score.ts'
import type { ScoredAccount, Scores } from '../../finance/reconcile/scores.ts'
import { pickColumns } from '../../model/pick-rows.ts'
import { allInputs } from '../../model/all-inputs.ts'
import type { Model } from '../../model/model.ts'
import { scoreRungs } from '../../model/score-rungs.ts'
import { Problem } from '../problem.ts'
import { extraInput, firstDate, readDatedRows, rowsOfDates, textOf } from './dated-rows.ts'
import type { Say } from './open-tables.ts'
import type { ScoreFile } from './score-file.ts'

const DATE = 'the date of the measures'
const ACCOUNT = 'the account'
const DATE_HEADERS = ['Snapshot Date', 'snapshot_date', 'Score Date', 'As Of']
const ACCOUNT_HEADERS = ['Account', 'account_id', 'Customer', 'customer_id', 'Company', 'company_id']

/** Measures by date and account, scored: each date as of itself. */
export async function scoredMeasures(
  path: string,
  model: Model,
  days: readonly number[],
  say: Say,
): Promise<ScoreFile> {
  const own = allInputs(model)
  const key = own.find(({ role }) => role === 'account')
  const needed = [
    extraInput(DATE, 'date', DATE_HEADERS),
    ...(key ? [] : [extraInput(ACCOUNT, 'text', ACCOUNT_HEADERS)]),
  ]
  const { columns, rowNumbers } = await readDatedRows(path, [...own, ...needed], say)
  const accounts = columns.inputs.get(key?.name ?? ACCOUNT)
  if (accounts === undefined) throw new Problem(`${path} has no column that names the accounts`)
  if (!columns.inputs.has(DATE)) throw new Problem(`${path} has no column \`snapshot_date\``)

  const scores = [...rowsOfDates(columns.inputs.get(DATE), days)].map(([date, rows]): Scores => {
    const planned = plan(model, { asOf: date })
    const named = Array.from(rows, (row) => textOf(accounts, row) ?? '')
    const filled = fillAcross(model, { ...pickColumns(columns, rows), accounts: named }, { asOf: date })
    const scored = score(planned, filled.columns)
    const scoredAccounts = Array.from(rows, (row, at): ScoredAccount => {
      const value = scored.score[at]!
      return {
        account: named[at]!,
        row: rowNumbers[row]!,
        segment: model.segments[scored.segment[at]!]?.name ?? null,
        score: Number.isNaN(value) ? null : value,
        band: planned.bands[scored.band[at]!] ?? null,
      }
    })
    return {
      date,
      model: { name: model.name, version: model.version, hash: model.hash },
      ladder: scoreRungs(model).map(({ name }) => name),
      accounts: scoredAccounts,
    }
  })
  return { scores, first: firstDate(columns.inputs.get(DATE)), rows: columns.length }
}
