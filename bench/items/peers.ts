import { score as scoreColumns } from '../../src/engine/kernels/score.ts'
import { accounts, columnsOf } from '../accounts.ts'
import { atLeast, sameNumbers, type Item } from '../item.ts'
import { defaultPlan } from '../models.ts'
import { scoresBy, tableOf } from '../peers/in-duckdb.ts'
import { cel, filtrex, jsonRulesEngine, rowsOf, zen } from '../peers/rows.ts'
import { ratio, type Ratio } from '../ratio.ts'
import { scoring } from './scoring.ts'

/** How many times as long the peer takes for a row; the slow ones on some of the rows, which is kind to them. */
async function peer(make: () => ReturnType<typeof filtrex>, length: number): Promise<Ratio> {
  const few = columnsOf(accounts(length))
  const rows = rowsOf(few)
  const run = make()
  sameNumbers(make.name, await run(rows), scoreColumns(defaultPlan(), few).score)
  return ratio({ units: length, run: () => run(rows) }, scoring(columnsOf(accounts(100_000))), 5)
}

/** How many times as long DuckDB takes on one core, from a table of its own into another, for score and band. */
async function duckdb(author: 'salus' | 'hand'): Promise<Ratio> {
  const length = 100_000
  const few = accounts(length)
  const connection = await tableOf(few)
  try {
    const scores = `create or replace table scores as ${scoresBy(author)}`
    await connection.run(scores)
    const found = await connection.runAndReadAll('select score from scores')
    const own = Float64Array.from(found.getRows(), ([score]) => (score === null ? NaN : Number(score)))
    sameNumbers(`SQL by ${author}`, own, scoreColumns(defaultPlan(), columnsOf(few)).score)
    return await ratio({ units: length, run: () => connection.run(scores) }, scoring(columnsOf(few)), 5)
  } finally {
    connection.closeSync()
  }
}

export const peerItems: readonly Item[] = [
  { name: 'filtrex / us, 100k', target: '≥ 35', isMet: atLeast(35), measure: () => peer(filtrex, 100_000) },
  { name: 'CEL (marcbachmann) / us, 100k', target: '≥ 35', isMet: atLeast(35), measure: () => peer(cel, 100_000) },
  { name: 'ZEN, loop mode / us', target: '≥ 600', isMet: atLeast(600), measure: () => peer(zen, 2_000) },
  { name: 'json-rules-engine / us', target: '≥ 600', isMet: atLeast(600), measure: () => peer(jsonRulesEngine, 1_000) },
  { name: 'DuckDB by `salus sql` / us, 100k', target: '≥ 1', isMet: atLeast(1), measure: () => duckdb('salus') },
  { name: 'DuckDB by SQL by hand / us, 100k', target: '≥ 1', isMet: atLeast(1), measure: () => duckdb('hand') },
]
