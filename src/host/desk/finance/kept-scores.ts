import type { Scores } from '../../../finance/reconcile/scores.ts'
import type { History, KeptSnapshot } from '../../../history/history.ts'

/** The snapshots as finance asks for them: of each date the last numbers that were kept, by one model. */
export function scoresOf(history: History, model: string | null): readonly Scores[] {
  const name = model ?? history.snapshots.at(-1)?.model.name
  const ofModel = history.snapshots.filter((one) => one.model.name === name)
  const last = new Map(ofModel.map((snapshot) => [snapshot.date, snapshot]))
  return [...last.values()].map((snapshot) => ({
    date: snapshot.date,
    model: snapshot.model,
    ladder: snapshot.ladder,
    accounts: Array.from({ length: snapshot.length }, (_, row) => scored(history, snapshot, row)),
  }))
}

function scored({ accounts, segments, bands }: History, snapshot: KeptSnapshot, row: number) {
  const score = snapshot.score[row]!
  return {
    account: accounts[snapshot.account[row]!]!,
    row: row + 2,
    segment: segments[snapshot.segment[row]!] ?? null,
    score: Number.isNaN(score) ? null : score,
    band: bands[snapshot.band[row]!] ?? null,
  }
}
