import { knownAt, landmarksOf, rowsByAccount } from './landmarks.ts'
import type { Loss, Outcomes } from './outcomes.ts'
import { riskOf, type ScoredRows } from './scored-rows.ts'

/** Scores with what happened after them: one row is one account at one landmark, the label strictly after it. */
export interface Observations {
  readonly length: number
  /** Where each comes from. */
  readonly row: Int32Array
  readonly accounts: readonly string[]
  /** The landmark; NaN in a cross-section. */
  readonly day: Float64Array
  readonly score: Float64Array
  readonly risk: Float64Array
  /** 1 where the account was lost within the horizon. */
  readonly event: Uint8Array
  readonly band: Int32Array
  readonly segment: Int32Array
  /** Cents a year at the landmark; NaN where nobody knows. */
  readonly amount: Float64Array
  /** What is drawn together: the account, or its parent. */
  readonly cluster: readonly string[]
  /** Whether a contract could end within the horizon; null where nobody knows. */
  readonly couldLeave: Uint8Array | null
  readonly design: Design
  readonly excluded: readonly Excluded[]
}

export type Design =
  | { readonly kind: 'landmarks'; readonly days: readonly number[]; readonly horizon: number; readonly until: number }
  /** Without dates nothing proves that scores came first. */
  | { readonly kind: 'cross-section' }

export interface Excluded {
  readonly reason: ExclusionReason
  readonly n: number
}

export type ExclusionReason =
  | 'no score'
  | 'scored on or after the loss'
  | 'horizon not over'
  | 'lost before the landmark'
  | 'not in the outcomes'
  | 'not a customer then'
  | 'between landmarks'
  | 'same account again'

export interface ObservationOptions {
  /** Days after the landmark within which a loss counts. */
  readonly horizon: number
  /** A single landmark instead of as many as fit. */
  readonly at?: number
}

/** Joins scores and outcomes as of landmarks, or account by account where there are no dates. */
export function observe(scores: ScoredRows, outcomes: Outcomes, options: ObservationOptions): Observations {
  const dated = outcomes.dated && outcomes.until !== null && scores.dates.some((date) => !Number.isNaN(date))
  return dated ? atLandmarks(scores, outcomes, outcomes.until!, options) : acrossAccounts(scores, outcomes)
}

/** The loss that a day lies behind, if the account had not come back by then. */
export function lossBefore(losses: readonly Loss[], day: number): Loss | undefined {
  return losses.findLast((loss) => loss.day <= day && !(loss.returns !== null && loss.returns <= day))
}

function atLandmarks(
  scores: ScoredRows,
  outcomes: Outcomes,
  until: number,
  { horizon, at }: ObservationOptions,
): Observations {
  const excluded = new Map<ExclusionReason, number>()
  const exclude = (reason: ExclusionReason, n = 1) => excluded.set(reason, (excluded.get(reason) ?? 0) + n)
  const usable = rowsThat(scores, exclude, (row) => {
    if (Number.isNaN(scores.score[row]!) || Number.isNaN(scores.dates[row]!)) return 'no score'
    const losses = outcomes.losses.get(scores.accounts[row]!) ?? []
    if (lossBefore(losses, scores.dates[row]!)) return 'scored on or after the loss'
    return scores.dates[row]! + horizon > until ? 'horizon not over' : null
  })
  const byAccount = rowsByAccount(scores.accounts, scores.dates, usable)
  const dates = usable.map((row) => scores.dates[row]!)
  const days = at === undefined ? landmarksOf(dates, horizon, until) : at + horizon <= until ? [at] : []
  const builder = start(scores, outcomes, horizon)
  let used = 0
  for (const day of days) {
    for (const [account, row] of knownAt(byAccount, scores.dates, day)) {
      const losses = outcomes.losses.get(account) ?? []
      if (lossBefore(losses, day)) exclude('lost before the landmark')
      else if (outcomes.known !== null && !outcomes.known.has(account)) exclude('not in the outcomes')
      else if (outcomes.isCustomer !== null && !outcomes.isCustomer(account, day)) exclude('not a customer then')
      else {
        const lost = losses.some((loss) => loss.day > day && loss.day <= day + horizon)
        builder.add(row, day, lost)
      }
      used++
    }
  }
  exclude('between landmarks', Math.max(0, usable.length - used))
  return builder.finish({ kind: 'landmarks', days, horizon, until }, listed(excluded))
}

