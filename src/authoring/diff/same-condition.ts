import { conditionSpace } from '../../model/condition-space.ts'
import type { Formula } from '../../model/expression.ts'
import type { Model } from '../../model/model.ts'
import type { Possible } from '../../model/possible.ts'
import { formulaKey, meaningKey } from './meaning.ts'

/** Whether two conditions hold for the same accounts: written alike, or proved so for every account they can tell apart. */
export function sameCondition(before: Model, old: Formula | null, after: Model, now: Formula | null): boolean {
  if (formulaKey(before, old) === formulaKey(after, now)) return true
  if (old === null || now === null || !sameNames(before, after)) return false
  const space = conditionSpace(after, [old.expression, now.expression])
  if (space.size > MOST_CELLS) return false
  for (const combination of space.combinations()) {
    const [was, is] = [old, now].map((one) => truthOf(space.valueIn(combination, one.expression)))
    if (was === null || was !== is) return false
  }
  return true
}

const MOST_CELLS = 20_000

/** The proof reads both conditions with the names of one model: what these name must be the same in both. */
function sameNames(before: Model, after: Model): boolean {
  const names = (model: Model): string =>
    meaningKey(model, { inputs: model.inputs, lets: model.lets, ladder: model.ladder })
  return names(before) === names(after)
}

/** Whether it holds; null where the cells do not settle it. */
function truthOf(found: Possible): boolean | null {
  if (found.kind !== 'truth') return null
  if (!found.yes) return false
  return found.no || found.missing ? null : true
}
