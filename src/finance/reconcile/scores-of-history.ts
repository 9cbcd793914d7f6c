import type { History, KeptSnapshot } from '../../history/history.ts'
import type { ScoredAccount, Scores } from './scores.ts'

/**
 * Kept snapshots as scores: those of one model, where `model` names it, and of a date that was scored again the last.
 * They come in order of their dates.
 */
export function scoresOfHistory(history: History, model: string | null): readonly Scores[] {
  const last = new Map<number, KeptSnapshot>()
  for (const one of history.snapshots) if (model === null || one.model.name === model) last.set(one.date, one)
  return [...last.values()].map((one) => ({
    date: one.date,
    model: one.model,
    ladder: one.ladder,
    accounts: Array.from(one.account, (code, row): ScoredAccount => {
      const score = one.score[row]!
      return {
        account: history.accounts[code]!,
        row: null,
        segment: history.segments[one.segment[row]!] ?? null,
        score: Number.isNaN(score) ? null : score,
        band: history.bands[one.band[row]!] ?? null,
      }
    }),
  }))
}