function acrossAccounts(scores: ScoredRows, outcomes: Outcomes): Observations {
  const excluded = new Map<ExclusionReason, number>()
  const exclude = (reason: ExclusionReason) => excluded.set(reason, (excluded.get(reason) ?? 0) + 1)
  const last = new Map<string, number>()
  for (const [account, rows] of rowsByAccount(scores.accounts, scores.dates)) {
    const scored = rows.filter((row) => !Number.isNaN(scores.score[row]!))
    for (let k = scored.length; k < rows.length; k++) exclude('no score')
    for (let k = 1; k < scored.length; k++) exclude('same account again')
    if (scored.length > 0) last.set(account, scored.at(-1)!)
  }
  const builder = start(scores, outcomes, NaN)
  for (const [account, row] of last) {
    if (outcomes.known !== null && !outcomes.known.has(account)) exclude('not in the outcomes')
    else builder.add(row, NaN, outcomes.losses.has(account))
  }
  return builder.finish({ kind: 'cross-section' }, listed(excluded))
}

function rowsThat(
  scores: ScoredRows,
  exclude: (reason: ExclusionReason) => void,
  reasonOf: (row: number) => ExclusionReason | null,
): readonly number[] {
  const kept: number[] = []
  for (let row = 0; row < scores.length; row++) {
    const reason = reasonOf(row)
    if (reason === null) kept.push(row)
    else exclude(reason)
  }
  return kept
}

function start(scores: ScoredRows, outcomes: Outcomes, horizon: number) {
  const rows: { row: number; day: number; lost: boolean }[] = []
  const ends = endsByAccount(outcomes)
  const numbers = (valueOf: (one: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, valueOf)
  return {
    add: (row: number, day: number, lost: boolean): void => void rows.push({ row, day, lost }),
    finish: (design: Design, excluded: readonly Excluded[]): Observations => ({
      length: rows.length,
      row: Int32Array.from(rows, ({ row }) => row),
      accounts: rows.map(({ row }) => scores.accounts[row]!),
      day: numbers(({ day }) => day),
      score: numbers(({ row }) => scores.score[row]!),
      risk: numbers(({ row }) => riskOf(scores, scores.score[row]!)),
      event: Uint8Array.from(rows, ({ lost }) => Number(lost)),
      band: Int32Array.from(rows, ({ row }) => scores.band[row]!),
      segment: Int32Array.from(rows, ({ row }) => scores.segment[row]!),
      amount: numbers(({ row, day }) => {
        const carried = scores.amount?.[row] ?? NaN
        return Number.isNaN(carried) ? (outcomes.worth?.(scores.accounts[row]!, day) ?? NaN) : carried
      }),
      cluster: rows.map(({ row }) => outcomes.parentOf?.(scores.accounts[row]!) ?? scores.accounts[row]!),
      couldLeave:
        ends &&
        Uint8Array.from(rows, ({ row, day }) =>
          Number((ends.get(scores.accounts[row]!) ?? []).some((end) => end > day && end <= day + horizon)),
        ),
      design,
      excluded,
    }),
  }
}

function endsByAccount({ decisions }: Outcomes): ReadonlyMap<string, readonly number[]> | null {
  if (decisions === null) return null
  const ends = new Map<string, number[]>()
  for (const { account, day } of decisions) ends.set(account, [...(ends.get(account) ?? []), day])
  return ends
}

function listed(excluded: ReadonlyMap<ExclusionReason, number>): readonly Excluded[] {
  return [...excluded].map(([reason, n]) => ({ reason, n })).filter(({ n }) => n > 0)
}
