import { scoresOfHistory } from '../../finance/reconcile/scores-of-history.ts'
import { modelsIn } from '../../history/series.ts'
import type { Model } from '../../model/model.ts'
import { demandHistory } from '../kept-files.ts'
import { Problem } from '../problem.ts'
import type { Say } from './open-tables.ts'
import type { ScoreFile } from './score-file.ts'

/** Scores as `salus snapshot` kept them, in a file or a folder. */
export async function keptScores(path: string, model: Model | null, say: Say): Promise<ScoreFile> {
  const { history, findings } = await demandHistory(path, 'no parts')
  say(path, findings)
  const names = modelsIn(history)
  if (model === null && names.length > 1) {
    throw new Problem(`${path} has scores by ${names.join(', ')}: say with --model whose are meant`)
  }
  const scores = scoresOfHistory(history, model?.name ?? null)
  return {
    scores,
    first: scores[0]?.date ?? null,
    rows: history.snapshots.reduce((sum, { length }) => sum + length, 0),
  }
}
