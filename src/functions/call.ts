import type { Block } from '../host/block.ts'
import type { Cell } from '../tables/cell.ts'

/** One call of a function as a host hands it over, whichever host it is. */
export interface Call {
  /** In the registry's order. A range is its rows, a single cell one row of one; what was left out is null. */
  readonly arguments: readonly (readonly (readonly Cell[])[] | null)[]
  /** Where each argument stands; null for literals and computed arrays, and where the host does not say. */
  readonly addresses: readonly (Block | null)[]
}

/** What goes back: rows of cells, one row of one for a single value. A host spills what is larger. */
export type Answer = readonly (readonly AnswerCell[])[]

/** null is shown as an empty cell. */
export type AnswerCell = number | string | boolean | null | CellError | Carded

/** An error value with one sentence: what is wrong and what to do. At most 200 characters, since Excel cuts longer ones. */
export interface CellError {
  readonly kind: 'error'
  /** `#VALUE!`: the call is wrong. `#N/A`: there is no such thing for this account. */
  readonly code: 'value' | 'notAvailable'
  readonly message: string
}

/** A plain number that opens as a card, where the host can show one; elsewhere the number alone. */
export interface Carded {
  readonly kind: 'carded'
  readonly value: number
  /** Decimals of the scale, for display. */
  readonly decimals: number
  readonly card: Card
}

export interface Card {
  readonly title: string
  readonly sections: readonly { readonly title: string; readonly rows: readonly CardRow[] }[]
}

export interface CardRow {
  readonly label: string
  readonly value: number | string
  /** A second line under the value: `poor < 50%`. */
  readonly note: string | null
}
