import type { InputType } from '../../model/input.ts'

/** What learning reads: one row for every outcome, with what was known of the account before it. */
export interface Observations {
  readonly length: number
  /** Whose row it is: rows of one account are never on both sides of a split. */
  readonly accounts: readonly string[]
  /** The day of each outcome, in days since 1970-01-01; null where the data knows no time. */
  readonly days: Float64Array | null
  /** 1 where the account churned. */
  readonly churned: Uint8Array
  /** What the model in use says of each row, on any scale, higher is riskier, NaN is nothing; null where there is no model yet. */
  readonly current: Float64Array | null
  readonly candidates: readonly Candidate[]
}

/** A column that may become a measure. */
export type Candidate = NumberCandidate | ChoiceCandidate

interface Named {
  /** Of the input it is; unique among the candidates. */
  readonly name: string
}

export interface NumberCandidate extends Named {
  readonly kind: 'number'
  readonly type: Exclude<InputType, 'yes/no' | 'choice' | 'text' | 'date'>
  /** NaN is missing. */
  readonly values: Float64Array
  /** What people declared: whether higher is healthier; null leaves it to the data. */
  readonly rising: boolean | null
}

export interface ChoiceCandidate extends Named {
  readonly kind: 'choice'
  readonly type: 'yes/no' | 'choice'
  /** Codes point into `levels`; -1 is missing. */
  readonly codes: Int32Array
  readonly levels: readonly string[]
  /** By level, the rank that people gave it, higher is healthier; null leaves it to the data. */
  readonly ranks: readonly number[] | null
}

/** Some of the rows, in the order given; a row may come more than once. */
export function rowsOf(observations: Observations, rows: readonly number[]): Observations {
  const { days, churned, current } = observations
  return {
    length: rows.length,
    accounts: rows.map((row) => observations.accounts[row]!),
    days: days && taken(days, rows, new Float64Array(rows.length)),
    churned: taken(churned, rows, new Uint8Array(rows.length)),
    current: current && taken(current, rows, new Float64Array(rows.length)),
    candidates: observations.candidates.map((one) =>
      one.kind === 'number'
        ? { ...one, values: taken(one.values, rows, new Float64Array(rows.length)) }
        : { ...one, codes: taken(one.codes, rows, new Int32Array(rows.length)) },
    ),
  }
}

function taken<T extends Float64Array | Int32Array | Uint8Array>(from: T, rows: readonly number[], into: T): T {
  for (let at = 0; at < rows.length; at++) into[at] = from[rows[at]!]!
  return into
}

/** How many churned. */
export function eventsIn({ churned }: Pick<Observations, 'churned'>): number {
  return churned.reduce((sum, one) => sum + one, 0)
}
