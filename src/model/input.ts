import type { Span } from '../findings/span.ts'
import type { Figure } from './figure.ts'

export type InputType =
  'count' | 'number' | 'percent' | 'ratio' | 'days' | 'money' | 'yes/no' | 'choice' | 'text' | 'date'

/** What one row of an input's table is about. The inputs of a model are of the account; the columns of a log are not. */
export type Grain = 'account' | 'event' | 'snapshot' | 'ledger'

/**
 * A column. Numbers are doubles: percent and ratio both hold the fraction (29% is 0.29), and differ in what a bare
 * number in data means (29 against 0.29); dates are whole days since 1970-01-01; yes/no is true or false; text and
 * choices are strings, a choice spelt as declared.
 */
export interface Input {
  readonly name: string
  /** Header labels, the first the one to show; may be empty. */
  readonly labels: readonly string[]
  readonly type: InputType
  /** Bounds, both reachable; null is unbounded. Values outside are unreadable. */
  readonly low: number | null
  readonly high: number | null
  /** Whole numbers only. */
  readonly whole: boolean
  /** The values of a choice, in declared order; empty otherwise. */
  readonly choices: readonly string[]
  readonly currency: string | null
  /** Values that stand for "no data". */
  readonly missingWhen: readonly (number | string)[]
  readonly grain: Grain
  /** 'account' identifies the row, 'parent' its parent account. */
  readonly role: 'account' | 'parent' | null
  /** How its column is computed before scoring; null: it is in the data. */
  readonly figure: Figure | null
  readonly doc: string | null
  readonly span: Span | null
}

/** What people call an input: its first label, or its name where it has none. */
export function labelOf({ name, labels }: Pick<Input, 'name' | 'labels'>): string {
  return labels[0] ?? name
}
