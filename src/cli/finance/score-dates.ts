import { existsSync, statSync } from 'node:fs'
import type { Model } from '../../model/model.ts'
import { withTable } from '../../tables/node.ts'
import { lacking } from '../../history/read-snapshots.ts'
import { Problem } from '../problem.ts'
import { keptScores } from './kept-scores.ts'
import type { Say } from './open-tables.ts'
import type { ScoreFile } from './score-file.ts'
import { scoredMeasures } from './scored-measures.ts'

/**
 * Scores by date: from a file or folder that `salus snapshot` wrote, as they are kept there, or from measures by date and account,
 * scored here with the model, which takes only the dates that matter for `days`: the last on or before each.
 */
export async function readScores(
  path: string,
  model: Model | null,
  days: readonly number[],
  say: Say,
): Promise<ScoreFile> {
  if (existsSync(path) && statSync(path).isDirectory()) return keptScores(path, model, say)
  const header = await withTable(path, [], async (table) => {
    if (table.header.length === 0) say(path, table.findings)
    return table.header
  })
  if (header.length > 0 && lacking(header).length === 0) return keptScores(path, model, say)
  if (model !== null) return scoredMeasures(path, model, days, say)
  throw new Problem(`${path} holds measures, not scores: add --model to score them`)
}
