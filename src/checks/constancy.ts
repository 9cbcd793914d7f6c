import { findAccount } from '../model/account-search.ts'
import type { Expression } from '../model/expression.ts'
import type { Model } from '../model/model.ts'
import { isWhole } from './whole.ts'

/** Whether a condition is proved to hold for every account, or for none; null where accounts differ or nothing is proved. */
export function constancy(model: Model, condition: Expression): 'always' | 'never' | null {
  if (!isWhole(condition)) return null
  if (findAccount(model, [{ condition, holds: true }]).kind === 'none') return 'never'
  return findAccount(model, [{ condition, holds: false }]).kind === 'none' ? 'always' : null
}
