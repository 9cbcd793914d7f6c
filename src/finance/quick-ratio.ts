import { type Share, share } from './share.ts'

/** What was won for each unit lost: (new + expansion) / (contraction + churn); reactivation is not counted. */
export function quickRatio(
  flows: readonly {
    readonly new: number
    readonly expansion: number
    readonly contraction: number
    readonly churn: number
  }[],
): Share {
  let won = 0
  let lost = 0
  for (const flow of flows) {
    won += flow.new + flow.expansion
    lost -= flow.contraction + flow.churn
  }
  return share(won, lost, 'no losses')
}
