import { seededIndexes } from '../../src/validation/statistics/random.ts'
import type { Loss, Outcomes } from '../../src/validation/outcomes.ts'
import type { ScoredPart, ScoredRows } from '../../src/validation/scored-rows.ts'

/** One row as a test writes it; what it does not say is not known. */
export interface Written {
  readonly account: string
  readonly day?: number
  readonly score: number
  readonly band?: 'red' | 'yellow' | 'green'
  readonly segment?: string
  /** In cents. */
  readonly amount?: number
  readonly recordedAt?: number
}

const BANDS = ['red', 'yellow', 'green'] as const

export function scoresOf(rows: readonly Written[], parts: readonly ScoredPart[] = []): ScoredRows {
  const numbers = (valueOf: (row: Written) => number | undefined) =>
    Float64Array.from(rows, (row) => valueOf(row) ?? NaN)
  const segments = [...new Set(rows.flatMap(({ segment }) => segment ?? []))]
  const known = (values: Float64Array) => (values.some((value) => !Number.isNaN(value)) ? values : null)
  return {
    length: rows.length,
    accounts: rows.map(({ account }) => account),
    dates: numbers(({ day }) => day),
    recordedAt: known(numbers(({ recordedAt }) => recordedAt)),
    score: numbers(({ score }) => score),
    higherIsWorse: false,
    band: Int32Array.from(rows, ({ band, score }) =>
      BANDS.indexOf(band ?? (score < 40 ? 'red' : score < 70 ? 'yellow' : 'green')),
    ),
    bands: BANDS,
    ladder: 3,
    segment: Int32Array.from(rows, ({ segment }) => segments.indexOf(segment ?? '')),
    segments,
    amount: known(numbers(({ amount }) => amount)),
    coverage: null,
    parts,
  }
}

/** Losses by account and day; all other accounts stayed until `until`. */
export function outcomesOf(losses: Readonly<Record<string, number>>, until: number): Outcomes {
  return {
    losses: new Map(
      Object.entries(losses).map(([account, day]): [string, Loss[]] => [account, [{ day, returns: null }]]),
    ),
    known: null,
    dated: true,
    until,
    decisions: null,
    worth: null,
    isCustomer: null,
    since: null,
    parentOf: null,
  }
}

/** A measure that is the score itself, under a name. */
export function measure(path: string, rows: ScoredRows, weight = 1): ScoredPart {
  return {
    path,
    kind: 'measure',
    points: rows.score,
    band: rows.band,
    value: null,
    weight: new Float64Array(rows.length).fill(weight),
    contribution: rows.score.map((score) => weight * score),
  }
}

/** Accounts with a score from 0 to 99 on day 0, of which some are lost by chance alone, or more of those with low scores. */
export function drawn(seed: number, n: number, riskOf: (score: number) => number) {
  const draw = seededIndexes(seed)
  const rows = Array.from({ length: n }, (_, at): Written => ({ account: `A${at}`, day: 0, score: draw(100) }))
  const losses: Record<string, number> = {}
  for (const { account, score } of rows) if (draw(1_000_000) / 1e6 < riskOf(score)) losses[account] = 1 + draw(90)
  return { scores: scoresOf(rows), outcomes: outcomesOf(losses, 90) }
}
