import type { Band } from '../../model/judge.ts'
import type { Model } from '../../model/model.ts'
import { distinctRungs, scoreRungs } from '../../model/score-rungs.ts'

/** The bands an account's score can have, worst first: of the longest ladder, then those that only other segments know, then the measures' own. */
export function rungsOf(model: Model): readonly Band[] {
  return distinctRungs([...scoreRungs(model), ...model.ladder])
}
