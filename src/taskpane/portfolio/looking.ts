import type { Portfolio } from '../../host/desk/portfolio.ts'
import type { Fields } from '../../host/filter/field.ts'
import type { Change, Choice } from './choice.ts'
import type { Money } from './money.ts'

/** What every view looks at: the accounts that were chosen, and what is known of them. */
export interface Looking {
  readonly portfolio: Portfolio
  readonly fields: Fields
  readonly money: Money | null
  /** The chosen accounts, by their place in the list, in order. */
  readonly places: Int32Array
  readonly choice: Choice
  readonly change: Change
}
