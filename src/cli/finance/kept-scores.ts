import type { ScoredAccount, Scores } from '../../finance/reconcile/scores.ts'
import { RUNG } from '../../history/stored-columns.ts'
import type { Model } from '../../model/model.ts'
import { Problem } from '../problem.ts'
import { extraInput, firstDate, numberOf, readDatedRows, rowsOfDates, textOf, type DatedRows } from './dated-rows.ts'
import type { Say } from './open-tables.ts'
import type { ScoreFile } from './score-file.ts'

const INPUTS = [
  extraInput('snapshot_date', 'date', []),
  extraInput('sequence', 'number', []),
  extraInput('model_version', 'number', []),
  extraInput('score', 'number', []),
  ...['model', 'model_hash', 'ladder', 'account', 'segment', 'band'].map((name) => extraInput(name, 'text', [])),
]

/** Scores as `salus snapshot` kept them: of a date that was scored again, the last. */
export async function keptScores(
  path: string,
  model: Model | null,
  days: readonly number[],
  say: Say,
): Promise<ScoreFile> {
  const read = await readDatedRows(path, INPUTS, say)
  const { inputs } = read.columns
  const scores = [...rowsOfDates(inputs.get('snapshot_date'), days)].map(([date, rows]): Scores => {
    const ofModel = rows.filter((row) => model === null || textOf(inputs.get('model'), row) === model.name)
    const names = new Set(Array.from(ofModel, (row) => textOf(inputs.get('model'), row)))
    if (names.size > 1)
      throw new Problem(`${path} has scores of ${[...names].join(', ')}: say with --model which count`)
    const last = Math.max(...Array.from(ofModel, (row) => numberOf(inputs.get('sequence'), row) ?? 1))
    return scoresOf(
      read,
      date,
      ofModel.filter((row) => (numberOf(inputs.get('sequence'), row) ?? 1) === last),
    )
  })
  return {
    scores: scores.filter(({ accounts }) => accounts.length > 0),
    first: firstDate(inputs.get('snapshot_date')),
    rows: read.columns.length,
  }
}

function scoresOf({ columns, rowNumbers }: DatedRows, date: number, rows: Int32Array): Scores {
  const text = (name: string, row: number): string | null => textOf(columns.inputs.get(name), row)
  const first = rows[0] ?? -1
  return {
    date,
    model: {
      name: text('model', first) ?? '',
      version: numberOf(columns.inputs.get('model_version'), first),
      hash: text('model_hash', first) ?? '',
    },
    ladder: text('ladder', first)?.split(RUNG) ?? [],
    accounts: Array.from(rows, (row): ScoredAccount => ({
      account: text('account', row) ?? '',
      row: rowNumbers[row]!,
      segment: text('segment', row),
      score: numberOf(columns.inputs.get('score'), row),
      band: text('band', row),
    })),
  }
}
